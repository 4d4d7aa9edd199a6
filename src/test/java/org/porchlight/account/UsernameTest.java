package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsernameTest {

    @ParameterizedTest
    @ValueSource(strings = {"ANA", " ana ", "Ａｎａ", "aNa"})
    void everyWayToWriteANameIsTheSameName(String typed) {
        assertThat(Username.of(typed).key()).isEqualTo(Username.of("Ana").key());
    }

    @Test
    void accentsCountHoweverTheyAreComposed() {
        assertThat(Username.of("Zoe\u0308")).isEqualTo(Username.of("Zo\u00eb"));
        assertThat(Username.of("Zoë").key()).isNotEqualTo(Username.of("Zoe").key());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ana Kovač", "<b>bold</b>", "李小龍", "🐈", "o'; drop table member; --"})
    void anyWritingIsWelcome(String typed) {
        assertThat(Username.of(typed).problem()).isEmpty();
        assertThat(Username.of(typed).text()).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\u0000b", "a\nb", "a\u202Eb", "a\u200Bb", "\uD800"})
    void whatCannotBeSeenIsRefused(String typed) {
        assertThat(Username.of(typed).problem()).isPresent();
    }

    @Test
    void threeHundredCharactersAreTooMany() {
        assertThat(Username.of("a".repeat(40)).problem()).isEmpty();
        assertThat(Username.of("a".repeat(300)).problem().map(Object::toString))
                .contains("Choose a name of at most 40 characters.");
    }
}
