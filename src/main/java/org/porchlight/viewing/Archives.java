package org.porchlight.viewing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.porchlight.account.CurrentMember;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.settings.MembersOnly;
import org.springframework.stereotype.Service;

/** Recordings of many viewings, to be saved as one file; like each alone, by every member. Safe for any thread. */
@Service
@MembersOnly
public class Archives {

    /** For so long one waits to be asked for; a browser does so at once. */
    private static final Duration WAITING = Duration.ofMinutes(2);

    private final RecordingLibrary library;
    private final CurrentMember me;
    private final Clock clock;
    private final ZoneId zone;
    private final Map<String, Archive> waiting = new ConcurrentHashMap<>();

    Archives(RecordingLibrary library, CurrentMember me, Clock clock, ZoneId zone) {
        this.library = library;
        this.me = me;
        this.clock = clock;
        this.zone = zone;
    }

    /** All that can be watched of these viewings, for whoever asks to fetch it once; empty where there is nothing. */
    public Optional<Archive> prepare(Collection<Long> viewings) {
        Instant now = clock.instant();
        waiting.values().removeIf(archive -> archive.at().isBefore(now.minus(WAITING)));
        Map<Long, List<Recording>> found = library.of(viewings);
        List<Recording> recordings = viewings.stream()
                .flatMap(viewing -> found.getOrDefault(viewing, List.of()).stream())
                .filter(Recording::isPlayable)
                .toList();
        if (recordings.isEmpty()) {
            return Optional.empty();
        }
        Archive archive = new Archive(me.get().id(), now, zone, recordings);
        waiting.put(archive.id(), archive);
        return Optional.of(archive);
    }

    /** The one that whoever asks has prepared; it is given once. */
    Optional<Archive> take(String id) {
        long member = me.get().id();
        return Optional.ofNullable(waiting.get(id))
                .filter(archive -> archive.isOf(member) && waiting.remove(id, archive));
    }
}
