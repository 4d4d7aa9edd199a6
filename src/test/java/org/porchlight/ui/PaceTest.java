package org.porchlight.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.porchlight.ui.Pace.Verdict;

class PaceTest {

    private final Pace pace = new Pace();

    @Test
    void oneBadMomentIsNotTold() {
        assertThat(afterEach(30, 2, 2, 16, 2)).containsOnly(Verdict.WELL);
    }

    @Test
    void underHalfOfWhatIsSetForSomeSecondsIsSlowUntilItIsWellForSome() {
        assertThat(afterEach(10, 10, 10)).endsWith(Verdict.WELL, Verdict.SLOW_LINE);
        assertThat(afterEach(30, 16)).as("a little more is not well yet").containsOnly(Verdict.SLOW_LINE);
        assertThat(afterEach(30, 30)).containsExactly(Verdict.SLOW_LINE, Verdict.WELL);
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

    /** Of 30 that the camera gives. */
    private List<Verdict> afterEach(double... delivered) {
        return Arrays.stream(delivered).mapToObj(each -> after(each, 30)).toList();
    }

    /** Of 30 that are set. */
    private Verdict after(double delivered, double camera) {
        pace.measured(delivered, camera, 30);
        return pace.verdict();
    }
}
