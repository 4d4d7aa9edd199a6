package org.porchlight.testing;

import java.nio.file.Path;
import org.porchlight.settings.Settings;

/** Settings as they are until an owner changes them, with recordings in a test's own folder. */
public final class TestSettings {

    private TestSettings() {}

    public static Settings in(Path recordings) {
        Settings defaults = Settings.defaults();
        return new Settings(
                defaults.framesPerSecond(),
                recordings,
                defaults.recordEverySession(),
                defaults.preRollSeconds(),
                defaults.room());
    }
}
