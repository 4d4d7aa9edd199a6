package org.porchlight.recording;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.porchlight.settings.FolderFindings;
import org.porchlight.settings.Folders;
import org.porchlight.settings.OwnersOnly;
import org.springframework.stereotype.Service;

/** Tries a folder before it is saved, and says how long it would last. Touches disks: not for a thread that must not wait. */
@Service
public class FolderOutlooks {

    private final Folders folders;
    private final RoomMeter meter;

    FolderOutlooks(Folders folders, RoomMeter meter) {
        this.folders = folders;
        this.meter = meter;
    }

    /** Leaves nothing behind in the folder. */
    @OwnersOnly
    public FolderOutlook of(Path folder) {
        FolderFindings findings = folders.tryOut(folder);
        Room room = meter.measure();
        OptionalLong days = findings.problem() != null || room.bytesPerDay() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(Math.max(0, findings.freeBytes() - room.floor()) / room.bytesPerDay());
        return new FolderOutlook(findings, days);
    }
}
