package org.porchlight.media;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * A sentence for people, in no language yet: the key of a text in {@code vaadin-i18n/translations*.properties}, and what stands
 * in its places. Whoever shows it says it in the language of whoever reads; logs and the messages of exceptions have it in
 * English, by {@link #toString}. Those of the same key and parameters are equal. Immutable.
 *
 * @param key of a text that there is in every language
 * @param parameters texts, numbers, and sentences, which are said in the same language
 */
public record Sentence(String key, List<Serializable> parameters) implements Serializable {

    private static final String BUNDLE = "vaadin-i18n.translations";

    /** Else a language that there is no text in would become that of the server. */
    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    public Sentence {
        parameters = List.copyOf(parameters);
    }

    /** @param parameters what is no number and no sentence stands in it as it calls itself */
    public static Sentence of(String key, Object... parameters) {
        return new Sentence(key, Stream.of(parameters).map(Sentence::plain).toList());
    }

    /** What somebody else said, FFmpeg or an older Porchlight: the same in every language. */
    public static Sentence asItStands(String text) {
        return of("sentence.asItStands", text);
    }

    private static Serializable plain(Object parameter) {
        return parameter instanceof Sentence || parameter instanceof Number
                ? (Serializable) parameter
                : String.valueOf(parameter);
    }

    /**
     * What it says in this language; in English where there are no texts in it. A text with parameters is a pattern of
     * {@link MessageFormat}, one without is taken as it stands.
     *
     * @throws java.util.MissingResourceException if there is no such text
     */
    public String in(Locale language) {
        String text = ResourceBundle.getBundle(BUNDLE, language, ENGLISH_ELSE).getString(key);
        Object[] said = parameters.stream()
                .map(parameter -> parameter instanceof Sentence within ? within.in(language) : parameter)
                .toArray();
        return said.length == 0 ? text : new MessageFormat(text, language).format(said);
    }

    /** In English. */
    @Override
    public String toString() {
        return in(Locale.ENGLISH);
    }
}
