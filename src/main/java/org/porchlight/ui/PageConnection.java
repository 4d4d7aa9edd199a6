package org.porchlight.ui;

import com.vaadin.flow.component.ReconnectDialogConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.SystemMessages;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * What an open page says and does when the server does not answer, fails, or knows its session no longer. It goes on by itself
 * when the server is back; when the session is over it is loaded anew, which leads to the sign-in and from there back to it.
 */
@Component
class PageConnection implements VaadinServiceInitListener {
    private static final int RETRY_MILLIS = 2000;

    private static final String TELL_WHEN_BACK = """
            const indicator = window.Vaadin.connectionIndicator;
            if (indicator) {
              indicator.onlineText = $0;
              indicator.setAttribute('role', 'status');
            }""";

    private final I18NProvider texts;

    PageConnection(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().setSystemMessagesProvider(about -> messages(about.getLocale()));
        service.getSource().addUIInitListener(page -> {
            Locale locale = page.getUI().getLocale();
            ReconnectDialogConfiguration away = page.getUI().getReconnectDialogConfiguration();
            away.setDialogText(texts.getTranslation("connection.trying", locale));
            away.setDialogTextGaveUp(texts.getTranslation("connection.gaveUp", locale));
            away.setReconnectInterval(RETRY_MILLIS);
            page.getUI().getPage().executeJs(TELL_WHEN_BACK, texts.getTranslation("connection.back", locale));
        });
    }

    private SystemMessages messages(Locale locale) {
        CustomizedSystemMessages messages = new CustomizedSystemMessages();
        messages.setInternalErrorCaption(texts.getTranslation("connection.failed", locale));
        messages.setInternalErrorMessage(texts.getTranslation("connection.failedWhatNow", locale));
        messages.setCookiesDisabledCaption(texts.getTranslation("connection.noCookies", locale));
        messages.setCookiesDisabledMessage(texts.getTranslation("connection.noCookiesWhatNow", locale));
        return messages;
    }
}
