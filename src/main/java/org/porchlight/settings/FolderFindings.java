package org.porchlight.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;

/**
 * What was found out about a folder before recordings go there.
 *
 * @param problem why it cannot be taken; null when it can
 * @param warnings what speaks against it; it can be taken all the same
 * @param freeBytes how much can still be written there; 0 when that could not be found out
 * @param sameDisk whether it lies on the disk of the present folder: moving there makes no room
 */
public record FolderFindings(@Nullable Sentence problem, List<Sentence> warnings, long freeBytes, boolean sameDisk) {

    public FolderFindings {
        warnings = List.copyOf(warnings);
    }
}
