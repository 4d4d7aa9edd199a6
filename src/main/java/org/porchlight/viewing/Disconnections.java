package org.porchlight.viewing;

import org.porchlight.account.CurrentMember;
import org.porchlight.settings.OwnersOnly;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/** Lets owners end what others watch. Safe for any thread. */
@Service
@OwnersOnly
public class Disconnections {
    private final Viewings viewings;
    private final CurrentMember me;
    private final ApplicationEventPublisher events;

    Disconnections(Viewings viewings, CurrentMember me, ApplicationEventPublisher events) {
        this.viewings = viewings;
        this.me = me;
        this.events = events;
    }

    /** Ends a viewing; the page that shows it says so, and offers to watch again. One that has ended already is no error. */
    public void disconnect(long viewingId) {
        viewings.open(viewingId).ifPresent(viewing -> {
            viewings.end(viewingId, EndReason.DISCONNECTED);
            events.publishEvent(new ViewingDisconnected(me.get(), viewing));
        });
    }
}
