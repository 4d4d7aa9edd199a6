package org.porchlight.ui;

import com.vaadin.flow.i18n.I18NProvider;
import java.util.List;
import java.util.Locale;
import org.porchlight.media.Sentence;
import org.springframework.stereotype.Component;

/**
 * What a person reads, from {@code vaadin-i18n/translations*.properties}: English, and German for whose browser asks for it.
 * May be called by any thread.
 */
@Component
class Texts implements I18NProvider {

    /** The first one is for everybody whose browser asks for none of them. */
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Override
    public List<Locale> getProvidedLocales() {
        return LANGUAGES;
    }

    /** @throws java.util.MissingResourceException if there is no such text */
    @Override
    public String getTranslation(String key, Locale locale, Object... parameters) {
        return Sentence.of(key, parameters).in(locale);
    }

    /** A sentence in the language of the page. */
    static String say(Sentence sentence) {
        return I18NProvider.translate(sentence.key(), sentence.parameters().toArray());
    }
}
