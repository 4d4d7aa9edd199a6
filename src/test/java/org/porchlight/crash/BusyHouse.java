package org.porchlight.crash;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.porchlight.Porchlight;
import org.porchlight.account.AsOwner;
import org.porchlight.account.Member;
import org.porchlight.account.Members;
import org.porchlight.account.SetupCode;
import org.porchlight.backup.Backups;
import org.porchlight.camera.Cameras;
import org.porchlight.media.Cursor;
import org.porchlight.recording.CannotDelete;
import org.porchlight.recording.CannotRecord;
import org.porchlight.recording.Moves;
import org.porchlight.recording.Recording;
import org.porchlight.recording.RecordingChanged;
import org.porchlight.recording.RecordingRemoved;
import org.porchlight.recording.RoomMeter;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.RoomLimits;
import org.porchlight.settings.Settings;
import org.porchlight.viewing.EndReason;
import org.porchlight.viewing.LogEntry;
import org.porchlight.viewing.LogFilter;
import org.porchlight.viewing.LogSort;
import org.porchlight.viewing.Trash;
import org.porchlight.viewing.ViewingLog;
import org.porchlight.viewing.Viewings;
import org.springframework.boot.SpringApplication;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The real application with people in it who watch, record, stop, leave, keep, delete, move and limit at random, and say so on the
 * console: the process that is killed. It waits for a line on its input before they begin.
 */
class BusyHouse {

    /** In front of what is said to the test. */
    static final String SAYS = "@ ";

    private static final int MOST_WATCHING = 3;
    private static final int KEPT = 12;

    /** Recordings and files that are still changed by what goes on by itself after a start. */
    private static final String UNSETTLED = """
            SELECT (SELECT count(*) FROM recording WHERE state IN ('RECORDING', 'DELETING'))
                + (SELECT count(*) FROM move WHERE paused = 0) + (SELECT count(*) FROM move_on_its_way)
                + coalesce((SELECT most_bytes > 0 AND most_bytes < (SELECT sum(bytes) FROM recording) FROM settings), 0)
                * (SELECT count(*) FROM recording WHERE bytes > 0 AND (kept = 0 OR trashed_at IS NOT NULL))""";

    private final JdbcClient database;
    private final Viewings viewings;
    private final ViewingLog log;
    private final Trash trash;
    private final Cameras cameras;
    private final Backups backups;
    private final HouseSettings settings;
    private final Moves moves;
    private final RoomMeter room;
    private final Members members;
    private final SetupCode setupCode;
    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final List<Long> watching = new ArrayList<>();
    private CompletableFuture<?> backup = CompletableFuture.completedFuture(null);
    private @Nullable Random random;
    private @Nullable Cursor pictures;

    BusyHouse(
            JdbcClient database,
            Viewings viewings,
            ViewingLog log,
            Trash trash,
            Cameras cameras,
            Backups backups,
            HouseSettings settings,
            Moves moves,
            RoomMeter room,
            Members members,
            SetupCode setupCode) {
        this.database = database;
        this.viewings = viewings;
        this.log = log;
        this.trash = trash;
        this.cameras = cameras;
        this.backups = backups;
        this.settings = settings;
        this.moves = moves;
        this.room = room;
        this.members = members;
        this.setupCode = setupCode;
    }

    /** @param args the seed, then what Porchlight is given */
    public static void main(String[] args) throws Exception {
        SpringApplication application = new SpringApplication(Porchlight.class, BusyHouse.class);
        List<String> options = new ArrayList<>(List.of(args));
        long seed = Long.parseLong(options.removeFirst());
        BusyHouse house = application.run(options.toArray(String[]::new)).getBean(BusyHouse.class);
        house.waitUntilSettled();
        if (System.in.read() >= 0) {
            house.live(seed);
        }
    }

    private void waitUntilSettled() throws InterruptedException {
        // A look every few milliseconds: this is the process under test, not the test.
        var looks = Executors.newSingleThreadScheduledExecutor();
        looks.scheduleWithFixedDelay(
                () -> {
                    if (database.sql(UNSETTLED).query(Integer.class).single() == 0) {
                        looks.shutdown();
                    }
                },
                0,
                20,
                TimeUnit.MILLISECONDS);
        if (!looks.awaitTermination(30, TimeUnit.SECONDS)) {
            say("unsettled");
        }
        say("settled");
    }

    private void live(long seed) throws InvalidInput {
        random = new Random(seed);
        pictures = cameras.capture(1).jpeg().fromNewest(); // the camera is on as long as somebody looks
        Member ana = members.none()
                ? members.signUp("Ana", "under the old lamp", "under the old lamp", setupCode.display())
                : AsOwner.ask(members::all).getFirst();
        Executors.newSingleThreadScheduledExecutor()
                .scheduleWithFixedDelay(() -> step(ana), 0, 50, TimeUnit.MILLISECONDS);
    }

    private void step(Member ana) {
        try {
            AsOwner.run(ana, () -> doSomething(ana));
        } catch (Exception e) {
            e.printStackTrace(); // the test finds it in the log
        }
    }

    private void doSomething(Member ana) throws CannotDelete, InvalidInput {
        if (watching.isEmpty() || (watching.size() < MOST_WATCHING && chance(20))) {
            long id = viewings.begin(ana, 1, "session", "").id();
            say("begun " + id);
            watching.add(id);
        }
        long id = watching.get(anyOf(watching.size()));
        if (!viewings.recording(id).isOn()) {
            record(id);
        } else if (chance(7)) {
            say("stopping " + id);
            viewings.stopRecording(id);
        } else if (chance(5)) {
            say("leaving " + id);
            viewings.end(id, EndReason.LEFT);
            watching.remove(id);
        } else if (chance(10)) {
            deleteAnOldOne();
        } else if (chance(4) && backup.isDone()) {
            say("backing up");
            backup = backups.start().thenAccept(made -> say("backed up " + made.name()));
        } else if (chance(3)) {
            move();
        } else if (chance(12)) {
            limit();
        } else if (chance(10)) {
            keepOrLetGo();
        }
    }

    /** All that there is goes to the other of two folders, and there is room for all. */
    private void move() throws InvalidInput {
        Settings now = settings.current();
        Path current = now.recordingsFolder();
        Path other = current.resolveSibling(current.endsWith("recordings") ? "usb" : "recordings");
        say("moving");
        save(now, other, 0);
        moves.begin();
        if (chance(20)) {
            moves.pause();
        } else {
            say("moves " + other);
        }
    }

    /** Half of what there is may stay: some of it goes within seconds, unless everything is kept. */
    private void limit() throws InvalidInput {
        say("limiting");
        Settings now = settings.current();
        save(now, now.recordingsFolder(), Math.max(1, room.measure().recorded() / 2));
    }

    private void save(Settings now, Path folder, long mostBytes) throws InvalidInput {
        RoomLimits limits = now.room();
        settings.save(new Settings(
                now.framesPerSecond(),
                folder,
                now.recordEverySession(),
                now.preRollSeconds(),
                new RoomLimits(limits.days(), mostBytes, limits.leastFreeBytes(), limits.trashDays())));
    }

    private void keepOrLetGo() throws InvalidInput {
        List<LogEntry> ended = ended();
        if (ended.isEmpty()) {
            return;
        }
        long id = ended.get(anyOf(ended.size())).id();
        boolean keep = chance(40);
        if (!keep) {
            say("letting " + id);
        }
        log.keep(id, keep);
        log.find(id).stream()
                .flatMap(entry -> entry.playable().stream())
                .filter(Recording::kept)
                .forEach(kept -> say("kept " + kept.id() + " " + id));
    }

    private void record(long id) {
        try {
            viewings.record(id);
        } catch (CannotRecord e) {
            say("refused " + id + " " + e.sentence()); // no picture yet
        }
    }

    private void deleteAnOldOne() throws CannotDelete {
        List<LogEntry> ended = ended();
        if (ended.size() <= KEPT) {
            return;
        }
        long id = ended.get(anyOf(ended.size())).id();
        if (chance(30)) {
            say("trashing " + id);
            trash.put(id);
            if (chance(50)) {
                if (trash.takeBack(id)) {
                    say("back " + id);
                }
            }
        } else {
            say("deleting " + id);
            trash.delete(id);
            say("deleted " + id);
        }
    }

    /** Told on recorders' threads, where nobody is signed in. */
    @EventListener
    void on(RecordingChanged changed) throws Exception {
        AsOwner.call(() -> log.find(changed.viewingId())).stream()
                .flatMap(entry -> entry.recordings().stream())
                .forEach(this::tell);
    }

    @EventListener
    void on(RecordingRemoved removed) {
        say("pruned " + removed.recording().id());
    }

    private void tell(Recording recording) {
        if (recording.isPlayable() && told.add("finished " + recording.id())) {
            say("finished " + recording.id() + " " + recording.viewingId() + " "
                    + recording.length().toMillis());
        } else if (recording.state() == Recording.State.RECORDING
                && recording.startedAt() != null
                && told.add("running " + recording.id())) {
            say("running " + recording.id() + " " + recording.viewingId() + " "
                    + recording.startedAt().toEpochMilli());
        }
    }

    private List<LogEntry> ended() {
        return entries().stream()
                .filter(entry -> !entry.viewing().isOpen() && !entry.isRecording())
                .toList();
    }

    private List<LogEntry> entries() {
        try {
            return AsOwner.call(() -> log.page(LogFilter.ALL, LogSort.NEWEST_FIRST, 0, 1000));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean chance(int percent) {
        return anyOf(100) < percent;
    }

    private int anyOf(int bound) {
        return java.util.Objects.requireNonNull(random).nextInt(bound);
    }

    private static void say(String line) {
        System.out.println(SAYS + line);
    }
}
