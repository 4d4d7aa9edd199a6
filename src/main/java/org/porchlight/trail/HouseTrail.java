package org.porchlight.trail;

import java.time.Instant;
import java.util.List;
import org.porchlight.backup.BackupDownloaded;
import org.porchlight.backup.BackupMade;
import org.porchlight.camera.Camera;
import org.porchlight.camera.CameraAdded;
import org.porchlight.camera.CameraChanged;
import org.porchlight.camera.CameraRemoved;
import org.porchlight.camera.CamerasReordered;
import org.porchlight.camera.Shutter;
import org.porchlight.camera.ShutterChanged;
import org.porchlight.settings.SettingsChanged;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What is set in the house, its cameras and shutters, and its backups, as lines of the trail. */
@Component
class HouseTrail {

    private final TrailWriter trail;

    HouseTrail(TrailWriter trail) {
        this.trail = trail;
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
        trail.add(trail.me(), What.CAMERA, "Added " + event.camera().name() + ": " + Changes.source(event.camera()));
    }

    @EventListener
    void on(CameraRemoved event) {
        trail.add(trail.me(), What.CAMERA, "Removed " + event.camera().name());
    }

    @EventListener
    void on(CamerasReordered event) {
        List<String> names = event.cameras().stream().map(Camera::name).toList();
        trail.add(trail.me(), What.CAMERA, "Put them into this order: " + String.join(", ", names));
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
            what = "Closed that of " + camera + (until == null ? "" : " until " + trail.when(until));
        }
        trail.add(by == null ? TrailWriter.ITSELF : by, What.SHUTTER, what);
    }

    @EventListener
    void on(LogRetentionChanged event) {
        String change = "Log kept for: " + months(event.after()) + ", was " + months(event.before());
        trail.add(trail.me(), What.SETTING, change);
    }

    @EventListener
    void on(BackupMade event) {
        trail.add(event.by().username(), What.BACKUP, "Made " + event.backup().name());
    }

    @EventListener
    void on(BackupDownloaded event) {
        trail.add(event.by().username(), What.BACKUP, "Downloaded " + event.name());
    }

    private void addEach(List<String> changes) {
        changes.forEach(change -> trail.add(trail.me(), What.SETTING, change));
    }

    private static String months(int months) {
        return months == 0 ? "ever" : months + " months";
    }
}
