package org.porchlight.ui;

import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Has each page speak the first language that its browser asks for and that there are texts in. The country stays with it,
 * for days and times are written differently in Britain and America.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE) // what others say to a new page is in its language
class PageLanguage implements VaadinServiceInitListener {
    private final I18NProvider texts;

    PageLanguage(I18NProvider texts) {
        this.texts = texts;
    }

    @Override
    public void serviceInit(ServiceInitEvent service) {
        service.getSource().addUIInitListener(page -> {
            VaadinRequest request = VaadinRequest.getCurrent();
            if (request != null) {
                page.getUI().setLocale(of(request.getLocales()));
            }
        });
        service.addIndexHtmlRequestListener(page -> page.getDocument()
                .getElementsByTag("html")
                .attr("lang", of(page.getVaadinRequest().getLocales()).toLanguageTag()));
    }

    /** @param asked the languages that a browser asks for, best first */
    Locale of(Enumeration<Locale> asked) {
        return Collections.list(asked).stream()
                .filter(this::isSpoken)
                .findFirst()
                .orElse(texts.getDefaultLocale());
    }

    private boolean isSpoken(Locale asked) {
        return texts.getProvidedLocales().stream()
                .anyMatch(spoken -> spoken.getLanguage().equals(asked.getLanguage()));
    }
}
