package org.porchlight.ui;

import static com.vaadin.flow.i18n.I18NProvider.translate;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;

/** Tells whoever pressed a button that it failed, and the log why. */
@Component
class Mishaps implements VaadinServiceInitListener {
    private static final Logger log = LoggerFactory.getLogger(Mishaps.class);

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource()
                .addSessionInitListener(session -> session.getSession().setErrorHandler(Mishaps::tell));
    }

    private static void tell(ErrorEvent mishap) {
        if (mishap.getThrowable() instanceof AccessDeniedException) {
            show(translate("mishap.ownersOnly"));
        } else if (mishap.getThrowable() instanceof AuthenticationException) {
            log.debug("A page whose session is over is on its way to the sign-in", mishap.getThrowable());
        } else {
            log.error("A page failed", mishap.getThrowable());
            show(translate("mishap.failed"));
        }
    }

    private static void show(String sentence) {
        if (UI.getCurrent() != null) {
            Notification.show(sentence, 6000, Notification.Position.BOTTOM_CENTER)
                    .addThemeVariants(NotificationVariant.ERROR);
        }
    }
}
