package org.porchlight.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Redraws a page for threads that know nothing of pages. Many calls at once make one. Safe for any thread. */
final class Refresh {

    private final Runnable page;
    private final AtomicBoolean isComing = new AtomicBoolean();

    /** @param page redraws it; called where the page may be touched */
    Refresh(Runnable page) {
        this.page = page;
    }

    /** Never waits. */
    void soon(UI ui) {
        if (isComing.compareAndSet(false, true)) {
            try {
                ui.access(() -> {
                    isComing.set(false);
                    page.run();
                });
            } catch (UIDetachedException closed) {
                isComing.set(false);
            }
        }
    }
}
