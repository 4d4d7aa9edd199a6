package org.porchlight.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.porchlight.media.Sentence;
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
        Optional<Sentence> problem = trial.problemWithoutTraces();
        long free = free(trial.nearest());
        return new FolderFindings(
                problem.orElse(null), problem.isPresent() ? List.of() : warnings(disk, free), free, sameDisk);
    }

    private static List<Sentence> warnings(Optional<Disk> disk, long free) {
        List<Sentence> warnings = new ArrayList<>();
        if (disk.filter(Disk::inMemory).isPresent()) {
            warnings.add(Sentence.of("place.inMemory"));
        } else if (disk.filter(each -> each.sdCard() && each.system()).isPresent()) {
            warnings.add(Sentence.of("place.sdCard"));
        }
        if (free > 0 && free < LITTLE) {
            warnings.add(Sentence.of("place.littleRoom"));
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
