package org.porchlight.recording;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the last look into the folders of recordings came to. Immutable.
 *
 * @param files files that no row knows, the oldest first; no more than a page can show
 * @param more how many there are besides
 * @param unreadable files that no row knows and that hold no pictures, or not yet: they are left alone
 * @param at when; null while nobody has looked
 * @param looking whether somebody looks just now
 */
public record FoundNow(
        List<FoundFile> files,
        int more,
        int unreadable,
        @Nullable Instant at,
        boolean looking) {

    static final FoundNow NOTHING_YET = new FoundNow(List.of(), 0, 0, null, false);

    public FoundNow {
        files = List.copyOf(files);
    }

    FoundNow looking(boolean now) {
        return new FoundNow(files, more, unreadable, at, now);
    }

    FoundNow without(FoundFile file) {
        return new FoundNow(files.stream().filter(one -> !one.equals(file)).toList(), more, unreadable, at, looking);
    }
}
