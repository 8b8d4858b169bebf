package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.indicators.ATRIndicator;
import org.ta4j.core.indicators.ChopIndicator;
import org.ta4j.core.indicators.EMAIndicator;
import org.ta4j.core.indicators.KAMAIndicator;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsLowerIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsMiddleIndicator;
import org.ta4j.core.indicators.bollinger.BollingerBandsUpperIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelLowerIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelMiddleIndicator;
import org.ta4j.core.indicators.keltner.KeltnerChannelUpperIndicator;
import org.ta4j.core.indicators.statistics.StandardDeviationIndicator;
import org.ta4j.core.indicators.volume.VWAPIndicator;
import org.ta4j.core.num.DoubleNum;

/** Against the indicators of ta4j, on a random walk. */
class Ta4jTest {
    private static final Offset<Double> EQUAL = within(1e-9);

    /**
     * ta4j begins its averages with the first value, we with the mean of the first n. After so many bars the beginning
     * weighs less than a rounding error: (1 - 1/20)^600 is 4e-14.
     */
    private static final int BEGINNING_FORGOTTEN = 600;

    private final Walk walk = Walk.of(20_251_114, 900);
    private final BarSeries series = series(walk);
    private final ClosePriceIndicator close = new ClosePriceIndicator(series);

    private static BarSeries series(Walk walk) {
        BarSeries series =
                new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        ZonedDateTime end = ZonedDateTime.of(2025, 11, 14, 9, 31, 0, 0, ZoneOffset.UTC);
        for (int i = 0; i < walk.length(); i++) {
            series.addBar(
                    Duration.ofMinutes(1),
                    end.plusMinutes(i),
                    walk.open[i],
                    walk.high[i],
                    walk.low[i],
                    walk.close[i],
                    walk.volume[i]);
        }
        return series;
    }

    @Test
    void averageTrueRange() {
        ATRIndicator expected = new ATRIndicator(series, 14);
        WilderAtr actual = new WilderAtr(14);
        for (int i = 0; i < walk.length(); i++) {
            actual.next(walk.high[i], walk.low[i], walk.close[i]);
            if (i >= BEGINNING_FORGOTTEN) {
                assertThat(actual.value()).isCloseTo(expected.getValue(i).doubleValue(), EQUAL);
            }
        }
    }

    @Test
    void exponentialAverage() {
        EMAIndicator expected = new EMAIndicator(close, 20);
        Ema actual = new Ema(20);
        for (int i = 0; i < walk.length(); i++) {
            actual.next(walk.close[i]);
            if (i >= BEGINNING_FORGOTTEN) {
                assertThat(actual.value()).isCloseTo(expected.getValue(i).doubleValue(), EQUAL);
            }
        }
    }

    @Test
    void bollingerBands() {
        BollingerBandsMiddleIndicator middle = new BollingerBandsMiddleIndicator(new SMAIndicator(close, 20));
        StandardDeviationIndicator deviation = new StandardDeviationIndicator(close, 20);
        BollingerBandsUpperIndicator upper = new BollingerBandsUpperIndicator(middle, deviation);
        BollingerBandsLowerIndicator lower = new BollingerBandsLowerIndicator(middle, deviation);
        Bollinger actual = Bollinger.standard();
        for (int i = 0; i < walk.length(); i++) {
            actual.next(walk.close[i]);
            if (i >= 19) {
                assertThat(actual.middle()).isCloseTo(middle.getValue(i).doubleValue(), EQUAL);
                assertThat(actual.upper()).isCloseTo(upper.getValue(i).doubleValue(), EQUAL);
                assertThat(actual.lower()).isCloseTo(lower.getValue(i).doubleValue(), EQUAL);
            }
        }
    }

    @Test
    void keltnerChannel() {
        KeltnerChannelMiddleIndicator middle = new KeltnerChannelMiddleIndicator(close, 20);
        KeltnerChannelUpperIndicator upper = new KeltnerChannelUpperIndicator(middle, 1.5, 20);
        KeltnerChannelLowerIndicator lower = new KeltnerChannelLowerIndicator(middle, 1.5, 20);
        Keltner actual = Keltner.standard();
        for (int i = 0; i < walk.length(); i++) {
            actual.next(walk.high[i], walk.low[i], walk.close[i]);
            if (i >= BEGINNING_FORGOTTEN) {
                assertThat(actual.middle()).isCloseTo(middle.getValue(i).doubleValue(), EQUAL);
                assertThat(actual.upper()).isCloseTo(upper.getValue(i).doubleValue(), EQUAL);
                assertThat(actual.lower()).isCloseTo(lower.getValue(i).doubleValue(), EQUAL);
            }
        }
    }

    @Test
    void choppinessWithThePriorClose() {
        ChopIndicator expected = new ChopIndicator(series, 14, 100);
        for (int i = 14; i < walk.length(); i++) {
            double actual = Choppiness.withPriorClose(walk.high, walk.low, walk.close, i - 13, i + 1);
            assertThat(actual).isCloseTo(expected.getValue(i).doubleValue(), EQUAL);
        }
    }

    @Test
    void volumeWeightedAverage() {
        VWAPIndicator expected = new VWAPIndicator(series, walk.length());
        Vwap actual = new Vwap();
        for (int i = 0; i < walk.length(); i++) {
            actual.next((walk.high[i] + walk.low[i] + walk.close[i]) / 3, walk.volume[i]);
            assertThat(actual.value()).isCloseTo(expected.getValue(i).doubleValue(), EQUAL);
        }
    }

    /** ta4j keeps the ratio inside Kaufman's adaptive average, whose step is (ratio x (fast - slow) + slow)^2. */
    @Test
    void efficiencyRatioInsideKaufmansAverage() {
        double fast = 2.0 / 3;
        double slow = 2.0 / 31;
        KAMAIndicator average = new KAMAIndicator(close, 10, 2, 30);
        for (int i = 11; i < walk.length(); i++) {
            double before = average.getValue(i - 1).doubleValue();
            double step = (average.getValue(i).doubleValue() - before) / (walk.close[i] - before);
            double ratio = (Math.sqrt(step) - slow) / (fast - slow);
            assertThat(EfficiencyRatio.of(walk.close, i - 10, i + 1)).isCloseTo(ratio, within(1e-6));
        }
    }
}
