package org.porchlight.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.Test;

class SentenceTest {

    private static final Sentence FULL = Sentence.of("disk.full");

    @Test
    void itIsSaidInTheLanguageOfWhoeverReads() {
        Sentence noFile = Sentence.of("source.noFile", Path.of("/srv/door.mp4"));
        assertThat(noFile.in(Locale.UK)).isEqualTo("There is no video file /srv/door.mp4.");
        assertThat(noFile.in(Locale.GERMANY)).isEqualTo("Eine Videodatei /srv/door.mp4 gibt es nicht.");
        assertThat(noFile.in(Locale.FRENCH)).as("a language that there is not").isEqualTo(noFile.in(Locale.ENGLISH));
    }

    @Test
    void aSentenceWithinIsSaidInTheSameLanguage() {
        Sentence stopped = Sentence.of("recording.nothingPlays", Sentence.of("disk.stopped", FULL));
        assertThat(stopped.in(Locale.GERMAN))
                .startsWith("Der Datenträger ist voll. Die Aufnahme ist beendet;")
                .endsWith(" Nichts davon lässt sich abspielen.");
    }

    @Test
    void logsAndExceptionsHaveItInEnglishWhateverTheServerSpeaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(FULL).hasToString("The disk is full.");
            assertThat(new EngineFailure(FULL)).hasMessage("The disk is full.");
            assertThat(Sentence.of("entry.tooManyAttempts", 3600L))
                    .hasToString("Too many attempts. Try again in 3600 s.");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void whatOthersSaidStaysAsItStands() {
        String theirs = "It's {0} of '{broken}'";
        assertThat(Sentence.asItStands(theirs).in(Locale.GERMAN)).isEqualTo(theirs);
        assertThat(Sentence.of("source.notPlayed", "a{1}b", theirs))
                .hasToString("The file a{1}b cannot be played: " + theirs + ".");
    }

    @Test
    void thoseThatSayTheSameAreEqual() {
        assertThat(Sentence.of("source.noFile", Path.of("/a"))).isEqualTo(Sentence.of("source.noFile", "/a"));
        assertThat(Sentence.of("source.noFile", "/a")).isNotEqualTo(Sentence.of("source.noFile", "/b"));
    }

    @Test
    void aPageThatIsPutAsideTakesItAlong() throws Exception {
        Sentence said = Sentence.of("disk.stopped", FULL);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(said);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(said);
        }
    }

    @Test
    void aTextThatThereIsNotIsAnError() {
        assertThatThrownBy(() -> Sentence.of("disk.eaten").in(Locale.GERMAN))
                .isInstanceOf(MissingResourceException.class);
    }
}
