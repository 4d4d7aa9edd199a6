package org.porchlight.ui;

import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.porchlight.account.MemberChanged;
import org.porchlight.account.MemberSignedIn;
import org.porchlight.account.SessionEnded;
import org.porchlight.account.SignUpModeChanged;
import org.porchlight.viewing.ViewingBegan;
import org.porchlight.viewing.ViewingEnded;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells pages that something about the people of the house changed, or about what they watch. */
@Component
class PeopleNews {
    private final Set<Runnable> pages = new CopyOnWriteArraySet<>();

    /** The page is told on a thread of its own: whoever causes the news never waits for it. */
    Registration subscribe(Runnable page) {
        pages.add(page);
        return () -> pages.remove(page);
    }

    @EventListener({
        MemberChanged.class,
        MemberSignedIn.class,
        SessionEnded.class,
        SignUpModeChanged.class,
        ViewingBegan.class,
        ViewingEnded.class
    })
    void changed() {
        pages.forEach(page -> Thread.ofVirtual().name("people-news").start(page));
    }
}
