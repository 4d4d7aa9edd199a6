package org.porchlight.crash;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a house said before it was killed: what has to hold of it afterwards. */
final class Ledger {

    /** A recording that had been finished. */
    record Finished(long viewing, long lengthMillis) {}

    /** A recording that was being written. */
    record Running(long viewing, long startedAtMillis) {}

    final Set<Long> begun = new HashSet<>();
    final Set<Long> deleting = new HashSet<>();
    /** Viewings in the trash: they go with the last of their recordings. */
    final Set<Long> trashed = new HashSet<>();

    /** Recordings that somebody keeps, with their viewings. */
    final Map<String, Long> kept = new HashMap<>();
    /** Recordings that retention removed. */
    final Set<String> pruned = new HashSet<>();
    /** Whether recordings were ever to take less than they did. */
    boolean limited;

    /** Where all recordings were to be moved; null while it is not certain. */
    @Nullable
    String movedTo;

    final Set<Long> deleted = new HashSet<>();
    final Set<String> backups = new HashSet<>();
    final Map<String, Finished> finished = new HashMap<>();
    final Map<String, Running> running = new HashMap<>();
    /** Recordings whose end had been asked for, or may have been: their length is not known. */
    final Set<Long> stopping = new HashSet<>();

    /** Takes down what retention removed by itself after a start. */
    void takePruned(List<String> lines) {
        lines.stream()
                .filter(line -> line.startsWith("pruned "))
                .map(line -> line.substring("pruned ".length()))
                .forEach(pruned::add);
    }

    /** Takes down what was said since it was last started. */
    void take(List<String> lines) {
        running.clear();
        stopping.clear();
        for (String line : lines) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "begun" -> begun.add(Long.valueOf(words[1]));
                case "stopping", "leaving" -> stopping.add(Long.valueOf(words[1]));
                case "deleting" -> {
                    deleting.add(Long.valueOf(words[1]));
                    kept.values().removeIf(Long.valueOf(words[1])::equals);
                }
                case "trashing" -> {
                    trashed.add(Long.valueOf(words[1]));
                    kept.values().removeIf(Long.valueOf(words[1])::equals);
                }
                case "back" -> trashed.remove(Long.valueOf(words[1]));
                case "kept" -> kept.put(words[1], Long.valueOf(words[2]));
                case "letting" -> kept.values().removeIf(Long.valueOf(words[1])::equals);
                case "limiting" -> limited = true;
                case "moving" -> movedTo = null;
                case "moves" -> movedTo = words[1];
                case "pruned" -> pruned.add(words[1]);
                case "backed" -> backups.add(words[2]);
                case "deleted" -> deleted.add(Long.valueOf(words[1]));
                case "running" ->
                    running.put(words[1], new Running(Long.parseLong(words[2]), Long.parseLong(words[3])));
                case "finished" -> {
                    running.remove(words[1]);
                    finished.put(words[1], new Finished(Long.parseLong(words[2]), Long.parseLong(words[3])));
                }
                default -> {}
            }
        }
    }
}
