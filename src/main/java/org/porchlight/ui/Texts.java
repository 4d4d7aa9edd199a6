package org.porchlight.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.springframework.stereotype.Component;

/**
 * What a person reads, from {@code vaadin-i18n/translations*.properties}: English, and German for whose browser asks for it.
 * Texts with parameters are patterns of {@link MessageFormat}; those without are taken as they stand. May be called by any
 * thread.
 */
@Component
class Texts implements I18NProvider {

    static final String BUNDLE = "vaadin-i18n.translations";

    /** The first one is for everybody whose browser asks for none of them. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    /** Vaadin's own provider would fall back to the language of the server, whatever the browser asked for. */
    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    /** @throws java.util.MissingResourceException if there is no such text */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        String text = ResourceBundle.getBundle(BUNDLE, locale, ENGLISH_ELSE).getString(key);
        return parameters.length == 0 ? text : new MessageFormat(text, locale).format(parameters);
    }
}
