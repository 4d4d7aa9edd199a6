package org.porchlight.recording;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.porchlight.media.Sentence;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A sentence as a row keeps it, so that it can be said in any language later: its key and its parameters as a JSON array,
 * sentences in it as arrays of their own, {@code ["recording.nothingPlays",["disk.full"]]}. Rows from before have it in English,
 * and it stays as it stands. Keys that rows have are part of the database's shape: another name for one takes a migration.
 */
final class SentenceColumn {

    private static final Logger log = LoggerFactory.getLogger(SentenceColumn.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String BEGIN = "[\"";

    private SentenceColumn() {}

    static @Nullable String write(@Nullable Sentence sentence) {
        return sentence == null ? null : JSON.writeValueAsString(array(sentence));
    }

    private static List<Object> array(Sentence sentence) {
        return Stream.concat(
                        Stream.of(sentence.key()),
                        sentence.parameters().stream()
                                .map(parameter -> parameter instanceof Sentence within ? array(within) : parameter))
                .toList();
    }

    static @Nullable Sentence read(@Nullable String column) {
        if (column == null) {
            return null;
        }
        if (!column.startsWith(BEGIN)) {
            return Sentence.asItStands(column);
        }
        try {
            Sentence sentence = sentence(JSON.readValue(column, List.class));
            sentence.in(Locale.ENGLISH); // a page would break where there is no such text
            return sentence;
        } catch (JacksonException | ClassCastException | MissingResourceException | IllegalArgumentException e) {
            log.warn("What a row keeps as a sentence is none that is known: {}", column);
            return Sentence.asItStands(column);
        }
    }

    private static Sentence sentence(List<?> array) {
        return Sentence.of(
                (String) array.getFirst(),
                array.stream()
                        .skip(1)
                        .map(each -> each instanceof List<?> within ? sentence(within) : each)
                        .toArray());
    }
}
