package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.assertj.core.data.Offset;

/** Prices times a constant: what has the unit of a price scales with them, ratios stay as they are. */
class PriceScaleTest {
    private static final Offset<Double> EQUAL = within(1e-9);
    private static final int BARS = 120;

    @Property(tries = 200)
    void ratiosStayAsTheyAre(
            @ForAll long seed, @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 5_000) double factor) {
        Walk one = Walk.of(seed, BARS);
        Walk many = one.pricesTimes(factor);
        assertThat(EfficiencyRatio.of(many.close, 0, BARS)).isCloseTo(EfficiencyRatio.of(one.close, 0, BARS), EQUAL);
        assertThat(trend(many).r2()).isCloseTo(trend(one).r2(), EQUAL);
        assertThat(trend(many).slope()).isCloseTo(trend(one).slope(), EQUAL);
        assertThat(Choppiness.of(many.high, many.low, many.close, 0, BARS))
                .isCloseTo(Choppiness.of(one.high, one.low, one.close, 0, BARS), EQUAL);
        assertThat(SpreadEstimators.corwinSchultz(many.high, many.low, many.close, 0, BARS))
                .isCloseTo(SpreadEstimators.corwinSchultz(one.high, one.low, one.close, 0, BARS), EQUAL);
        assertThat(SpreadEstimators.abdiRanaldo(many.high, many.low, many.close, 0, BARS))
                .isCloseTo(SpreadEstimators.abdiRanaldo(one.high, one.low, one.close, 0, BARS), within(1e-7));
        assertThat(RankCorrelation.spearman(many.close, one.volume))
                .isCloseTo(RankCorrelation.spearman(one.close, one.volume), EQUAL);
    }

    private static TrendR2 trend(Walk walk) {
        double[] logs = new double[BARS];
        for (int i = 0; i < BARS; i++) {
            logs[i] = Math.log(walk.close[i]);
        }
        return TrendR2.of(logs, 0, BARS);
    }

    @Property(tries = 200)
    void steppersScaleWithThePrices(
            @ForAll long seed, @ForAll @Scale(3) @DoubleRange(min = 0.001, max = 5_000) double factor) {
        Walk one = Walk.of(seed, BARS);
        Walk many = one.pricesTimes(factor);
        Steppers small = new Steppers();
        Steppers large = new Steppers();
        for (int i = 0; i < BARS; i++) {
            small.next(one, i);
            large.next(many, i);
            if (i >= 20) {
                assertThat(large.atr.value() / factor).isCloseTo(small.atr.value(), EQUAL);
                assertThat(large.bands.upper() / factor).isCloseTo(small.bands.upper(), EQUAL);
                assertThat(large.channel.lower() / factor).isCloseTo(small.channel.lower(), EQUAL);
                assertThat(large.vwap.value() / factor).isCloseTo(small.vwap.value(), EQUAL);
                assertThat(large.score).isCloseTo(small.score, EQUAL);
            }
        }
        double reversal = 0.3;
        assertThat(ZigZag.pivots(many.close, 0, BARS, reversal * factor))
                .containsExactly(ZigZag.pivots(one.close, 0, BARS, reversal));
    }

    private static final class Steppers {
        private final WilderAtr atr = new WilderAtr(14);
        private final Bollinger bands = Bollinger.standard();
        private final Keltner channel = Keltner.standard();
        private final Vwap vwap = new Vwap();
        private final ZScore scores = new ZScore(20);
        private double score;

        void next(Walk walk, int i) {
            atr.next(walk.high[i], walk.low[i], walk.close[i]);
            bands.next(walk.close[i]);
            channel.next(walk.high[i], walk.low[i], walk.close[i]);
            vwap.next(walk.close[i], walk.volume[i]);
            score = scores.next(walk.close[i]);
        }
    }
}
