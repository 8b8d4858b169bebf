package io.tapelake.scanner.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MinuteGridTest {
    private static final int AT_1000 = 360;

    @Test
    void aBadPrintLeavesTheAveragePriceAlone() {
        MinuteGrid grid = HandDay.ofTrades()
                .trade("10:00:00", 10, 100)
                .trade("10:00:01", 30, 5_000)
                .trade("10:00:02", 10, 100)
                .grid();
        assertThat(grid.vwap(AT_1000)).isCloseTo(10, within(1e-12));
        assertThat(grid.cumVolume[AT_1000]).isEqualTo(5_200);
    }

    @Test
    void aMinuteWithoutATradeHasTheLastCloseAndNoVolume() {
        MinuteGrid grid = HandDay.ofMinutes().bar("10:00", 10, 11, 9, 10.5, 100).grid();
        assertThat(grid.close(AT_1000 - 1)).isNaN();
        assertThat(grid.open(AT_1000)).isEqualTo(10);
        for (double price : new double[] {grid.open(AT_1000 + 1), grid.high(AT_1000 + 1), grid.low(AT_1000 + 1)}) {
            assertThat(price).isEqualTo(10.5);
        }
        assertThat(grid.volume(AT_1000 + 1)).isZero();
        assertThat(grid.traded(AT_1000 + 1)).isFalse();
        assertThat(grid.vwap(AT_1000 + 1)).isCloseTo(30.5 / 3, within(1e-12));
    }

    @Test
    void quotesAreCarriedForFiveMinutes() {
        MinuteGrid grid = HandDay.ofMinutes().quote("10:00:30", 9.99, 10.01).grid();
        assertThat(grid.ask(AT_1000 - 1)).isNaN();
        assertThat(grid.ask(AT_1000)).isEqualTo(10.01);
        assertThat(grid.bid(AT_1000 + 4)).isEqualTo(9.99);
        assertThat(grid.bid(AT_1000 + 5)).isNaN();
    }

    /** 20 minutes of 1,000 shares, then 3,000: deviation is 0, so a tenth of the mean and a round lot count. */
    @Test
    void volumeZAgainstTheMinutesBefore() {
        MinuteGrid grid = HandDay.ofMinutes()
                .flat("10:00", 20, 10, 1_000)
                .flat("10:20", 1, 10, 3_000)
                .grid();
        assertThat(grid.volumeZ[AT_1000 + 20]).isCloseTo(2_000 / 200.0, within(1e-9));
        assertThat(grid.volumeZ[19]).isNaN();
    }

    /** Hardly anything traded before: 10,000 dollars are the unit. */
    @Test
    void afterQuietMinutesOnlyRealMoneyCounts() {
        MinuteGrid grid = HandDay.ofMinutes().flat("10:00", 1, 10, 3_000).grid();
        assertThat(grid.volumeZ[AT_1000]).isCloseTo(3, within(1e-9));
    }

    @Test
    void theScaleIsTheRangeOfTheDaysBeforePerMinute() {
        MinuteGrid grid = HandDay.ofMinutes()
                .atr14(Math.sqrt(390))
                .flat("10:00", 30, 10, 500)
                .grid();
        assertThat(grid.scale(0)).isCloseTo(1, within(1e-9));
        assertThat(grid.scaleIsEstimated()).isFalse();
        assertThat(grid.atr5(0)).as("before the third bar").isCloseTo(Math.sqrt(5), within(1e-8));
    }

    /** Without days before, 1.6 x the root mean square of the log steps between closes, from the tenth on. */
    @Test
    void withoutDaysBeforeTheScaleComesFromTheDaySoFar() {
        HandDay day = HandDay.ofMinutes();
        for (int i = 0; i < 20; i++) {
            day.flat("10:" + (i < 10 ? "0" : "") + i, 1, i % 2 == 0 ? 10 : 10.1, 500);
        }
        MinuteGrid grid = day.grid();
        assertThat(grid.scaleIsEstimated()).isTrue();
        assertThat(grid.scale(AT_1000 + 9)).isNaN();
        assertThat(grid.scale(AT_1000 + 10)).isCloseTo(1.6 * Math.log(1.01) * 10, within(1e-9));
    }

    /** Five-minute bars of range 1: two are too few, then the mean until there are fourteen. */
    @Test
    void theFiveMinuteRangeIsWilders() {
        HandDay day = HandDay.ofMinutes().atr14(390);
        for (int i = 0; i < 60; i++) {
            day.bar("10:" + (i < 10 ? "0" : "") + i, 10, 10.5, i < 15 ? 9.5 : 9, 10, 500);
        }
        MinuteGrid grid = day.grid();
        double usual = 390 / Math.sqrt(78);
        assertThat(grid.atr5(AT_1000 + 9)).isCloseTo(usual, within(1e-9));
        assertThat(grid.atr5(AT_1000 + 14)).isCloseTo(1, within(1e-9));
        assertThat(grid.atr5(AT_1000 + 19)).as("mean of 1, 1, 1, 1.5").isCloseTo(1.125, within(1e-9));
        assertThat(grid.atr5(AT_1000 + 23)).as("not before the bar is over").isCloseTo(1.125, within(1e-9));
    }
}
