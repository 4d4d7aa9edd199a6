package org.porchlight.trail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.InvitationMade;
import org.porchlight.account.Member;
import org.porchlight.account.MemberChanged;
import org.porchlight.account.MemberSignedIn;
import org.porchlight.account.SessionEnded;
import org.porchlight.account.SignInFailed;
import org.porchlight.account.SignUpMode;
import org.porchlight.account.SignUpModeChanged;
import org.porchlight.account.Visitor;
import org.porchlight.backup.BackupDownloaded;
import org.porchlight.backup.BackupMade;
import org.porchlight.camera.Camera;
import org.porchlight.camera.CameraAdded;
import org.porchlight.camera.CameraChanged;
import org.porchlight.camera.CameraRemoved;
import org.porchlight.camera.CamerasReordered;
import org.porchlight.camera.Shutter;
import org.porchlight.camera.ShutterChanged;
import org.porchlight.recording.FoundFileDeleted;
import org.porchlight.recording.MoveDecided;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingOpened;
import org.porchlight.recording.RemovalDecided;
import org.porchlight.settings.SettingsChanged;
import org.porchlight.token.Token;
import org.porchlight.token.TokenMade;
import org.porchlight.token.TokenRevoked;
import org.porchlight.viewing.FoundFileAdopted;
import org.porchlight.viewing.LogExported;
import org.porchlight.viewing.RecordingsKept;
import org.porchlight.viewing.Viewing;
import org.porchlight.viewing.ViewingDeleted;
import org.porchlight.viewing.ViewingDisconnected;
import org.porchlight.viewing.ViewingExported;
import org.porchlight.viewing.ViewingTakenBack;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes the trail from what the other modules tell. They do so on the thread of whoever did it: who that is, and where they are,
 * is asked there.
 */
@Component
class TrailWriter {

    private static final Logger log = LoggerFactory.getLogger(TrailWriter.class);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);

    /** Who did what nobody did. */
    private static final String ITSELF = "Porchlight";

    private final Trail trail;
    private final CurrentMember currentMember;
    private final Clock clock;
    private final ZoneId zone;
    private final Openings openings = new Openings();
    private final FailedSignIns failed = new FailedSignIns();

    TrailWriter(Trail trail, CurrentMember currentMember, Clock clock, ZoneId zone) {
        this.trail = trail;
        this.currentMember = currentMember;
        this.clock = clock;
        this.zone = zone;
    }

    @EventListener
    void on(MemberSignedIn event) {
        String how = switch (event.how()) {
            case PASSWORD -> "";
            case KEPT -> "Kept signed in";
        };
        add(event.who().username(), What.SIGNED_IN, how);
    }

    @EventListener
    void on(SignInFailed event) {
        String why = switch (event.why()) {
            case WRONG -> "Name and password do not match";
            case WAITING -> "Not let in yet";
            case DISABLED -> "The account is disabled";
            case TOO_MANY -> "After too many attempts";
        };
        switch (failed.line(event, Visitor.current().network(), clock.instant())) {
            case ITS_OWN -> add(event.username(), What.SIGN_IN_FAILED, why);
            case OF_ALL_OTHERS -> add("", What.SIGN_IN_FAILED, "More in this minute than are written");
            case NONE -> {}
        }
    }

    /** Those that others ended, or that ran out, are not here: what they came of has a line of its own, or nobody did it. */
    @EventListener
    void on(SessionEnded event) {
        switch (event.why()) {
            case SIGNED_OUT -> add(event.who().username(), What.SIGNED_OUT, "");
            case SIGNED_OUT_ELSEWHERE -> add(event.who().username(), What.SIGNED_OUT, "From another device");
            case PASSWORD_CHANGED, BY_OWNER, EXPIRED -> {}
        }
    }

    @EventListener
    void on(RecordingOpened event) {
        currentMember.find().ifPresent(member -> opened(member, event.recording(), event.download()));
    }

    private void opened(Member member, Recording recording, boolean download) {
        Openings.Opening opening = new Openings.Opening(
                member.id(), recording.id(), download, Visitor.current().address());
        if (openings.begins(opening, clock.instant())) {
            String which = recording.cameraName() + ", " + when(recording.begin());
            add(member.username(), download ? What.DOWNLOADED : What.WATCHED, which, recording.viewingId());
        }
    }

    @EventListener
    void on(ViewingExported event) {
        Viewing viewing = event.viewing();
        add(me(), What.EXPORTED, viewing.username() + ", " + when(viewing.startedAt()), viewing.id());
    }

    @EventListener
    void on(LogExported event) {
        add(me(), What.EXPORTED, "The log as a list, " + event.lines() + (event.lines() == 1 ? " line" : " lines"));
    }

    @EventListener
    void on(ViewingDeleted event) {
        Viewing viewing = event.viewing();
        String recordings = switch (event.recordings()) {
            case 0 -> ", not recorded";
            case 1 -> ", with its recording";
            default -> ", with " + event.recordings() + " recordings";
        };
        add(
                me(),
                What.DELETED,
                viewing.username() + ", " + when(viewing.startedAt()) + recordings
                        + (event.forGood() ? "; for good" : "; into the trash"));
    }

    @EventListener
    void on(ViewingTakenBack event) {
        add(
                me(),
                What.TAKEN_BACK,
                event.viewing().username() + ", " + when(event.viewing().startedAt()));
    }

    @EventListener
    void on(RecordingsKept event) {
        String which = event.viewing().username() + ", " + when(event.viewing().startedAt());
        add(me(), What.KEPT, event.kept() ? which : which + "; not any more");
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
        add(ITSELF, What.REMOVED, recording.cameraName() + ", " + when(recording.begin()) + ": " + why);
    }

    @EventListener
    void on(ViewingDisconnected event) {
        add(event.by().username(), What.DISCONNECTED, "Of " + event.viewing().username());
    }

    @EventListener
    void on(FoundFileAdopted event) {
        add(me(), What.FOUND, "Took " + event.file().file() + " into the log");
    }

    @EventListener
    void on(FoundFileDeleted event) {
        add(me(), What.FOUND, "Deleted " + event.file().file());
    }

    @EventListener
    void on(MoveDecided event) {
        String what = switch (event.what()) {
            case BEGUN -> "Began to move them to ";
            case PAUSED -> "Paused moving them to ";
            case GOES_ON -> "Went on moving them to ";
            case STOPPED -> "Stopped moving them to ";
        };
        add(me(), What.MOVED, what + event.target());
    }

    @EventListener
    void on(SettingsChanged event) {
        addEach(Changes.between(event.before(), event.after()));
    }

    @EventListener
    void on(CameraChanged event) {
        addEach(Changes.between(event.before(), event.after()));
    }

    @EventListener
    void on(CameraAdded event) {
        add(me(), What.CAMERA, "Added " + event.camera().name() + ": " + Changes.source(event.camera()));
    }

    @EventListener
    void on(CameraRemoved event) {
        add(me(), What.CAMERA, "Removed " + event.camera().name());
    }

    @EventListener
    void on(CamerasReordered event) {
        List<String> names = event.cameras().stream().map(Camera::name).toList();
        add(me(), What.CAMERA, "Put them into this order: " + String.join(", ", names));
    }

    @EventListener
    void on(ShutterChanged event) {
        Shutter shutter = event.now();
        String by = event.by();
        String camera = event.camera().name();
        String what;
        if (shutter == null) {
            what = "Opened that of " + camera + (by == null ? ": its time had come" : "");
        } else {
            Instant until = shutter.until();
            what = "Closed that of " + camera + (until == null ? "" : " until " + when(until));
        }
        add(by == null ? ITSELF : by, What.SHUTTER, what);
    }

    @EventListener
    void on(SignUpModeChanged event) {
        String change = "Sign-up: " + words(event.after()) + ", was " + words(event.before());
        add(event.by().username(), What.SETTING, change);
    }

    @EventListener
    void on(InvitationMade event) {
        add(event.by().username(), What.PERSON, "Made an invitation");
    }

    @EventListener
    void on(MemberChanged event) {
        String whom = event.whom().username();
        String what = switch (event.what()) {
            case SIGNED_UP -> whom + " signed up";
            case LET_IN -> "Let " + whom + " in";
            case REFUSED -> "Refused " + whom;
            case MADE_OWNER -> "Made " + whom + " an owner";
            case MADE_MEMBER -> "Made " + whom + " a member";
            case DISABLED -> "Disabled " + whom;
            case ENABLED -> "Enabled " + whom;
            case REMOVED -> "Removed " + whom;
            case RESET_OFFERED -> "Made a link for a new password of " + whom;
            case RESET_AT_START -> "Made a link for a new password of " + whom + " by starting Porchlight anew";
            case PASSWORD_RESET -> whom + " chose another password by a link";
            case PASSWORD_CHANGED -> whom + " chose another password";
        };
        Member by = event.by();
        String themselves = event.what() == MemberChanged.Change.RESET_AT_START ? "" : whom;
        add(by == null ? themselves : by.username(), What.PERSON, what);
    }

    @EventListener
    void on(MemberErased event) {
        add(event.by().username(), What.PERSON, "Struck out a name: " + event.instead());
    }

    @EventListener
    void on(MemberDataExported event) {
        add(event.by().username(), What.MEMBER_DATA, "Of " + event.whom().username());
    }

    @EventListener
    void on(TokenMade event) {
        Token token = event.token();
        add(
                event.by().username(),
                What.TOKEN,
                "Made one for " + token.name() + ": " + token.kind().words());
    }

    @EventListener
    void on(TokenRevoked event) {
        add(
                event.by().username(),
                What.TOKEN,
                "Revoked the one of " + event.token().name());
    }

    @EventListener
    void on(LogRetentionChanged event) {
        String change = "Log kept for: " + months(event.after()) + ", was " + months(event.before());
        add(me(), What.SETTING, change);
    }

    @EventListener
    void on(BackupMade event) {
        add(event.by().username(), What.BACKUP, "Made " + event.backup().name());
    }

    @EventListener
    void on(BackupDownloaded event) {
        add(event.by().username(), What.BACKUP, "Downloaded " + event.name());
    }

    private void addEach(List<String> changes) {
        changes.forEach(change -> add(me(), What.SETTING, change));
    }

    private void add(String who, What what, String details) {
        add(who, what, details, null);
    }

    /** What was done is done: a trail that cannot be written, because the disk is full, must not keep an owner from helping. */
    private void add(String who, What what, String details, @Nullable Long viewing) {
        TrailLine line = new TrailLine(0, clock.instant(), who, what, details, viewing, Visitor.current());
        try {
            trail.add(line);
        } catch (DataAccessException e) {
            log.error("The trail could not be written: {}", line, e);
        }
    }

    private String me() {
        return currentMember.find().map(Member::username).orElse("");
    }

    private String when(Instant at) {
        return WHEN.format(at.atZone(zone));
    }

    private static String months(int months) {
        return months == 0 ? "ever" : months + " months";
    }

    private static String words(SignUpMode mode) {
        return switch (mode) {
            case CLOSED -> "closed";
            case APPROVAL -> "with an owner's approval";
            case INVITATION -> "by invitation";
        };
    }
}
