package org.porchlight.viewing;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.porchlight.account.CurrentMember;
import org.porchlight.recording.FileNames;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.Snapshot;
import org.porchlight.recording.Snapshots;
import org.porchlight.settings.MembersOnly;
import org.springframework.stereotype.Service;

/** Recordings and pictures of many viewings, to be saved as one file; like each alone, by every member. Safe for any thread. */
@Service
@MembersOnly
public class Archives {

    /** For so long one waits to be asked for; a browser does so at once. */
    private static final Duration WAITING = Duration.ofMinutes(2);

    private final ViewingLog log;
    private final RecordingLibrary library;
    private final Snapshots snapshots;
    private final CurrentMember me;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<String, Archive> waiting = new ConcurrentHashMap<>();

    Archives(
            ViewingLog log, RecordingLibrary library, Snapshots snapshots, CurrentMember me, Clock clock, ZoneId zone) {
        this.log = log;
        this.library = library;
        this.snapshots = snapshots;
        this.me = me;
        this.clock = clock;
        this.zone = zone;
    }

    /** All that can be watched of these viewings and every picture that was kept of them, for whoever asks to fetch it once; empty where there is nothing. */
    public Optional<Archive> prepare(Collection<Long> viewings) {
        Instant now = clock.instant();
        waiting.values().removeIf(archive -> archive.at().isBefore(now.minus(WAITING)));
        Archive archive = new Archive(me.get().id(), now, zone);
        for (LogEntry entry : log.of(viewings)) {
            entry.playable().forEach(recording -> put(recording, archive));
            entry.snapshots().forEach(picture -> put(picture, entry.viewing().cameraName(), archive));
        }
        if (archive.isEmpty()) {
            return Optional.empty();
        }
        waiting.put(archive.id(), archive);
        return Optional.of(archive);
    }

    private void put(Recording recording, Archive archive) {
        String name = FileNames.of(recording.cameraName(), recording.begin(), zone, "mp4");
        archive.put(name, recording.bytes(), () -> library.download(recording));
    }

    private void put(Snapshot picture, String camera, Archive archive) {
        String name = FileNames.of(camera, picture.takenAt(), zone, "jpg");
        archive.put(
                name,
                picture.bytes(),
                () -> Files.newInputStream(
                        snapshots.file(picture.id()).orElseThrow(() -> new NoSuchFileException(picture.file()))));
    }

    /** The one that whoever asks has prepared; it is given once. */
    Optional<Archive> take(String id) {
        long member = me.get().id();
        return Optional.ofNullable(waiting.get(id))
                .filter(archive -> archive.isOf(member) && waiting.remove(id, archive));
    }
}
