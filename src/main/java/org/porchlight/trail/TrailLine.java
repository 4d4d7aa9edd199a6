package org.porchlight.trail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.Visitor;

/**
 * A line of the trail. Immutable, like its row.
 *
 * @param id 0 before it is written
 * @param who the name as it was then; empty when nobody is known
 * @param details what exactly, for people; may be empty
 * @param viewingId whose recording was watched or downloaded; null: none
 */
public record TrailLine(
        long id,
        Instant at,
        String who,
        What what,
        String details,
        @Nullable Long viewingId,
        Visitor from) {}
