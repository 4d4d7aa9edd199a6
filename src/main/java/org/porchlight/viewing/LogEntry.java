package org.porchlight.viewing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.porchlight.media.Sentence;
import org.porchlight.recording.Recording;
import org.porchlight.recording.Snapshot;

/**
 * A line of the log.
 *
 * @param viewing who looked, and when
 * @param recordings what was recorded of it, the oldest first
 * @param snapshots single pictures that were kept of it, the oldest first
 */
public record LogEntry(Viewing viewing, List<Recording> recordings, List<Snapshot> snapshots) {

    /** A recording that begins this much after its viewing did is marked. */
    private static final Duration LATE = Duration.ofSeconds(2);

    public LogEntry {
        recordings = List.copyOf(recordings);
        snapshots = List.copyOf(snapshots);
    }

    /** One where no picture was kept, or none matters. */
    public LogEntry(Viewing viewing, List<Recording> recordings) {
        this(viewing, recordings, List.of());
    }

    public long id() {
        return viewing.id();
    }

    /** The recordings that can be watched. */
    public List<Recording> playable() {
        return recordings.stream().filter(Recording::isPlayable).toList();
    }

    /** Whether what can be watched is to stay, however old it gets. */
    public boolean isKept() {
        return playable().stream().anyMatch(Recording::kept);
    }

    /** Whether one is being written, or is being finished. */
    public boolean isRecording() {
        return recordings.stream().anyMatch(recording -> recording.state() == Recording.State.RECORDING);
    }

    /** The length of all that can be watched. */
    public Duration recordedLength() {
        return playable().stream().map(Recording::length).reduce(Duration.ZERO, Duration::plus);
    }

    /** The size of all that can be watched. */
    public long recordedBytes() {
        return playable().stream().mapToLong(Recording::bytes).sum();
    }

    /** The size of all that can be saved: recordings, and pictures that were kept. */
    public long savedBytes() {
        return recordedBytes() + snapshots.stream().mapToLong(Snapshot::bytes).sum();
    }

    /** By how much the first recording begins after the viewing; empty when that is too little to matter. */
    public Optional<Duration> lateBy() {
        return recordings.stream()
                .filter(recording -> recording.startedAt() != null && recording.state() != Recording.State.FAILED)
                .findFirst()
                .map(first -> Duration.between(viewing.startedAt(), first.begin()))
                .filter(late -> late.compareTo(LATE) >= 0);
    }

    /** How many pictures are missing in all that can be watched. */
    public long missingPictures() {
        return playable().stream().mapToLong(Recording::gaps).sum();
    }

    /** What went wrong with its recordings. */
    public List<Sentence> problems() {
        return recordings.stream()
                .flatMap(recording -> Optional.ofNullable(recording.problem()).stream())
                .distinct()
                .toList();
    }
}
