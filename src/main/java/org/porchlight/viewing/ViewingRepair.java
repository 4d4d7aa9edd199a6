package org.porchlight.viewing;

import jakarta.annotation.PostConstruct;
import org.porchlight.settings.ClockStepped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts right in the log what a killed server left open, and what was written by a clock that was wrong. */
@Component
class ViewingRepair {

    private static final Logger log = LoggerFactory.getLogger(ViewingRepair.class);

    private final ViewingRows rows;
    private final Viewings viewings;
    private long lastBefore;

    ViewingRepair(ViewingRows rows, Viewings viewings) {
        this.rows = rows;
        this.viewings = viewings;
    }

    /** What a server that was killed left open ended with its last sign of life. */
    @PostConstruct
    void settle() {
        lastBefore = rows.lastId();
        int left = rows.endAll(EndReason.SERVER_STOPPED);
        if (left > 0) {
            log.info("{} viewings were open when the server stopped; they ended at their last sign of life", left);
        }
    }

    /**
     * Viewings that go on keep their true length. Those that were over keep their times, unless the computer had started without a
     * time: then all since the start are moved.
     */
    @EventListener
    void on(ClockStepped step) {
        rows.move(viewings.clockStepped(step.by()), step.by());
        if (step.wasUnset()) {
            int moved = rows.moveEndedSince(lastBefore, step.by());
            log.info("The clock was set; the times of {} viewings since the start are put right", moved);
        }
    }
}
