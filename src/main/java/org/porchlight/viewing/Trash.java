package org.porchlight.viewing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.media.Sentence;
import org.porchlight.recording.CannotDelete;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingLibrary;
import org.porchlight.recording.Snapshots;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.MembersOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Viewings that were deleted: they can be taken back for some days, whole, and are not to be seen meanwhile. Members delete and
 * take back their own, owners all. Safe for any thread.
 */
@Service
@MembersOnly
public class Trash {

    private static final int MOST_LINES = 500;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final ViewingRows rows;
    private final ViewingRights rights;
    private final Viewings viewings;
    private final RecordingLibrary library;
    private final Snapshots snapshots;
    private final HouseSettings settings;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Trash(
            JdbcClient database,
            TransactionTemplate transaction,
            ViewingRows rows,
            ViewingRights rights,
            Viewings viewings,
            RecordingLibrary library,
            Snapshots snapshots,
            HouseSettings settings,
            CurrentMember me,
            ApplicationEventPublisher events,
            Clock clock) {
        this.database = database;
        this.transaction = transaction;
        this.rows = rows;
        this.rights = rights;
        this.viewings = viewings;
        this.library = library;
        this.snapshots = snapshots;
        this.settings = settings;
        this.me = me;
        this.events = events;
        this.clock = clock;
    }

    /** For how many days what is deleted can be taken back; 0: not at all. */
    public int days() {
        return settings.current().room().trashDays();
    }

    /**
     * Puts a viewing into the trash, with its recordings; where the house has none, it is gone for good. One that is gone already
     * is no error.
     *
     * @throws CannotDelete with a sentence, when it is another's, goes on, or is still being finished
     */
    public void put(long id) throws CannotDelete {
        if (days() == 0) {
            delete(id);
            return;
        }
        Optional<LogEntry> found = deletable(id);
        if (found.isEmpty()) {
            return;
        }
        library.mayBeDeleted(id);
        Instant now = clock.instant();
        String by = me.get().username();
        boolean put = Boolean.TRUE.equals(transaction.execute(status -> {
            library.trash(id, now);
            return rows.trash(id, now, by);
        }));
        if (put) {
            LogEntry entry = found.get();
            events.publishEvent(new ViewingDeleted(
                    entry.viewing(), entry.playable().size(), entry.snapshots().size(), false));
        }
    }

    /**
     * Deletes a viewing with its recordings and their files for good, be it in the trash or not. One that is gone already is no
     * error.
     *
     * @throws CannotDelete with a sentence, when it is another's, goes on, or a file cannot be removed
     */
    public void delete(long id) throws CannotDelete {
        Optional<LogEntry> found = deletable(id);
        if (found.isEmpty()) {
            return;
        }
        LogEntry entry = found.get();
        int recordings =
                (int) entry.recordings().stream().filter(Recording::isFinished).count();
        library.deleteOf(id);
        snapshots.deleteOf(id);
        rows.delete(id);
        events.publishEvent(new ViewingDeleted(
                entry.viewing(), recordings, entry.snapshots().size(), true));
    }

    /**
     * Deletes a viewing that is in the trash for good. One that was taken back meanwhile stays.
     *
     * @throws CannotDelete with a sentence, when it is another's, or a file cannot be removed
     */
    public void deleteTrashed(long id) throws CannotDelete {
        if (rows.isTrashed(id)) {
            delete(id);
        }
    }

    /**
     * Takes a viewing back, as it was.
     *
     * @return false when it is gone for good
     * @throws CannotDelete with a sentence, when it is another's
     */
    public boolean takeBack(long id) throws CannotDelete {
        refuseAnothers(id, "viewing.othersTakeBack");
        Optional<Viewing> viewing = rows.find(id);
        boolean back = Boolean.TRUE.equals(transaction.execute(status -> {
            library.takeBack(id);
            return rows.takeBack(id);
        }));
        if (back && viewing.isPresent()) {
            events.publishEvent(new ViewingTakenBack(viewing.get()));
        }
        return back;
    }

    /** What is in it of whoever asks, for owners of everybody; what was deleted last in front. */
    public List<TrashedViewing> lines() {
        Member asking = me.get();
        List<TrashedViewing> lines = database.sql("SELECT * FROM viewing WHERE trashed_at IS NOT NULL"
                        + " AND (:all OR member_id = :me) ORDER BY trashed_at DESC, id DESC LIMIT :limit")
                .param("all", asking.owner())
                .param("me", asking.id())
                .param("limit", MOST_LINES)
                .query((row, number) -> {
                    Instant at = Instant.ofEpochMilli(row.getLong("trashed_at"));
                    return new TrashedViewing(
                            new LogEntry(ViewingRows.read(row, number), List.of()),
                            at,
                            row.getString("trashed_by"),
                            at.plus(Duration.ofDays(days())));
                })
                .list();
        Map<Long, List<Recording>> recordings =
                library.of(lines.stream().map(line -> line.entry().id()).toList());
        return lines.stream()
                .map(line -> line.with(recordings.getOrDefault(line.entry().id(), List.of())))
                .toList();
    }

    private Optional<LogEntry> deletable(long id) throws CannotDelete {
        refuseAnothers(id, "viewing.othersDelete");
        if (viewings.isOpen(id)) {
            throw new CannotDelete(Sentence.of("viewing.goesOn"));
        }
        return rows.find(id)
                .map(viewing -> new LogEntry(
                        viewing,
                        library.of(List.of(id)).getOrDefault(id, List.of()),
                        snapshots.of(List.of(id)).getOrDefault(id, List.of())));
    }

    private void refuseAnothers(long id, String refusal) throws CannotDelete {
        Optional<Sentence> refused = rights.refusal(id, refusal);
        if (refused.isPresent()) {
            throw new CannotDelete(refused.get());
        }
    }
}
