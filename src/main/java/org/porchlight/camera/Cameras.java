package org.porchlight.camera;

import jakarta.annotation.PreDestroy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Capture;
import org.porchlight.media.CaptureStatus;
import org.porchlight.media.CaptureStatus.State;
import org.porchlight.media.CaptureWishes;
import org.porchlight.media.Source;
import org.porchlight.settings.HouseSettings;
import org.porchlight.settings.InvalidInput;
import org.porchlight.settings.InvalidInput.Problem;
import org.porchlight.settings.OwnersOnly;
import org.porchlight.settings.PlainText;
import org.porchlight.settings.SettingsChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** The cameras of the house, and the one capture that each of them has. Safe for any thread. */
@Service
public class Cameras {

    /** Labels of the fields, as they stand in the page and in {@link Problem#field()}. */
    public static final String CAMERA_NAME = "Camera name", SOURCE = "Source", RESOLUTION = "Resolution";

    private static final int LONGEST_NAME = 60;

    private final CameraRows rows;
    private final AutomaticSource automatic;
    private final HouseSettings settings;
    private final ApplicationEventPublisher events;
    private final Map<Long, Running> running = new ConcurrentHashMap<>();

    Cameras(CameraRows rows, AutomaticSource automatic, HouseSettings settings, ApplicationEventPublisher events) {
        this.rows = rows;
        this.automatic = automatic;
        this.settings = settings;
        this.events = events;
        rows.all().forEach(camera -> running.put(camera.id(), new Running(camera)));
    }

    /** A camera with its capture and the source that this reads. */
    private final class Running {

        private volatile Camera camera;
        private volatile Source source;
        private final Capture capture;

        Running(Camera camera) {
            this.camera = camera;
            this.source = resolve(camera);
            this.capture = Capture.of(source, wishes(camera));
            capture.keep(settings.current().preRoll());
        }

        synchronized void change(Camera wanted) {
            camera = wanted;
            look();
        }

        /** Looks again for the source, and has the capture read it as is wished now. */
        synchronized void look() {
            source = resolve(camera);
            capture.reconfigure(source, wishes(camera));
        }
    }

    /** Every camera, the first one first. */
    public List<Camera> all() {
        return running.keySet().stream().sorted().map(id -> get(id).camera).toList();
    }

    public Optional<Camera> find(long id) {
        return Optional.ofNullable(running.get(id)).map(found -> found.camera);
    }

    /** The first camera; there always is one. */
    public Camera first() {
        return all().getFirst();
    }

    /** What a camera does now; never opens anything. */
    public CaptureStatus status(long id) {
        return get(id).capture.status();
    }

    /**
     * The one capture of a camera, however many look through it; for whoever wants to read it. While nobody does, and its
     * source is automatic, that is looked for anew.
     *
     * @throws IllegalArgumentException when there is no such camera
     */
    public Capture capture(long id) {
        Running found = get(id);
        if (found.camera.source() == null && found.capture.status().state() == State.OFF) {
            found.look();
        }
        return found.capture;
    }

    /** What a camera reads, or is about to read. */
    public Source sourceInUse(long id) {
        return get(id).source;
    }

    /** What stands against saving a camera like this; empty when it can be taken. */
    public List<Problem> problems(Camera wanted) {
        List<Problem> problems = new ArrayList<>();
        String name = wanted.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            problems.add(new Problem(CAMERA_NAME, "Enter a name of 1 to " + LONGEST_NAME + " characters."));
        } else if (name.codePoints().anyMatch(PlainText::invisible)) {
            problems.add(new Problem(CAMERA_NAME, "A name has letters, digits and signs on one line."));
        }
        problemOfSource(wanted).ifPresent(sentence -> problems.add(new Problem(SOURCE, sentence)));
        if (wanted.width() < 160 || wanted.width() > 3840 || wanted.height() < 120 || wanted.height() > 2160) {
            problems.add(new Problem(RESOLUTION, "Enter a width and a height from 160 × 120 to 3840 × 2160."));
        }
        return problems;
    }

    /**
     * Takes a camera as an owner wants it; it is in effect at once, for those who watch too.
     *
     * @throws InvalidInput when something cannot be taken; nothing is changed then
     */
    @OwnersOnly
    public synchronized Camera save(Camera wanted) throws InvalidInput {
        Running found = get(wanted.id());
        List<Problem> problems = problems(wanted);
        if (!problems.isEmpty()) {
            throw new InvalidInput(problems);
        }
        Camera before = found.camera;
        Camera after = new Camera(
                wanted.id(), wanted.name().strip(), stripped(wanted.source()), wanted.width(), wanted.height());
        if (!after.equals(before)) {
            rows.update(after);
            found.change(after);
            events.publishEvent(new CameraChanged(before, after));
        }
        return after;
    }

    @EventListener
    void on(SettingsChanged change) {
        if (change.before().framesPerSecond() != change.after().framesPerSecond()) {
            running.values().forEach(Running::look);
        }
        if (change.before().preRollSeconds() != change.after().preRollSeconds()) {
            running.values().forEach(found -> found.capture.keep(change.after().preRoll()));
        }
    }

    @PreDestroy
    void close() {
        running.values().forEach(found -> found.capture.close());
    }

    private Optional<String> problemOfSource(Camera wanted) {
        String text = stripped(wanted.source());
        // A camera that is unplugged just now keeps its source while something else is changed.
        if (text == null || text.equals(get(wanted.id()).camera.source())) {
            return Optional.empty();
        }
        try {
            return Source.parse(text).missing();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private Source resolve(Camera camera) {
        String chosen = camera.source();
        return chosen == null ? automatic.of(camera.id()) : Source.parse(chosen);
    }

    private CaptureWishes wishes(Camera camera) {
        return new CaptureWishes(
                camera.width(), camera.height(), settings.current().framesPerSecond());
    }

    private Running get(long id) {
        Running found = running.get(id);
        if (found == null) {
            throw new IllegalArgumentException("There is no camera " + id + ".");
        }
        return found;
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
