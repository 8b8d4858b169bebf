package io.tapelake.scanner;

import static io.tapelake.scanner.Fixture.at;
import static io.tapelake.scanner.Fixture.fold;
import static io.tapelake.scanner.Fixture.px;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.Prices;
import io.tapelake.model.StatusEvent;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Hand-computed days. */
class DayFoldTest {
    private static final long UNDEF = Prices.UNDEF;

    /**
     * | time     | price | size | session |
     * | 08:00:00 | 10.00 |  100 | pre     |
     * | 09:30:00 | 11.00 |  200 | regular |
     * | 09:30:30 | 12.00 |  300 | regular |
     * | 12:00:00 |  9.00 |  100 | regular |
     * | 16:00:00 |  9.50 |  400 | post    |
     */
    private static DayStats tradeDay() {
        DayFold fold = fold();
        TradeFold trades = fold.trades();
        trades.add(at("08:00:00"), 2, px("10"), 100);
        trades.add(at("09:30:00"), 2, px("11"), 200);
        trades.add(at("09:30:30"), 3, px("12"), 300);
        trades.add(at("12:00:00"), 2, px("9"), 100);
        trades.add(at("16:00:00"), 2, px("9.5"), 400);
        return fold.finish();
    }

    @Test
    void tradesGiveVolumesBySession() {
        DayStats day = tradeDay();
        assertThat(day.sourceSchema()).isEqualTo("trades");
        assertThat(day.rows()).isEqualTo(5);
        assertThat(day.tradeCount()).isEqualTo(5);
        assertThat(day.publisherCount()).isEqualTo(2);
        assertThat(day.firstIndexNs()).isEqualTo(at("08:00:00"));
        assertThat(day.lastIndexNs()).isEqualTo(at("16:00:00"));
        assertThat(day.volume()).isEqualTo(1_100);
        assertThat(day.preVolume()).isEqualTo(100);
        assertThat(day.regularVolume()).isEqualTo(600);
        assertThat(day.postVolume()).as("the closing cross counts as post").isEqualTo(400);
        assertThat(day.outsideVolume()).isZero();
        assertThat(day.regularEnd()).isEqualTo("16:00");
        assertThat(day.qualityFlags()).isEmpty();
    }

    @Test
    void tradesGivePrices() {
        DayStats day = tradeDay();
        assertThat(day.dayOpenNanos()).isEqualTo(px("10"));
        assertThat(day.dayHighNanos()).isEqualTo(px("12"));
        assertThat(day.dayLowNanos()).isEqualTo(px("9"));
        assertThat(day.dayCloseNanos()).isEqualTo(px("9.5"));
        assertThat(day.regOpenNanos()).isEqualTo(px("11"));
        assertThat(day.regHighNanos()).isEqualTo(px("12"));
        assertThat(day.regLowNanos()).isEqualTo(px("9"));
        assertThat(day.regCloseNanos()).isEqualTo(px("9"));
        assertThat(day.rangeDay()).isCloseTo(3 / 10.0, within(1e-12));
        assertThat(day.rangeRegular()).isCloseTo(3 / 11.0, within(1e-12));
        // (1000 + 2200 + 3600 + 900 + 3800) / 1100 = 11500 / 1100
        assertThat(day.vwapNanos()).isEqualTo(px("10.454545455"));
        assertThat(day.dollarVolume()).isEqualTo(11_500);
    }

    @Test
    void tradesGiveSwingsWithTheirTimes() {
        DayStats day = tradeDay();
        assertThat(day.runup()).isCloseTo(0.20, within(1e-12));
        assertThat(day.runupLowNs()).isEqualTo(at("08:00:00"));
        assertThat(day.runupHighNs()).isEqualTo(at("09:30:30"));
        assertThat(day.drawdown()).isCloseTo(-0.25, within(1e-12));
        assertThat(day.drawdownHighNs()).isEqualTo(at("09:30:30"));
        assertThat(day.drawdownLowNs()).isEqualTo(at("12:00:00"));
    }

    @Test
    void tradesGiveDistinctSecondsAndMinutes() {
        assertThat(tradeDay().bars1s()).isEqualTo(5);
        assertThat(tradeDay().bars1m()).isEqualTo(4);
    }

    @Test
    void volumeIsCumulatedAtFiveMinuteMarks() {
        DayStats day = tradeDay();
        assertThat(day.cumVolume5m()).hasSize(192);
        // Mark k is 04:00 + 5 min x (k + 1): 08:00 lies before mark 48 (08:05), 09:30 before 66, 12:00 before 96.
        assertThat(day.cumVolume5m().get(47)).isZero();
        assertThat(day.cumVolume5m().get(48)).isEqualTo(100);
        assertThat(day.cumVolume5m().get(65)).isEqualTo(100);
        assertThat(day.cumVolume5m().get(66)).isEqualTo(600);
        assertThat(day.cumVolume5m().get(96)).isEqualTo(700);
        assertThat(day.cumVolume5m().get(143)).isEqualTo(700);
        assertThat(day.cumVolume5m().get(144)).isEqualTo(1_100);
        assertThat(day.cumVolume5m().get(191)).isEqualTo(1_100);
    }

    @Test
    void barsUseTheTypicalPrice() {
        DayFold fold = fold();
        BarFold bars = fold.bars(SourceSchema.OHLCV_1M);
        bars.add(at("09:30:00"), 2, px("10"), px("12"), px("9"), px("12"), 100); // typical 11
        bars.add(at("09:31:00"), 2, px("12"), px("14"), px("12"), px("13"), 300); // typical 13
        DayStats day = fold.finish();
        assertThat(day.vwapNanos()).isEqualTo(px("12.5"));
        assertThat(day.dollarVolume()).isEqualTo(5_000);
        assertThat(day.bars1m()).isEqualTo(2);
        assertThat(day.bars1s()).as("minute bars do not show seconds").isEqualTo(DayStats.ABSENT);
        assertThat(day.tradeCount()).isEqualTo(DayStats.ABSENT);
        assertThat(day.haltCount()).as("bars do not show halts").isEqualTo(-1);
        assertThat(day.haltStartsNs()).isNull();
        // Own low counts for own high: 14 / 9 - 1, and own high for own low: 9 / 12 - 1.
        assertThat(day.runup()).isCloseTo(5 / 9.0, within(1e-12));
        assertThat(day.drawdown()).isCloseTo(-0.25, within(1e-12));
        assertThat(day.drawdownHighNs()).isEqualTo(day.drawdownLowNs()).isEqualTo(at("09:30:00"));
    }

    @Test
    void barsOfSeveralPublishersWithOneStartBecomeOneBar() {
        DayFold fold = fold();
        BarFold bars = fold.bars(SourceSchema.OHLCV_1S);
        bars.add(at("09:30:00"), 2, px("10"), px("11"), px("10"), px("11"), 100);
        bars.add(at("09:30:00"), 3, px("10.5"), px("13"), px("9"), px("9"), 50);
        bars.add(at("09:30:01"), 3, px("12"), px("12"), px("12"), px("12"), 10);
        DayStats day = fold.finish();
        assertThat(day.rows()).isEqualTo(3);
        assertThat(day.publisherCount()).isEqualTo(2);
        assertThat(day.bars1s()).isEqualTo(2);
        assertThat(day.bars1m()).isEqualTo(1);
        assertThat(day.volume()).isEqualTo(160);
        assertThat(day.regOpenNanos()).isEqualTo(px("10"));
        assertThat(day.regHighNanos()).isEqualTo(px("13"));
        assertThat(day.regLowNanos()).isEqualTo(px("9"));
        assertThat(day.regCloseNanos()).isEqualTo(px("12"));
        // One bar of (13 + 9 + 9) / 3 with 150 shares, then 12 with 10: (1550 + 120) / 160
        assertThat(day.vwapNanos()).isEqualTo(px("10.4375"));
    }

    @Test
    void hourBarsLeaveEverythingAboutSessionsAbsent() {
        DayFold fold = fold();
        fold.bars(SourceSchema.OHLCV_1H).add(at("09:00:00"), 2, px("10"), px("12"), px("9"), px("11"), 100);
        DayStats day = fold.finish();
        assertThat(day.volume()).isEqualTo(100);
        assertThat(day.dayOpenNanos()).isEqualTo(px("10"));
        assertThat(day.rangeDay()).isCloseTo(0.3, within(1e-12));
        assertThat(day.preVolume()).isEqualTo(DayStats.ABSENT);
        assertThat(day.regularVolume()).isEqualTo(DayStats.ABSENT);
        assertThat(day.regOpenNanos()).isEqualTo(UNDEF);
        assertThat(day.rangeRegular()).isNaN();
        assertThat(day.cumVolume5m()).isNull();
        assertThat(day.bars1m()).isEqualTo(DayStats.ABSENT);
        assertThat(day.outOfSessionRows()).isEqualTo(DayStats.ABSENT);
        assertThat(day.knowsSessions()).isFalse();
        assertThat(day.regularEnd()).isEqualTo("16:00");
    }

    @Test
    void anEarlyCloseEndsTheRegularSession() {
        LocalDate date = LocalDate.of(2019, 12, 24);
        DayFold fold = fold(date);
        fold.trades().add(at(date, "12:59:59.999999999"), 2, px("10"), 1);
        fold.trades().add(at(date, "13:00:00"), 2, px("11"), 10);
        fold.trades().add(at(date, "17:00:00"), 2, px("12"), 100);
        DayStats day = fold.finish();
        assertThat(day.regularEnd()).isEqualTo("13:00");
        assertThat(day.regularVolume()).isEqualTo(1);
        assertThat(day.postVolume()).isEqualTo(10);
        assertThat(day.outsideVolume()).isEqualTo(100);
        assertThat(day.outOfSessionRows()).isEqualTo(1);
        assertThat(day.qualityFlags()).isEqualTo("out-of-session-rows");
        assertThat(day.dayHighNanos()).as("kept in measures of the day").isEqualTo(px("12"));
    }

    @Test
    void rowsOnAClosedDayAreMeasuredWithoutSessions() {
        DayFold fold = fold(LocalDate.of(2025, 11, 15));
        fold.trades().add(at(LocalDate.of(2025, 11, 15), "10:00:00"), 2, px("10"), 100);
        DayStats day = fold.finish();
        assertThat(day.volume()).isEqualTo(100);
        assertThat(day.regularEnd()).isNull();
        assertThat(day.regularVolume()).isEqualTo(DayStats.ABSENT);
        assertThat(day.haltCount()).isEqualTo(-1);
        assertThat(day.qualityFlags()).isEqualTo("no-known-trading-day");
    }

    @Test
    void undefinedPricesCountWithTheirVolumeOnly() {
        DayFold fold = fold();
        BarFold bars = fold.bars(SourceSchema.OHLCV_1M);
        bars.add(at("09:30:00"), 2, px("10"), px("10"), px("10"), px("10"), 100);
        bars.add(at("09:31:00"), 2, UNDEF, UNDEF, UNDEF, UNDEF, 20);
        bars.add(at("09:32:00"), 2, px("20"), px("20"), px("20"), UNDEF, 3);
        DayStats day = fold.finish();
        assertThat(day.volume()).isEqualTo(123);
        assertThat(day.vwapNanos()).isEqualTo(px("10"));
        assertThat(day.dayHighNanos()).isEqualTo(px("10"));
        assertThat(day.unpricedRows()).isEqualTo(2);
        assertThat(day.qualityFlags()).isEqualTo("unpriced-rows");
    }

    @Test
    void zeroVolumeBarsGivePricesButNoVwap() {
        DayFold fold = fold();
        fold.bars(SourceSchema.OHLCV_1M).add(at("18:00:00"), 2, px("10"), px("11"), px("10"), px("11"), 0);
        DayStats day = fold.finish();
        assertThat(day.volume()).isZero();
        assertThat(day.regularVolume()).isZero();
        assertThat(day.vwapNanos()).isEqualTo(UNDEF);
        assertThat(day.dollarVolume()).isZero();
        assertThat(day.dayHighNanos()).isEqualTo(px("11"));
        assertThat(day.regOpenNanos()).isEqualTo(UNDEF);
        assertThat(day.qualityFlags()).isEqualTo("no-regular-rows,zero-volume");
    }

    @Test
    void unknownSizesAreReported() {
        DayFold fold = fold();
        fold.trades().add(at("10:00:00"), 2, px("10"), -1);
        fold.trades().add(at("10:00:01"), 2, px("11"), 5);
        DayStats day = fold.finish();
        assertThat(day.volume()).isEqualTo(5);
        assertThat(day.dayOpenNanos()).isEqualTo(px("10"));
        assertThat(day.qualityFlags()).isEqualTo("unsized-rows");
    }

    @Test
    void quotesAreClassifiedAndTheMedianIsOfNormalOnes() {
        DayFold fold = fold();
        QuoteFold quotes = fold.quotes(SourceSchema.BBO_1S);
        quotes.add(at("09:30:00"), 2, px("99"), px("101")); // 200 bps
        quotes.add(at("09:30:01"), 2, px("99.5"), px("100.5")); // 100 bps
        quotes.add(at("09:30:02"), 2, px("100"), px("100"));
        quotes.add(at("09:30:03"), 2, px("101"), px("100"));
        quotes.add(at("09:30:04"), 2, px("100"), UNDEF);
        quotes.add(at("09:30:05"), 2, UNDEF, UNDEF);
        DayStats day = fold.finish();
        assertThat(day.sourceSchema()).isNull();
        assertThat(day.volume()).isEqualTo(DayStats.ABSENT);
        assertThat(day.quoteSchema()).isEqualTo("bbo-1s");
        assertThat(day.quoteRows()).isEqualTo(6);
        assertThat(day.quoteNormalRows()).isEqualTo(2);
        assertThat(day.quoteLockedRows()).isEqualTo(1);
        assertThat(day.quoteCrossedRows()).isEqualTo(1);
        assertThat(day.quoteOneSidedRows()).isEqualTo(1);
        assertThat(day.quoteEmptyRows()).isEqualTo(1);
        assertThat(day.medianSpreadBps()).isCloseTo(150, within(1e-9));
        assertThat(day.qualityFlags()).isEqualTo("crossed-quotes");
    }

    @Test
    void tradesInsideBookRecordsAreTradesOfTheDay() {
        DayFold fold = fold();
        QuoteFold book = fold.quotes(SourceSchema.MBP_1);
        book.add(at("09:30:00"), 2, px("9.99"), px("10.01"), 'A', px("9.99"), 500);
        book.add(at("09:30:01"), 2, px("9.99"), px("10.01"), 'T', px("10.01"), 70);
        book.add(at("09:30:02"), 2, px("9.99"), px("10.02"), 'C', px("10.01"), 30);
        DayStats day = fold.finish();
        assertThat(day.sourceSchema()).isEqualTo("mbp-1");
        assertThat(day.quoteSchema()).isEqualTo("mbp-1");
        assertThat(day.rows()).isEqualTo(3);
        assertThat(day.quoteRows()).isEqualTo(3);
        assertThat(day.tradeCount()).isEqualTo(1);
        assertThat(day.volume()).isEqualTo(70);
        assertThat(day.dayOpenNanos()).isEqualTo(px("10.01"));
    }

    @Test
    void theConfiguredOrderDecidesWhichSchemaIsUsed() {
        DayFold fold = fold();
        fold.bars(SourceSchema.OHLCV_1M).add(at("09:30:00"), 2, px("1"), px("1"), px("1"), px("1"), 1);
        fold.trades().add(at("09:30:00"), 2, px("2"), 2);
        fold.quotes(SourceSchema.TBBO).add(at("09:30:00"), 2, px("1"), px("2"), 'T', px("3"), 3);
        fold.quotes(SourceSchema.MBP_1);
        assertThat(fold.available())
                .containsExactlyInAnyOrder(SourceSchema.OHLCV_1M, SourceSchema.TRADES, SourceSchema.TBBO);
        DayStats day = fold.finish();
        assertThat(day.sourceSchema()).isEqualTo("trades");
        assertThat(day.volume()).isEqualTo(2);
        assertThat(day.quoteSchema()).as("mbp-1 had no rows").isEqualTo("tbbo");
    }

    /** Two hundred trades at ten, then ten minutes without. */
    private static DayFold foldWithAGap() {
        DayFold fold = fold();
        for (int i = 0; i < 200; i++) {
            fold.trades().add(at("10:00:00") + i, 2, px("10"), 1);
        }
        fold.trades().add(at("10:10:00"), 2, px("10"), 1);
        return fold;
    }

    @Test
    void withoutStatusAGapBetweenTradesIsAHalt() {
        DayStats day = foldWithAGap().finish();
        assertThat(day.haltEvidence()).isEqualTo("trade_gap");
        assertThat(day.haltCount()).isEqualTo(1);
        assertThat(day.haltStartsNs()).containsExactly(at("10:00:00") + 199);
        assertThat(day.haltEndsNs()).containsExactly(at("10:10:00"));
        assertThat(day.statusRows()).isEqualTo(DayStats.ABSENT);
    }

    @Test
    void statusRecordsDecideOverGapsBetweenTrades() {
        DayFold fold = foldWithAGap();
        fold.status(new StatusEvent(at("09:30:00"), at("09:30:00"), 2, StatusEvent.TRADING, 1, 'Y'));
        DayStats day = fold.finish();
        assertThat(day.haltEvidence()).isEqualTo("status");
        assertThat(day.haltCount()).isZero();
        assertThat(day.statusRows()).isEqualTo(1);
        assertThat(day.statusFirstIndexNs()).isEqualTo(at("09:30:00"));
    }

    @Test
    void aFoldWithoutRowsIsAbsentInEverything() {
        DayStats day = fold().finish();
        assertThat(day.hasSource()).isFalse();
        assertThat(day.rows()).isEqualTo(DayStats.ABSENT);
        assertThat(day.vwapNanos()).isEqualTo(UNDEF);
        assertThat(day.runup()).isNaN();
        assertThat(day.medianSpreadBps()).isNaN();
    }

    @Test
    void rowsOutOfOrderAreAnError() {
        TradeFold trades = fold().trades();
        trades.add(at("10:00:00"), 2, px("10"), 1);
        assertThatThrownBy(() -> trades.add(at("09:59:59"), 2, px("10"), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("trades rows must come in order")
                .hasMessageContaining(Long.toString(at("09:59:59")));
    }

    @Test
    void aSchemaOfAnotherKindIsAnError() {
        assertThatThrownBy(() -> fold().bars(SourceSchema.TBBO)).hasMessageContaining("tbbo has no bars");
        assertThatThrownBy(() -> fold().quotes(SourceSchema.TRADES)).hasMessageContaining("trades has no quotes");
    }
}
