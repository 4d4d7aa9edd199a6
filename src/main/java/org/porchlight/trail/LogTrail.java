package org.porchlight.trail;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Visitor;
import org.porchlight.recording.FoundFileDeleted;
import org.porchlight.recording.MoveDecided;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingOpened;
import org.porchlight.recording.RemovalDecided;
import org.porchlight.viewing.FoundFileAdopted;
import org.porchlight.viewing.LogExported;
import org.porchlight.viewing.RecordingsKept;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.ViewingDeleted;
import org.porchlight.viewing.ViewingDisconnected;
import org.porchlight.viewing.ViewingExported;
import org.porchlight.viewing.ViewingTakenBack;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What becomes of viewings and recordings, and who opens them, as lines of the trail. */
@Component
class LogTrail {

    private final TrailWriter trail;
    private final CurrentMember members;
    private final Clock clock;
    private final Openings openings = new Openings();

    LogTrail(TrailWriter trail, CurrentMember members, Clock clock) {
        this.trail = trail;
        this.members = members;
        this.clock = clock;
    }

    @EventListener
    void on(RecordingOpened event) {
        members.find().ifPresent(member -> opened(member, event.recording(), event.download()));
    }

    private void opened(Member member, Recording recording, boolean download) {
        Openings.Opening opening = new Openings.Opening(
                member.id(), recording.id(), download, Visitor.current().address());
        if (openings.begins(opening, clock.instant())) {
            String which = recording.cameraName() + ", " + trail.when(recording.begin());
            trail.add(member.username(), download ? What.DOWNLOADED : What.WATCHED, which, recording.viewingId());
        }
    }

    @EventListener
    void on(ViewingExported event) {
        Viewing viewing = event.viewing();
        trail.add(trail.me(), What.EXPORTED, viewing.username() + ", " + trail.when(viewing.startedAt()), viewing.id());
    }

    @EventListener
    void on(LogExported event) {
        trail.add(
                trail.me(),
                What.EXPORTED,
                "The log as a list, " + event.lines() + (event.lines() == 1 ? " line" : " lines"));
    }

    @EventListener
    void on(ViewingDeleted event) {
        Viewing viewing = event.viewing();
        List<String> with = new ArrayList<>();
        if (event.recordings() > 0) {
            with.add(event.recordings() == 1 ? "its recording" : event.recordings() + " recordings");
        }
        if (event.pictures() > 0) {
            with.add(event.pictures() == 1 ? "a picture" : event.pictures() + " pictures");
        }
        trail.add(
                trail.me(),
                What.DELETED,
                viewing.username() + ", " + trail.when(viewing.startedAt())
                        + (with.isEmpty() ? ", not recorded" : ", with " + String.join(" and ", with))
                        + (event.forGood() ? "; for good" : "; into the trash"));
    }

    @EventListener
    void on(ViewingTakenBack event) {
        trail.add(
                trail.me(),
                What.TAKEN_BACK,
                event.viewing().username() + ", " + trail.when(event.viewing().startedAt()));
    }

    @EventListener
    void on(RecordingsKept event) {
        String which =
                event.viewing().username() + ", " + trail.when(event.viewing().startedAt());
        trail.add(trail.me(), What.KEPT, event.kept() ? which : which + "; not any more");
    }

    @EventListener
    void on(RemovalDecided event) {
        Recording recording = event.recording();
        String why = switch (event.why()) {
            case TRASHED_LONG_AGO -> "was in the trash long enough";
            case TOO_OLD -> "older than recordings are kept";
            case TOO_MUCH -> "recordings took too much room";
            case NO_ROOM -> "too little was free on the disk";
        };
        trail.add(
                TrailWriter.ITSELF,
                What.REMOVED,
                recording.cameraName() + ", " + trail.when(recording.begin()) + ": " + why);
    }

    @EventListener
    void on(ViewingDisconnected event) {
        trail.add(
                event.by().username(),
                What.DISCONNECTED,
                "Of " + event.viewing().username());
    }

    @EventListener
    void on(FoundFileAdopted event) {
        trail.add(trail.me(), What.FOUND, "Took " + event.file().file() + " into the log");
    }

    @EventListener
    void on(FoundFileDeleted event) {
        trail.add(trail.me(), What.FOUND, "Deleted " + event.file().file());
    }

    @EventListener
    void on(MoveDecided event) {
        String what = switch (event.what()) {
            case BEGUN -> "Began to move them to ";
            case PAUSED -> "Paused moving them to ";
            case GOES_ON -> "Went on moving them to ";
            case STOPPED -> "Stopped moving them to ";
        };
        trail.add(trail.me(), What.MOVED, what + event.target());
    }
}
