package org.porchlight.viewing;

import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Ends of viewings that are not in the database yet: for a moment, as a rule; while its disk is full, for longer. Safe for any
 * thread.
 */
final class UnwrittenEnds {

    private static final Logger log = LoggerFactory.getLogger(UnwrittenEnds.class);

    private final ViewingRows rows;
    private final Queue<Viewing> ended = new ConcurrentLinkedQueue<>();

    UnwrittenEnds(ViewingRows rows) {
        this.rows = rows;
    }

    void add(Viewing viewing) {
        ended.add(viewing);
    }

    /** Writes them, as far as the database takes them now. */
    void write() {
        Viewing next;
        while ((next = ended.poll()) != null) {
            Instant at = next.endedAt();
            EndReason why = next.endReason();
            if (at == null || why == null) {
                continue;
            }
            try {
                rows.end(next.id(), at, why);
            } catch (DataAccessException e) {
                log.warn("The end of viewing {} could not be written; it is tried again", next.id(), e);
                ended.add(next);
                return;
            }
        }
    }
}
