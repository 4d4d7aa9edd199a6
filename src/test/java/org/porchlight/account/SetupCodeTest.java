package org.porchlight.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class SetupCodeTest {
    private final SetupCode code = new SetupCode();

    @Test
    void isFourAndFourCharactersThatAreNotTakenForOthers() {
        assertThat(code.display()).matches("[A-HJ-KMNP-Z2-9]{4}-[A-HJ-KMNP-Z2-9]{4}");
    }

    @Test
    void isAnotherOneWithEveryStart() {
        assertThat(new SetupCode().display()).isNotEqualTo(code.display());
    }

    @Test
    void caseDashesAndSpacesDoNotCount() {
        String bare = code.display().replace("-", "");
        assertThat(code.matches(bare)).isTrue();
        assertThat(code.matches(" " + code.display().toLowerCase(Locale.ROOT) + "\n"))
                .isTrue();
        assertThat(code.matches(bare.substring(0, 2) + " " + bare.substring(2) + "–"))
                .isTrue();
    }

    @Test
    void nothingElseMatches() {
        assertThat(code.matches("")).isFalse();
        assertThat(code.matches(code.display() + "A")).isFalse();
        assertThat(code.matches(code.display().substring(1))).isFalse();
    }
}
