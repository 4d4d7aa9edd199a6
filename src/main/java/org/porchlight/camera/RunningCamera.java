package org.porchlight.camera;

import org.jspecify.annotations.Nullable;
import org.porchlight.media.Capture;
import org.porchlight.media.CaptureWishes;
import org.porchlight.media.Source;
import org.porchlight.settings.HouseSettings;

/** A camera with its capture, the source that this reads, and its shutter. Safe for any thread. */
final class RunningCamera {

    private final AutomaticSource automatic;
    private final HouseSettings settings;
    private final Capture capture;
    private volatile Camera camera;
    private volatile Source source;
    private volatile @Nullable Shutter shutter;

    RunningCamera(Camera camera, @Nullable Shutter shutter, AutomaticSource automatic, HouseSettings settings) {
        this.camera = camera;
        this.shutter = shutter;
        this.automatic = automatic;
        this.settings = settings;
        source = resolve();
        capture = Capture.of(source, wishes());
        capture.keep(settings.current().preRoll());
        capture.rest(shutter != null);
    }

    Camera camera() {
        return camera;
    }

    /** What the capture reads, or is about to read. */
    Source source() {
        return source;
    }

    Capture capture() {
        return capture;
    }

    /** Null while it is open. */
    @Nullable
    Shutter shutter() {
        return shutter;
    }

    synchronized void change(Camera wanted) {
        camera = wanted;
        look();
    }

    /** Looks again for the source, and has the capture read it as is wished now. */
    synchronized void look() {
        source = resolve();
        capture.reconfigure(source, wishes());
    }

    /** Closes the shutter, and lets the camera go, or opens it. */
    synchronized void shut(@Nullable Shutter wanted) {
        shutter = wanted;
        capture.rest(wanted != null);
    }

    private Source resolve() {
        String chosen = camera.source();
        return chosen == null ? automatic.of(camera.id()) : Source.parse(chosen);
    }

    private CaptureWishes wishes() {
        return new CaptureWishes(
                camera.width(), camera.height(), settings.current().framesPerSecond());
    }
}
