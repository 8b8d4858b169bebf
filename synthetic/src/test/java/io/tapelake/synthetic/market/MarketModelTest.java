package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.TradeSeries;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MarketModelTest {
    @Test
    void symbolDayDoesNotDependOnOtherSymbolsOrLaterDates() {
        MarketModel small = Markets.eventful(3, 5, 2);
        MarketModel large = Markets.eventful(3, 9, 6);
        for (int symbol = 0; symbol < 5; symbol++) {
            assertThat(small.tape(symbol, 1).planted())
                    .isEqualTo(large.tape(symbol, 1).planted());
            assertSameTrades(
                    small.tape(symbol, 1).trades(), large.tape(symbol, 1).trades());
        }
    }

    @Test
    void seedsGiveDifferentMarkets() {
        assertThat(Markets.calm(1, 1, 1).tape(0, 0).trades().volume())
                .isNotEqualTo(Markets.calm(2, 1, 1).tape(0, 0).trades().volume());
    }

    @Test
    void tradesAreInOrderOfReceiptAndInsideTheDay() {
        MarketModel market = Markets.eventful(4, 10, 2);
        for (int symbol = 0; symbol < 10; symbol++) {
            SymbolDayTape tape = market.tape(symbol, 1);
            TradeTape trades = tape.trades();
            for (int row = 0; row < trades.size(); row++) {
                assertThat(trades.tsRecvNs(row)).isGreaterThan(trades.tsEventNs(row));
                assertThat(trades.tsInDelta(row)).isBetween(0, (int) (trades.tsRecvNs(row) - trades.tsEventNs(row)));
                if (row > 0) {
                    assertThat(trades.tsRecvNs(row)).isGreaterThanOrEqualTo(trades.tsRecvNs(row - 1));
                }
            }
            if (trades.size() > 0) {
                assertThat(trades.tsEventNs(0))
                        .isGreaterThanOrEqualTo(tape.day().sessions().preOpenNs());
                assertThat(trades.tsEventNs(trades.size() - 1))
                        .isLessThan(tape.day().sessions().postCloseNs());
            }
        }
    }

    @Test
    void oneDaysCloseIsNearTheNextDaysStart() {
        MarketModel market = Markets.calm(5, 10, 10);
        for (int symbol = 0; symbol < 10; symbol++) {
            for (int day = 1; day < 10; day++) {
                double before = market.tape(symbol, day - 1).path().plan().endLog();
                double after = market.tape(symbol, day).path().plan().startLog();
                assertThat(Math.abs(after - before)).isLessThan(0.6);
                DayPath path = market.tape(symbol, day).path();
                assertThat(path.logPrice(path.seconds() - 1, 1))
                        .isCloseTo(path.plan().endLog(), org.assertj.core.api.Assertions.within(1e-9));
            }
        }
    }

    @Test
    void earlyCloseEndsTheDayAtFive() {
        MarketModel market = Markets.of(6, 10, LocalDate.of(2024, 11, 29), 1, 20);
        TradeDay day = market.days().get(0);
        assertThat(day.seconds()).isEqualTo(13 * 3_600);
        for (int symbol = 0; symbol < 10; symbol++) {
            TradeTape trades = market.tape(symbol, 0).trades();
            int crosses = 0;
            for (int row = 0; row < trades.size(); row++) {
                assertThat(trades.tsEventNs(row)).isLessThan(day.sessions().postCloseNs());
                crosses += day.secondOf(trades.tsEventNs(row)) == day.closeSecond() && trades.side(row) == 'N' ? 1 : 0;
            }
            assertThat(crosses).isPositive();
        }
    }

    @Test
    void seriesHoldsTheSameTrades() {
        TradeTape trades = Markets.calm(7, 1, 1).tape(0, 0).trades();
        TradeSeries series = trades.toSeries();
        assertThat(series.size()).isEqualTo(trades.size());
        long volume = 0;
        for (int row = 0; row < series.size(); row++) {
            volume += series.sizeShares(row);
            assertThat(series.priceNanos(row)).isEqualTo(trades.priceNanos(row));
            assertThat(series.publisher(row)).isEqualTo(trades.venue(row).publisher());
        }
        assertThat(volume).isEqualTo(trades.volume());
    }

    private static void assertSameTrades(TradeTape one, TradeTape other) {
        assertThat(one.size()).isEqualTo(other.size());
        for (int row = 0; row < one.size(); row++) {
            assertThat(one.tsRecvNs(row)).isEqualTo(other.tsRecvNs(row));
            assertThat(one.tsEventNs(row)).isEqualTo(other.tsEventNs(row));
            assertThat(one.priceNanos(row)).isEqualTo(other.priceNanos(row));
            assertThat(one.sizeShares(row)).isEqualTo(other.sizeShares(row));
            assertThat(one.side(row)).isEqualTo(other.side(row));
            assertThat(one.venue(row)).isEqualTo(other.venue(row));
        }
    }
}
