package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of all languages say the same, and the code asks for all of them and for no others. */
class TextsTest {
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d+)");
    /** A string in the code that is a key, or the beginning of keys: {@code "nav.live"}, {@code "trail.what." + what}. */
    private static final Pattern KEY = Pattern.compile("\"([a-z]\\w*\\.(?:\\w+\\.)*\\w*)\"");

    /** A string that is a key for certain, whatever its group. */
    private static final Pattern SENTENCE = Pattern.compile("(?:Sentence\\.of|translate)\\(\\s*\"([^\"]*)\"");

    private static final Pattern FILE = Pattern.compile(".*\\.(css|html|js|ts|svg|png|jpg|mp4|zip|csv|json|txt)");

    private final Texts texts = new Texts();
    private final Map<String, String> english = file("translations.properties");

    static Stream<Map<String, String>> files() {
        return Stream.of(file("translations.properties"), file("translations_de.properties"));
    }

    @Test
    void thereIsAFileForEveryLanguage() {
        assertThat(texts.getProvidedLocales()).hasSameSizeAs(files().toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyLanguageHasTheSameTexts(Map<String, String> language) {
        assertThat(language.keySet()).isEqualTo(english.keySet());
        assertThat(language.values()).noneMatch(String::isBlank);
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyLanguageTakesTheSameParameters(Map<String, String> language) {
        language.forEach((key, text) ->
                assertThat(parameters(text)).as(key).isEqualTo(parameters(english.getOrDefault(key, ""))));
    }

    /** In a pattern a single apostrophe would swallow what follows; in a text without parameters a double one would show. */
    @ParameterizedTest
    @MethodSource("files")
    void noApostropheIsLostOrDoubled(Map<String, String> language) {
        language.forEach((key, text) -> {
            if (parameters(text).isEmpty()) {
                assertThat(text).as(key).doesNotContain("''");
            } else {
                assertThat(text.replace("''", "")).as(key).doesNotContain("'");
                assertThat(MessageFormat.format(text, 2, 2, 2, 2, 2, 2)).as(key).doesNotContain("{");
            }
        });
    }

    @Test
    void theCodeAsksForEveryTextAndForNoOther() {
        Set<String> groups =
                english.keySet().stream().map(TextsTest::group).collect(Collectors.toCollection(TreeSet::new));
        Set<String> asked = sources()
                .flatMap(source -> KEY.matcher(source).results())
                .map(found -> found.group(1))
                .filter(word ->
                        groups.contains(group(word)) && !FILE.matcher(word).matches())
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(asked)
                .as("asked for, and there")
                .allMatch(word -> english.keySet().stream().anyMatch(key -> isMeant(key, word)));
        assertThat(english.keySet())
                .as("there, and asked for")
                .allMatch(key -> asked.stream().anyMatch(word -> isMeant(key, word)));
    }

    @Test
    void everySentenceOfEveryPackageIsThere() {
        assertThat(sources()
                        .flatMap(source -> SENTENCE.matcher(source).results())
                        .map(found -> found.group(1)))
                .hasSizeGreaterThan(200)
                .allMatch(word -> english.keySet().stream().anyMatch(key -> isMeant(key, word)));
    }

    @Test
    void whoSpeaksAnotherLanguageReadsEnglish() {
        assertThat(texts.getTranslation("nav.signOut", Locale.FRENCH)).isEqualTo("Sign out");
        assertThat(texts.getTranslation("nav.signOut", Locale.forLanguageTag("de-AT")))
                .isEqualTo("Abmelden");
    }

    @Test
    void theLanguageOfTheServerDoesNotMatter() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(texts.getTranslation("nav.signOut", Locale.UK)).isEqualTo("Sign out");
        } finally {
            Locale.setDefault(before);
        }
    }

    private static boolean isMeant(String key, String word) {
        return word.endsWith(".") ? key.startsWith(word) : key.equals(word);
    }

    private static String group(String key) {
        return key.substring(0, key.indexOf('.'));
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Map<String, String> file(String name) {
        try (InputStream in = TextsTest.class.getResourceAsStream("/vaadin-i18n/" + name);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            Properties properties = new Properties();
            properties.load(reader);
            Map<String, String> texts = new TreeMap<>();
            properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
            return texts;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<String> sources() {
        return Stream.of("src/main/java", "src/free/java", "src/grid-pro/java").flatMap(TextsTest::sources);
    }

    private static Stream<String> sources(String folder) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).map(TextsTest::read).toList().stream();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
