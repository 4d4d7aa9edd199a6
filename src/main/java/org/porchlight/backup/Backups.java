package org.porchlight.backup;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.media.FolderSync;
import org.porchlight.media.Sentence;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.settings.PorchlightOptions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Copies of the database, made by an owner's click and once a day. They are made on a thread of their own, one after the other,
 * while everything else goes on. Safe for any thread.
 */
@Service
public class Backups {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Logger log = LoggerFactory.getLogger(Backups.class);

    private final DatabaseFile database;
    private final BackupFolder folder;
    private final int kept;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final ZoneId zone;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .name("backup")
            .daemon()
            .priority(Thread.MIN_PRIORITY)
            .factory());

    Backups(
            PorchlightOptions house,
            BackupOptions options,
            CurrentMember me,
            ApplicationEventPublisher events,
            Clock clock,
            ZoneId zone) {
        this.database = DatabaseFile.in(house.dataDir());
        this.folder = new BackupFolder(options.folder(house));
        this.kept = options.backupsKept();
        this.me = me;
        this.events = events;
        this.clock = clock;
        this.zone = zone;
    }

    /** Whether one is made every day. */
    public boolean daily() {
        return kept > 0;
    }

    /** Of how many days those are kept. */
    public int kept() {
        return kept;
    }

    /** The newest one; empty when there is none, or its folder cannot be read. */
    @OwnersOnly
    public Optional<Backup> last() {
        try {
            Optional<Path> newest = folder.newest(clock.instant(), zone);
            if (newest.isEmpty()) {
                newest = folder.newest();
            }
            return newest.isEmpty() ? Optional.empty() : Optional.of(describe(newest.get()));
        } catch (IOException e) {
            log.warn("The folder of the backups cannot be read: {}", e.toString());
            return Optional.empty();
        }
    }

    /** Has one made; answers at once. It fails with {@link CannotBackUp}. */
    @OwnersOnly
    public CompletableFuture<Backup> start() {
        Member by = me.get();
        CompletableFuture<Backup> done = new CompletableFuture<>();
        thread.execute(() -> {
            try {
                Backup backup = make();
                events.publishEvent(new BackupMade(by, backup));
                done.complete(backup);
            } catch (CannotBackUp | RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    /** The file of one, to be saved elsewhere; empty when there is none of this name. */
    @OwnersOnly
    public Optional<Path> download(String name) {
        Optional<Path> file = folder.find(name);
        file.ifPresent(found -> events.publishEvent(new BackupDownloaded(me.get(), name)));
        return file;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        thread.execute(this::tidy);
        if (daily()) {
            // Not at the start, which has enough to do; then often, since a small computer is not always on.
            thread.scheduleWithFixedDelay(this::makeIfDue, 10, 60, TimeUnit.MINUTES);
        }
    }

    @PreDestroy
    void end() throws InterruptedException {
        thread.shutdownNow();
        thread.awaitTermination(5, TimeUnit.SECONDS);
    }

    /** Makes one if the last is a day old. */
    void makeIfDue() {
        try {
            Optional<Path> newest = folder.newest(clock.instant(), zone);
            if (newest.isEmpty() || age(newest.get()).compareTo(DAY) >= 0) {
                make();
            }
        } catch (CannotBackUp e) {
            log.error("The daily backup was not made. {}", e.sentence());
        } catch (IOException | RuntimeException e) {
            log.error("The daily backup was not made", e);
        }
    }

    private Duration age(Path backup) {
        return Duration.between(BackupFolder.madeAt(backup, zone), clock.instant());
    }

    /** Each step may be the last: there is the backup as it was before, or all of the new one. */
    synchronized Backup make() throws CannotBackUp {
        Instant at = clock.instant();
        try {
            Path file = folder.next(at, zone);
            Path copy = BackupArchive.makePrivate(BackupFolder.unfinished(file, "copy"));
            Path archive = BackupFolder.unfinished(file, "archive");
            try {
                DatabaseCopy.write(database, copy);
                Optional<String> damage = new DatabaseFile(copy).damage();
                if (damage.isPresent()) {
                    throw new CannotBackUp(Sentence.of("backup.damaged", damage.get()), null);
                }
                new BackupArchive(archive).write(copy, DatabaseCopy.checksums(copy));
                Files.move(archive, file, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(archive);
            }
            FolderSync.nameOf(file);
            if (daily()) {
                folder.keep(kept, file, zone);
            }
            Backup backup = describe(file);
            log.info("Backed up to {}", file);
            return backup;
        } catch (IOException | SQLException e) {
            throw new CannotBackUp(Sentence.of("backup.notWritten", folder.path()), e);
        }
    }

    private void tidy() {
        try {
            folder.tidy();
        } catch (IOException e) {
            log.warn("What an unfinished backup left in {} cannot be removed: {}", folder.path(), e.toString());
        }
    }

    private Backup describe(Path file) throws IOException {
        return new Backup(
                String.valueOf(file.getFileName()),
                file.resolveSibling(".").normalize(),
                BackupFolder.madeAt(file, zone),
                Files.size(file));
    }
}
