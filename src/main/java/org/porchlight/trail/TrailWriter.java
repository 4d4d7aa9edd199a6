package org.porchlight.trail;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.porchlight.account.CurrentMember;
import org.porchlight.account.Member;
import org.porchlight.account.Visitor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Writes lines into the trail. What the other modules tell comes on the thread of whoever did it: who that is, and where they
 * are, is asked there.
 */
@Component
class TrailWriter {

    /** Who did what nobody did. */
    static final String ITSELF = "Porchlight";

    private static final Logger log = LoggerFactory.getLogger(TrailWriter.class);
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.ENGLISH);

    private final Trail trail;
    private final CurrentMember currentMember;
    private final Clock clock;
    private final ZoneId zone;

    TrailWriter(Trail trail, CurrentMember currentMember, Clock clock, ZoneId zone) {
        this.trail = trail;
        this.currentMember = currentMember;
        this.clock = clock;
        this.zone = zone;
    }

    void add(String who, What what, String details) {
        add(who, what, details, null);
    }

    /** What was done is done: a trail that cannot be written, because the disk is full, must not keep an owner from helping. */
    void add(String who, What what, String details, @Nullable Long viewing) {
        TrailLine line = new TrailLine(0, clock.instant(), who, what, details, viewing, Visitor.current());
        try {
            trail.add(line);
        } catch (DataAccessException e) {
            log.error("The trail could not be written: {}", line, e);
        }
    }

    /** The name of whoever does it; empty when nobody is known. */
    String me() {
        return currentMember.find().map(Member::username).orElse("");
    }

    /** A time as it is written into the trail. */
    String when(Instant at) {
        return WHEN.format(at.atZone(zone));
    }
}
