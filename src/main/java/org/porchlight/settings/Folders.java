package org.porchlight.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Tries folders before recordings go there. Touches disks, which may take their time: not for a thread that must not wait. */
@Service
public class Folders {

    private static final long LITTLE = 1L << 30;

    private final HouseSettings settings;
    private final Disks disks;

    Folders(HouseSettings settings, Disks disks) {
        this.settings = settings;
        this.disks = disks;
    }

    /** Tries a folder as saving it would, and leaves nothing behind. */
    @OwnersOnly
    public FolderFindings tryOut(Path folder) {
        FolderTrial trial = new FolderTrial(folder);
        Optional<Disk> disk = disks.of(folder);
        boolean sameDisk = disk.isPresent()
                && disks.of(settings.current().recordingsFolder())
                        .filter(disk.get()::isSameAs)
                        .isPresent();
        Optional<String> problem = trial.problemWithoutTraces();
        long free = free(trial.nearest());
        return new FolderFindings(
                problem.orElse(null), problem.isPresent() ? List.of() : warnings(disk, free), free, sameDisk);
    }

    private static List<String> warnings(Optional<Disk> disk, long free) {
        List<String> warnings = new ArrayList<>();
        if (disk.filter(Disk::inMemory).isPresent()) {
            warnings.add("This folder is in memory: what is recorded there is gone when the computer is off.");
        } else if (disk.filter(each -> each.sdCard() && each.system()).isPresent()) {
            warnings.add("This is the memory card that the system runs from. Recording wears it out; a USB disk lasts"
                    + " longer.");
        }
        if (free > 0 && free < LITTLE) {
            warnings.add("There is little room left.");
        }
        return warnings;
    }

    private static long free(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            return 0;
        }
    }
}
