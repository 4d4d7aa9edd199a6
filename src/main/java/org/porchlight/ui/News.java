package org.porchlight.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.shared.Registration;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.porchlight.account.CurrentMember;

/** Tells open pages that something changed. */
abstract class News {
    private final Set<Runnable> pages = new CopyOnWriteArraySet<>();
    private final CurrentMember me;

    News(CurrentMember me) {
        this.me = me;
    }

    /** The page is told on a thread of its own: whoever causes the news never waits for it. */
    final Registration subscribe(Runnable page) {
        pages.add(page);
        return () -> pages.remove(page);
    }

    /**
     * Has an open page refreshed, in its turn: at first, and whenever something is told for as long as it is open, and whoever
     * opened it is signed in.
     */
    final void follow(Component page, Runnable refresh) {
        page.addAttachListener(attach -> {
            Registration telling = subscribe(attach.getUI()
                    .accessLater(() -> me.find().ifPresent(still -> refresh.run()), () -> {})::run);
            page.addDetachListener(detach -> {
                detach.unregisterListener();
                telling.remove();
            });
            refresh.run();
        });
    }

    final void tell() {
        pages.forEach(page -> Thread.ofVirtual().name("news").start(page));
    }
}
