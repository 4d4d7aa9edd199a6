package org.porchlight.trail;

import java.util.ArrayList;
import java.util.List;

/**
 * Who saw a recording.
 *
 * @param watched names, each once, the first one first
 * @param downloaded likewise
 */
public record Audience(List<String> watched, List<String> downloaded) {

    public Audience {
        watched = List.copyOf(watched);
        downloaded = List.copyOf(downloaded);
    }

    /** "Watched by Ana and Ben, downloaded by Ana"; empty when nobody did. */
    public String words() {
        List<String> parts = new ArrayList<>();
        if (!watched.isEmpty()) {
            parts.add("Watched by " + names(watched));
        }
        if (!downloaded.isEmpty()) {
            parts.add((parts.isEmpty() ? "Downloaded by " : "downloaded by ") + names(downloaded));
        }
        return String.join(", ", parts);
    }

    Audience with(Audience other) {
        return new Audience(both(watched, other.watched), both(downloaded, other.downloaded));
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> both = new ArrayList<>(one);
        both.addAll(other);
        return both;
    }

    private static String names(List<String> names) {
        return names.size() == 1
                ? names.getFirst()
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
