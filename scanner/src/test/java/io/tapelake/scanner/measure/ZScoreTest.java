package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ZScoreTest {
    private static ZScore after(double... values) {
        ZScore score = new ZScore(4);
        for (double value : values) {
            score.next(value);
        }
        return score;
    }

    @Test
    void aValueIsScoredAgainstThoseBeforeIt() {
        ZScore score = after(1, 3, 5, 7);
        assertThat(score.mean()).isEqualTo(4);
        assertThat(score.std()).isCloseTo(Math.sqrt(5), within(1e-12));
        assertThat(score.next(9)).isCloseTo(5 / Math.sqrt(5), within(1e-12));
        assertThat(score.of(6)).as("now against 3, 5, 7, 9").isZero();
        assertThat(score.of(6)).as("asking takes nothing").isZero();
    }

    @Test
    void fewerValuesThanAskedGiveNoScore() {
        assertThat(after(1, 3, 5).next(9)).isNaN();
        assertThat(after(1, Double.NaN, 5, 7).of(9)).isNaN();
        assertThat(after(1, 3, 5, 7).of(Double.NaN)).isNaN();
        assertThat(after(Double.NaN, 1, 3, 5, 7).of(4))
                .as("it has left the window")
                .isZero();
    }

    @Test
    void afterEqualValuesTheSameIsZeroAndAnyOtherTheCap() {
        ZScore score = after(0.1, 0.1, 0.1, 0.1);
        assertThat(score.of(0.1)).isZero();
        assertThat(score.of(0.1000001)).isEqualTo(ZScore.CAP);
        assertThat(score.of(0)).isEqualTo(-ZScore.CAP);
    }

    @Test
    void scoresAreHeldToTheCap() {
        assertThat(after(1, 1, 1, 1.001).of(1e9)).isEqualTo(ZScore.CAP);
        assertThat(after(1, 1, 1, 1.001).of(-1e9)).isEqualTo(-ZScore.CAP);
    }
}
