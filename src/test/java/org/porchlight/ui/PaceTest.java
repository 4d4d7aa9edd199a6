package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.porchlight.ui.Pace.Verdict;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void oneBadMomentIsNotTold() {
        assertThat(after(30, 30)).isEqualTo(Verdict.WELL);
        assertThat(after(2, 30)).isEqualTo(Verdict.WELL);
        assertThat(after(2, 30)).isEqualTo(Verdict.WELL);
        assertThat(after(16, 30)).isEqualTo(Verdict.WELL);
        assertThat(after(2, 30)).isEqualTo(Verdict.WELL);
    }

    @Test
    void underHalfOfWhatIsSetForSomeSecondsIsSlowUntilItIsWellForSome() {
        after(10, 30);
        after(10, 30);
        assertThat(after(10, 30)).isEqualTo(Verdict.SLOW_LINE);
        assertThat(after(30, 30)).isEqualTo(Verdict.SLOW_LINE);
        assertThat(after(16, 30)).as("a little more is not well yet").isEqualTo(Verdict.SLOW_LINE);
        assertThat(after(30, 30)).isEqualTo(Verdict.SLOW_LINE);
        assertThat(after(30, 30)).isEqualTo(Verdict.WELL);
    }

    @Test
    void aCameraThatGivesTooFewIsToldFromALineThatLosesThem() {
        after(8, 8);
        after(8, 8);
        assertThat(after(8, 8)).isEqualTo(Verdict.SLOW_CAMERA);
        assertThat(after(8, 30)).isEqualTo(Verdict.SLOW_LINE);
    }

    @Test
    void manyPicturesCanBeLateAndFewAreWorse() {
        pace.late(true);
        assertThat(after(30, 30)).isEqualTo(Verdict.LATE);
        after(8, 30);
        after(8, 30);
        assertThat(after(8, 30)).isEqualTo(Verdict.SLOW_LINE);

        pace.late(false);
        after(30, 30);
        assertThat(after(30, 30)).isEqualTo(Verdict.WELL);
    }

    /** Of 30 that are set. */
    private Verdict after(double delivered, double camera) {
        pace.measured(delivered, camera, 30);
        return pace.verdict();
    }
}
