package org.porchlight.camera;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Source;
import org.porchlight.settings.CannotStart;
import org.porchlight.settings.PorchlightOptions;
import org.springframework.stereotype.Component;

/**
 * Finds the source of a camera for which none was chosen: what was given at start, else the first device that captures, else
 * the one that did so before (a door must not turn into a demo because a plug came loose), else the demo picture.
 */
@Component
class AutomaticSource {

    private final @Nullable Source given;
    private final String written;
    private final CameraRows rows;

    /** @throws CannotStart when what was given at start is no source */
    AutomaticSource(PorchlightOptions options, CameraRows rows) {
        String camera = options.camera();
        written = camera == null ? "" : camera.strip();
        this.given = camera == null || camera.isBlank() ? null : parse(camera);
        this.rows = rows;
    }

    /** What was given at start, as it was written there. */
    Optional<String> given() {
        return Optional.ofNullable(given).map(source -> written);
    }

    Source of(long camera) {
        if (given != null) {
            return given;
        }
        Optional<Source> device = freeDevice();
        Optional<Source> before = rows.foundDevice(camera).map(Source::parse);
        if (device.isPresent() && !device.equals(before)) {
            rows.rememberDevice(camera, device.get().display());
        }
        return device.or(() -> before).orElseGet(() -> Source.parse("demo"));
    }

    /** The first device that no camera was told to read. */
    private Optional<Source> freeDevice() {
        List<Source> taken = rows.all().stream()
                .map(kept -> kept.camera().source())
                .filter(Objects::nonNull)
                .map(Source::parse)
                .toList();
        return Source.devices().keySet().stream()
                .filter(device -> taken.stream().noneMatch(device::isSameDevice))
                .findFirst();
    }

    private static Source parse(String option) {
        try {
            return Source.parse(option);
        } catch (IllegalArgumentException e) {
            // It is not repeated: there may be a password in it.
            throw new CannotStart(
                    "What was given as --porchlight.camera is no camera.", String.valueOf(e.getMessage()), e);
        }
    }
}
