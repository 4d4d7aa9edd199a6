package org.porchlight.camera;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Capture;
import org.porchlight.media.CaptureStatus;
import org.porchlight.media.CaptureStatus.State;
import org.porchlight.media.Sentence;
import org.porchlight.media.Source;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.InvalidInput.Problem;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.settings.SettingsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The cameras of the house, and the one capture that each of them has. Safe for any thread. */
@Service
public class Cameras {

    /** Labels of the fields, as they stand in the English page and in {@link Problem#field()}. */
    public static final String CAMERA_NAME = "Camera name", SOURCE = "Source", RESOLUTION = "Resolution";

    /** As many as a small computer may be asked to show at once. */
    public static final int MOST = 16;

    /** Stands in the place of the number of a camera that has none yet. */
    public static final long NEW = 0;

    private final CameraRows rows;
    private final AutomaticSource automatic;
    private final HouseSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    /** In their order; replaced whole, and never changed. */
    private volatile Map<Long, RunningCamera> running = Map.of();

    Cameras(
            CameraRows rows,
            AutomaticSource automatic,
            HouseSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.automatic = automatic;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
        rows.all().forEach(kept -> put(new RunningCamera(kept.camera(), kept.shutter(), automatic, settings)));
    }

    /** Every camera, in the order that an owner gave them; at least one. */
    public List<Camera> all() {
        return running.values().stream().map(RunningCamera::camera).toList();
    }

    /** Those that were removed, of which the log still speaks; the last one first. They have a name and nothing else. */
    public List<Camera> removed() {
        return rows.removed();
    }

    public Optional<Camera> find(long id) {
        return running(id).map(RunningCamera::camera);
    }

    /** The first camera; there always is one. */
    public Camera first() {
        return running.values().iterator().next().camera();
    }

    /** What a camera does now; never opens anything. */
    public CaptureStatus status(long id) {
        return get(id).capture().status();
    }

    /** Its shutter, while that is closed. */
    public Optional<Shutter> shutter(long id) {
        return running(id).map(RunningCamera::shutter);
    }

    /** Whether somebody could look through it now: it is there, and its shutter is open. A look into memory. */
    public boolean isOpen(long id) {
        return running(id).filter(found -> found.shutter() == null).isPresent();
    }

    /**
     * The one capture of a camera, however many look through it; for whoever wants to read it. While nobody does, and its
     * source is automatic, that is looked for anew. While the shutter is closed, nothing comes of it.
     *
     * @throws IllegalArgumentException when there is no such camera
     */
    public Capture capture(long id) {
        RunningCamera found = get(id);
        if (found.camera().source() == null && found.capture().status().state() == State.OFF) {
            found.look();
        }
        return found.capture();
    }

    /** What a camera reads, or is about to read. */
    public Source sourceInUse(long id) {
        return get(id).source();
    }

    /** What stands against saving a camera like this; empty when it can be taken. */
    public List<Problem> problems(Camera wanted) {
        return new CameraChecks(running.values(), wanted.id()).problems(wanted);
    }

    /**
     * Adds a camera, in the last place.
     *
     * @param wanted with any number: it gets one of its own
     * @throws InvalidInput when something cannot be taken; nothing is changed then
     */
    @OwnersOnly
    public Camera add(Camera wanted) throws InvalidInput {
        Camera added;
        synchronized (this) {
            check(new Camera(NEW, wanted.name(), wanted.source(), wanted.width(), wanted.height()));
            if (running.size() >= MOST) {
                throw new InvalidInput(CAMERA_NAME, Sentence.of("input.mostCameras", MOST));
            }
            added = rows.insert(stripped(wanted));
            put(new RunningCamera(added, null, automatic, settings));
        }
        events.publishEvent(new CameraAdded(added));
        return added;
    }

    /**
     * Takes a camera as an owner wants it; it is in effect at once, for those who watch too.
     *
     * @throws InvalidInput when something cannot be taken; nothing is changed then
     */
    @OwnersOnly
    public Camera save(Camera wanted) throws InvalidInput {
        Camera before;
        Camera after = stripped(wanted);
        synchronized (this) {
            RunningCamera found = running(wanted.id())
                    .orElseThrow(() -> new InvalidInput(CAMERA_NAME, Sentence.of("input.cameraRemoved")));
            check(wanted);
            before = found.camera();
            if (after.equals(before)) {
                return after;
            }
            rows.update(after);
            found.change(after);
        }
        events.publishEvent(new CameraChanged(before, after));
        return after;
    }

    /**
     * Puts the cameras into this order. Those that are not named, because they were added meanwhile, come last.
     *
     * @param ids their numbers; others mean nothing
     */
    @OwnersOnly
    public void reorder(List<Long> ids) {
        synchronized (this) {
            Map<Long, RunningCamera> ordered = new LinkedHashMap<>();
            ids.forEach(id -> running(id).ifPresent(found -> ordered.put(id, found)));
            running.forEach(ordered::putIfAbsent);
            if (List.copyOf(ordered.keySet()).equals(List.copyOf(running.keySet()))) {
                return;
            }
            int position = 1;
            for (long id : ordered.keySet()) {
                rows.place(id, position++);
            }
            running = ordered;
        }
        events.publishEvent(new CamerasReordered(all()));
    }

    /**
     * Removes a camera. Those who watch see it go; what was recorded stays in the log, under its name. Nothing happens when it
     * is gone already.
     *
     * @throws InvalidInput when it is the only one
     */
    @OwnersOnly
    public void remove(long id) throws InvalidInput {
        RunningCamera found;
        synchronized (this) {
            found = running.get(id);
            if (found == null) {
                return;
            }
            if (running.size() == 1) {
                throw new InvalidInput(CAMERA_NAME, Sentence.of("input.onlyCamera"));
            }
            rows.remove(id, clock.instant());
            Map<Long, RunningCamera> left = new LinkedHashMap<>(running);
            left.remove(id);
            running = left;
        }
        try {
            events.publishEvent(new CameraRemoved(found.camera()));
        } finally {
            found.capture().close();
        }
    }

    /** Closes the shutter of a camera, or opens it; for {@link Shutters}. False where there is no such camera. */
    synchronized boolean shut(long id, @Nullable Shutter shutter) {
        RunningCamera found = running.get(id);
        if (found == null) {
            return false;
        }
        rows.shut(id, shutter);
        found.shut(shutter);
        return true;
    }

    /** Has closed shutters say {@code instead} where they name somebody who is forgotten; they stay closed. */
    @OwnersOnly
    public synchronized void forget(String name, String instead) {
        running.forEach((id, found) -> {
            Shutter shutter = found.shutter();
            if (shutter != null && shutter.by().equals(name)) {
                shut(id, new Shutter(instead, shutter.since(), shutter.until()));
            }
        });
    }

    /** The camera that reads this source now. */
    Optional<RunningCamera> reading(Source source) {
        return running.values().stream()
                .filter(found -> found.source().equals(source) || found.source().isSameDevice(source))
                .findFirst();
    }

    @EventListener
    void on(SettingsChanged change) {
        if (change.before().framesPerSecond() != change.after().framesPerSecond()) {
            running.values().forEach(RunningCamera::look);
        }
        if (change.before().preRollSeconds() != change.after().preRollSeconds()) {
            running.values()
                    .forEach(found -> found.capture().keep(change.after().preRoll()));
        }
    }

    @PreDestroy
    void close() {
        running.values().forEach(found -> found.capture().close());
    }

    private void check(Camera wanted) throws InvalidInput {
        List<Problem> problems = problems(wanted);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
    }

    private void put(RunningCamera camera) {
        Map<Long, RunningCamera> more = new LinkedHashMap<>(running);
        more.put(camera.camera().id(), camera);
        running = more;
    }

    Optional<RunningCamera> running(long id) {
        return Optional.ofNullable(running.get(id));
    }

    private RunningCamera get(long id) {
        return running(id).orElseThrow(() -> new IllegalArgumentException("There is no camera " + id + "."));
    }

    private static Camera stripped(Camera typed) {
        return new Camera(typed.id(), typed.name().strip(), stripped(typed.source()), typed.width(), typed.height());
    }

    static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
