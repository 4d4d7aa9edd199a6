package org.porchlight.viewing;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.Snapshot;
import org.porchlight.recording.Snapshots;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** Who may take a viewing out of the house: owners each, members their own. */
@Component
class EvidencePacks {

    private final ViewingLog log;
    private final RecordingLibrary library;
    private final Snapshots snapshots;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;

    EvidencePacks(
            ViewingLog log,
            RecordingLibrary library,
            Snapshots snapshots,
            CurrentMember me,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.log = log;
        this.library = library;
        this.snapshots = snapshots;
        this.me = me;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What there is of a viewing now, for whoever asks in this thread.
     *
     * @return empty where there is no such viewing, or nothing to see of it
     * @throws AccessDeniedException when it is another's
     */
    Optional<EvidencePack> take(long viewing) {
        Member member = me.get();
        Optional<LogEntry> entry = log.find(viewing);
        if (entry.isEmpty()) {
            return Optional.empty();
        }
        if (!member.owner() && entry.get().viewing().memberId() != member.id()) {
            throw new AccessDeniedException("A member takes out their own viewings only");
        }
        Map<Recording, Path> files = new LinkedHashMap<>();
        for (Recording recording : entry.get().playable()) {
            library.file(recording).ifPresent(file -> files.put(recording, file));
        }
        Map<Snapshot, Path> pictures = new LinkedHashMap<>();
        for (Snapshot picture : entry.get().snapshots()) {
            snapshots.file(picture.id()).ifPresent(file -> pictures.put(picture, file));
        }
        if (files.isEmpty() && pictures.isEmpty()) {
            return Optional.empty();
        }
        events.publishEvent(new ViewingExported(entry.get().viewing(), files.size()));
        return Optional.of(new EvidencePack(entry.get(), files, pictures, member, clock.instant(), zone));
    }
}
