package org.porchlight.ui;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Optional;
import org.porchlight.camera.Shutter;
import org.porchlight.camera.Shutters;

/** The shutter of the camera that a live page shows: the way to close it, and what is said while it is closed. */
final class LiveShutter {

    final ShutterMenu menu;
    final ShutterPanel panel;
    private long camera;
    private String said = "";

    /** @param opened told when it was opened here */
    LiveShutter(Shutters shutters, Clock clock, ZoneId zone, Runnable opened) {
        ShutterWords words = new ShutterWords(clock, zone);
        menu = new ShutterMenu(shutters, words);
        panel = new ShutterPanel(words, () -> {
            shutters.open(camera);
            opened.run();
        });
    }

    /** Shows how it is with that of a camera. */
    void show(long cameraId, String name, Optional<Shutter> closed) {
        camera = cameraId;
        menu.of(cameraId, name).setVisible(closed.isEmpty());
        said = closed.map(panel::show).orElse("");
    }

    boolean isClosed() {
        return !said.isEmpty();
    }

    /** What a screen reader should say of it; empty while it is open. */
    String said() {
        return said;
    }
}
