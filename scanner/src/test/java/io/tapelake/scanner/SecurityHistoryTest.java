package io.tapelake.scanner;

import static io.tapelake.scanner.Fixture.SCANNER;
import static io.tapelake.scanner.Fixture.at;
import static io.tapelake.scanner.Fixture.day;
import static io.tapelake.scanner.Fixture.fold;
import static io.tapelake.scanner.Fixture.px;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.CorporateAction;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Hand-computed lookbacks. */
class SecurityHistoryTest {
    private static final Offset<Double> EXACTLY = within(1e-12);
    private static final LocalDate FIRST = LocalDate.of(2025, 11, 3);

    private static LocalDate date(int tradingDaysLater) {
        LocalDate date = FIRST;
        for (int i = 0; i < tradingDaysLater; i++) {
            date = SessionCalendar.usEquities().nextTradingDay(date);
        }
        return date;
    }

    private static SecurityHistory history(CorporateAction... actions) {
        return SCANNER.history(List.of(actions));
    }

    private static CorporateAction split(int onDay, String ratio) {
        return CorporateAction.split("RUNR", date(onDay), new BigDecimal(ratio));
    }

    @Test
    void theFirstDayHasNoLookback() {
        DayLookback first = history()
                .next(day(date(0), "10", "11", "9", "10", 100))
                .lookback()
                .measures();
        assertThat(first.lookbackDays()).isZero();
        assertThat(first.prevDate()).isNull();
        assertThat(first.prevCloseNanos()).isEqualTo(Prices.UNDEF);
        assertThat(first.gap()).isNaN();
        assertThat(first.gapSplitAdjusted()).isNaN();
        assertThat(first.splitFactor()).isNaN();
        assertThat(first.rvol()).isNaN();
        assertThat(first.atr14Nanos()).isEqualTo(Prices.UNDEF);
        assertThat(first.trueRangeNanos()).as("high - low").isEqualTo(px("2"));
        assertThat(first.movement()).isCloseTo(0.2, EXACTLY);
    }

    @Test
    void theGapIsMeasuredFromThePriorRegularClose() {
        SecurityHistory history = history();
        history.next(day(date(0), "9", "11", "9", "10", 100));
        DayLookback second = history.next(day(date(1), "12", "12", "12", "12", 100))
                .lookback()
                .measures();
        assertThat(second.prevDate()).isEqualTo(date(0));
        assertThat(second.prevCloseNanos()).isEqualTo(px("10"));
        assertThat(second.gap()).isCloseTo(0.2, EXACTLY);
        assertThat(second.gapSplitAdjusted()).isCloseTo(0.2, EXACTLY);
        assertThat(second.splitFactor()).isEqualTo(1);
    }

    @Test
    void splitsAfterThePriorDayAndUpToThisOneAdjustTheGap() {
        SecurityHistory history = history(split(0, "3"), split(1, "2"), split(2, "7"));
        history.next(day(date(0), "10", "10", "10", "10", 100));
        DayLookback second =
                history.next(day(date(1), "6", "6", "6", "6", 100)).lookback().measures();
        assertThat(second.splitFactor()).isEqualTo(2);
        assertThat(second.prevCloseNanos()).as("as traded").isEqualTo(px("10"));
        assertThat(second.gap()).isCloseTo(-0.4, EXACTLY);
        assertThat(second.gapSplitAdjusted()).isCloseTo(0.2, EXACTLY);
        assertThat(second.trueRangeNanos()).as("from 5 to 6").isEqualTo(px("1"));
        assertThat(second.movement()).isCloseTo(0.2, EXACTLY);
    }

    @Test
    void aDayWithOnlyEveningRowsCountsWithItsLastPrice() {
        DayFold evening = fold(date(0));
        evening.trades().add(at(date(0), "18:00:00"), 2, px("8"), 10);
        evening.trades().add(at(date(0), "19:00:00"), 2, px("10"), 10);
        SecurityHistory history = history();
        history.next(evening.finish());
        DayLookback second = history.next(day(date(1), "11", "11", "11", "11", 100))
                .lookback()
                .measures();
        assertThat(second.prevCloseNanos()).isEqualTo(px("10"));
        assertThat(second.gap()).isCloseTo(0.1, EXACTLY);
    }

    @Test
    void hourBarsGiveNoPriorCloseAndNoGap() {
        DayFold hour = fold(date(0));
        hour.bars(SourceSchema.OHLCV_1H).add(at(date(0), "09:00:00"), 2, px("10"), px("10"), px("10"), px("10"), 100);
        SecurityHistory history = history();
        history.next(hour.finish());
        DayLookback second = history.next(day(date(1), "11", "11", "11", "11", 100))
                .lookback()
                .measures();
        assertThat(second.prevDate()).isEqualTo(date(0));
        assertThat(second.prevCloseNanos()).isEqualTo(Prices.UNDEF);
        assertThat(second.gap()).isNaN();
    }

    @Test
    void daysWithoutPricesAreNoLookback() {
        DayFold quotesOnly = fold(date(1));
        quotesOnly.quotes(SourceSchema.BBO_1S).add(at(date(1), "10:00:00"), 2, px("9"), px("10"));
        SecurityHistory history = history();
        history.next(day(date(0), "10", "10", "10", "10", 100));
        ScannedDay quoteDay = history.next(quotesOnly.finish());
        assertThat(quoteDay.lookback().measures().lookbackDays()).isEqualTo(1);
        assertThat(quoteDay.lookback().measures().movement()).isNaN();
        assertThat(quoteDay.lookback().measures().direction()).isNull();
        assertThat(quoteDay.kind()).isEqualTo(DayKind.UNSUITABLE);
        assertThat(history.next(day(date(2), "11", "11", "11", "11", 100))
                        .lookback()
                        .measures()
                        .prevDate())
                .isEqualTo(date(0));
    }

    /**
     * | day | high | low | close | true range       | ATR(14) of the days before                    |
     * | 0-12 | 12  | 10  | 11    | 2 (13 times)     | absent                                        |
     * | 13  | 15   | 13  | 14    | 15 - 11 = 4      | absent                                        |
     * | 14  | 14   | 13  | 13    | 1                | (13 x 2 + 4) / 14 = 2.142857143               |
     * | 15  | 13   | 13  | 13    | 0                | (13 x 2.142857143 + 1) / 14 = 2.061224490     |
     */
    @Test
    void averageTrueRangeIsWildersAndLeavesThisDayOut() {
        SecurityHistory history = history();
        for (int i = 0; i <= 12; i++) {
            assertThat(history.next(day(date(i), "11", "12", "10", "11", 1))
                            .lookback()
                            .measures()
                            .atr14Nanos())
                    .isEqualTo(Prices.UNDEF);
        }
        DayLookback day13 = history.next(day(date(13), "13", "15", "13", "14", 1))
                .lookback()
                .measures();
        assertThat(day13.atr14Nanos()).isEqualTo(Prices.UNDEF);
        assertThat(day13.trueRangeNanos()).isEqualTo(px("4"));
        DayLookback day14 = history.next(day(date(14), "14", "14", "13", "13", 1))
                .lookback()
                .measures();
        assertThat(day14.atr14Nanos()).isEqualTo(px("2.142857143"));
        assertThat(day14.trueRangeNanos()).isEqualTo(px("1"));
        DayLookback day15 = history.next(day(date(15), "13", "13", "13", "13", 1))
                .lookback()
                .measures();
        assertThat(day15.atr14Nanos()).isEqualTo(px("2.061224490"));
    }

    @Test
    void averageTrueRangeIsOnThisDaysSplitBasis() {
        SecurityHistory history = history(split(7, "2"), split(14, "5"));
        for (int i = 0; i < 7; i++) {
            history.next(day(date(i), "110", "120", "100", "110", 1));
        }
        for (int i = 7; i < 14; i++) {
            history.next(day(date(i), "55", "60", "50", "55", 1));
        }
        DayLookback afterBoth = history.next(day(date(14), "11", "12", "10", "11", 1))
                .lookback()
                .measures();
        assertThat(afterBoth.atr14Nanos()).isEqualTo(px("2"));
        assertThat(afterBoth.trueRangeNanos()).isEqualTo(px("2"));
    }

    @Test
    void relativeVolumeIsAgainstMedianAndMeanOfTheDaysBefore() {
        SecurityHistory history = history();
        long[] volumes = {100, 1_000, 300, 200, 400};
        for (int i = 0; i < volumes.length; i++) {
            DayLookback lookback = history.next(day(date(i), "10", "10", "10", "10", volumes[i]))
                    .lookback()
                    .measures();
            assertThat(lookback.rvol()).as("fewer than five days").isNaN();
        }
        DayLookback today = history.next(day(date(5), "10", "10", "10", "10", 1_200))
                .lookback()
                .measures();
        assertThat(today.volumeMedian()).isEqualTo(300);
        assertThat(today.volumeMean()).isEqualTo(400);
        assertThat(today.rvol()).isCloseTo(4, EXACTLY);
        assertThat(today.rvolMean()).isCloseTo(3, EXACTLY);
        DayLookback tomorrow = history.next(day(date(6), "10", "10", "10", "10", 700))
                .lookback()
                .measures();
        assertThat(tomorrow.volumeMedian()).as("mean of 300 and 400").isEqualTo(350);
        assertThat(tomorrow.rvol()).isCloseTo(2, EXACTLY);
    }

    @Test
    void volumesOfEarlierDaysAreOnThisDaysSplitBasis() {
        SecurityHistory history = history(split(5, "0.1"));
        for (int i = 0; i < 5; i++) {
            history.next(day(date(i), "1", "1", "1", "1", 5_000));
        }
        DayLookback today = history.next(day(date(5), "10", "10", "10", "10", 1_000))
                .lookback()
                .measures();
        assertThat(today.volumeMedian()).isEqualTo(500);
        assertThat(today.rvol()).isCloseTo(2, EXACTLY);
    }

    @Test
    void theLookbackKeepsTheLastTwentyDays() {
        SecurityHistory history = history();
        history.seed(day(date(0), "10", "10", "10", "10", 1_000_000));
        for (int i = 1; i <= 20; i++) {
            history.seed(day(date(i), "10", "10", "10", "10", 100));
        }
        DayLookback today = history.next(day(date(21), "10", "10", "10", "10", 100))
                .lookback()
                .measures();
        assertThat(today.lookbackDays()).isEqualTo(20);
        assertThat(today.volumeMean()).isEqualTo(100);
    }

    @Test
    void movementIsTheLargestOfRangesAndDistanceFromThePriorClose() {
        SecurityHistory history = history();
        history.next(day(date(0), "10", "10", "10", "10", 100));
        // Range (13 - 12) / 12, but 13 is 30% above the prior close.
        DayLookback gapper = history.next(day(date(1), "12", "13", "12", "13", 100))
                .lookback()
                .measures();
        assertThat(gapper.movement()).isCloseTo(0.3, EXACTLY);
        assertThat(gapper.direction()).isEqualTo("UP");
        // From 13: down to 10.4 is 20%, up to 13.13 is 1%; the range over the open of 13 is 21%.
        DayLookback faller = history.next(day(date(2), "13", "13.13", "10.4", "11", 100))
                .lookback()
                .measures();
        assertThat(faller.movement()).isCloseTo(0.21, EXACTLY);
        assertThat(faller.direction()).isEqualTo("DOWN");
        // From 11: up to 12.1 and down to 9.9 are 10% each.
        DayLookback both = history.next(day(date(3), "11", "12.1", "9.9", "11", 100))
                .lookback()
                .measures();
        assertThat(both.direction()).isEqualTo("BOTH");
        DayLookback calm = history.next(day(date(4), "11", "11.5", "10.5", "11", 100))
                .lookback()
                .measures();
        assertThat(calm.direction()).as("equally little").isEqualTo("BOTH");
    }

    @Test
    void aMomentumDayMovesAndTradesEnough() {
        assertThat(momentum("11.49", 100_000)).as("14.9% without volume").isFalse();
        assertThat(momentum("11.5", 100_000)).as("15% alone").isTrue();
        assertThat(momentum("11.5", 99_999))
                .as("15% but under a million dollars")
                .isFalse();
        assertThat(momentum("11", 200_000)).as("10% on twice the volume").isTrue();
        assertThat(momentum("11", 199_999)).as("10% on less").isFalse();
        assertThat(momentum("10.99", 1_000_000))
                .as("9.9% on ten times the volume")
                .isFalse();
    }

    /** Five days of 100,000 shares at 10, then one from 10 to {@code high}. */
    private static boolean momentum(String high, long volume) {
        SecurityHistory history = history();
        for (int i = 0; i < 5; i++) {
            history.next(day(date(i), "10", "10", "10", "10", 100_000));
        }
        ScannedDay day = history.next(day(date(5), "10", high, "10", "10", volume));
        return day.kind() == DayKind.MOMENTUM;
    }

    @Test
    void daysMustComeInOrderEachOnce() {
        SecurityHistory history = history();
        history.next(day(date(1), "10", "10", "10", "10", 100));
        DayStats again = day(date(1), "10", "10", "10", "10", 100);
        assertThatThrownBy(() -> history.next(again))
                .hasMessageContaining("RUNR")
                .hasMessageContaining(date(1) + "");
        assertThatThrownBy(() -> history.seed(day(date(0), "10", "10", "10", "10", 100)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
