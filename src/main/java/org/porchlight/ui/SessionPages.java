package org.porchlight.ui;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import com.vaadin.flow.server.WrappedSession;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.porchlight.account.SessionEnded;
import org.porchlight.account.SessionRenewed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes open pages along when their session ends or gets other rights, at once: nobody looks on at what is over. */
@Component
class SessionPages implements VaadinServiceInitListener {
    private final Set<VaadinSession> sessions = ConcurrentHashMap.newKeySet();

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addSessionInitListener(begun -> sessions.add(begun.getSession()));
        service.getSource().addSessionDestroyListener(ended -> sessions.remove(ended.getSession()));
    }

    /**
     * To the sign-in, which says why. Who signs out is on the way there already; whose session ran out comes back from there to
     * the page that is loaded again.
     */
    @EventListener
    void on(SessionEnded ended) {
        switch (ended.why()) {
            case SIGNED_OUT -> {}
            case EXPIRED -> onPages(ended.sessionId(), page -> page.getPage().reload());
            default -> {
                String signIn = "login?" + LoginView.ENDED + "=" + ended.why();
                onPages(ended.sessionId(), page -> page.getPage().setLocation(signIn));
            }
        }
    }

    @EventListener
    void on(SessionRenewed renewed) {
        onPages(renewed.sessionId(), page -> page.getPage().reload());
    }

    /** Pushed at once: the session may be gone a moment later. */
    private void onPages(String sessionId, Consumer<UI> what) {
        for (VaadinSession session : sessions) {
            WrappedSession http = session.getSession();
            if (http != null && sessionId.equals(http.getId())) {
                // A copy: a page whose browser is gone is dropped while it is pushed to.
                session.access(() -> List.copyOf(session.getUIs()).forEach(page -> {
                    what.accept(page);
                    page.push();
                }));
            }
        }
    }
}
