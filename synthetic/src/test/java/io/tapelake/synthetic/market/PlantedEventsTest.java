package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.synthetic.market.PlantedEvent.Kind;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlantedEventsTest {
    private static final int SYMBOLS = 30;
    private static final int DAYS = 3;

    private interface Check {
        void of(SymbolDayTape tape, PlantedEvent event);
    }

    /** Runs the check for every planted event of a kind; returns how many there were. */
    private static int forEach(MarketModel market, Kind kind, Check check) {
        int count = 0;
        for (int symbol = 0; symbol < market.symbolCount(); symbol++) {
            for (int day = 0; day < market.days().size(); day++) {
                SymbolDayTape tape = market.tape(symbol, day);
                for (PlantedEvent event : tape.planted()) {
                    if (event.kind() == kind) {
                        check.of(tape, event);
                        count++;
                    }
                }
            }
        }
        return count;
    }

    @Test
    void runCoversExactlyItsAmplitudeBetweenItsTimes() {
        int runs = forEach(Markets.eventful(5, SYMBOLS, DAYS), Kind.BREAKOUT_RUN, (tape, run) -> {
            DayPath path = tape.path();
            double log = path.logPrice(tape.day().secondOf(run.endNs()), 0)
                    - path.logPrice(tape.day().secondOf(run.startNs()), 0);
            assertThat(log).isCloseTo(StrictMath.log(1 + run.amplitude()), within(1e-9));
        });
        assertThat(runs).isGreaterThan(40);
    }

    @Test
    void tradesShowTheRun() {
        forEach(Markets.eventful(6, SYMBOLS, DAYS), Kind.BREAKOUT_RUN, (tape, run) -> {
            TradeTape trades = tape.trades();
            int first = firstNotBefore(trades, run.startNs());
            int last = firstNotBefore(trades, run.endNs()) - 1;
            double log = StrictMath.log(trades.priceNanos(last) / (double) trades.priceNanos(first));
            double planned = StrictMath.log(1 + run.amplitude());
            DayPath path = tape.path();
            double spreads = path.spread(tape.day().secondOf(run.startNs()))
                    + path.spread(tape.day().secondOf(run.endNs()) - 1);
            // The first and the last print are some seconds inside, and half a spread or a sweep off the middle.
            assertThat(log)
                    .as("%s %s %s", run.symbol(), run.tradeDate(), run.parameters())
                    .isCloseTo(planned, within(0.25 * Math.abs(planned) + 3 * spreads));
        });
    }

    @Test
    void runComesOnHeavyVolumeOutOfACalmBase() {
        int[] heavy = new int[1];
        int runs = forEach(Markets.eventful(7, SYMBOLS, DAYS), Kind.BREAKOUT_RUN, (tape, run) -> {
            long baseNs = run.startNs() - RunPlan.BASE_SECONDS * TradeDay.SECOND_NS;
            double before = tradesPerSecond(tape, baseNs, run.startNs());
            double during = tradesPerSecond(tape, run.startNs(), run.endNs());
            heavy[0] += during > 4 * before ? 1 : 0;
        });
        assertThat(heavy[0]).isGreaterThan(runs * 9 / 10);
    }

    @Test
    void noTradeHappensInAPauseAndTradesSurroundIt() {
        int halts = forEach(Markets.eventful(8, SYMBOLS, DAYS), Kind.HALT, (tape, halt) -> {
            TradeTape trades = tape.trades();
            int after = firstNotBefore(trades, halt.startNs());
            assertThat(trades.tsRecvNs(after)).isGreaterThanOrEqualTo(halt.endNs());
            assertThat(trades.tsEventNs(after)).isBetween(halt.endNs(), halt.endNs() + TradeDay.SECOND_NS);
            assertThat(trades.tsRecvNs(after - 1)).isGreaterThan(halt.startNs() - TradeDay.SECOND_NS);
            double gap = trades.priceNanos(after) / (double) trades.priceNanos(after - 1) - 1;
            assertThat(halt.amplitude()).isEqualTo(gap);
            assertThat(halt.endNs() - halt.startNs()).isIn(300 * TradeDay.SECOND_NS, 600 * TradeDay.SECOND_NS);
        });
        assertThat(halts).isGreaterThan(15);
    }

    @Test
    void gapThroughAPauseIsThePlannedOneUpToTheSpread() {
        forEach(Markets.eventful(9, SYMBOLS, DAYS), Kind.HALT, (tape, halt) -> {
            double spread = tape.path().spread(tape.day().secondOf(halt.startNs()) - 1);
            assertThat(halt.amplitude())
                    .as("%s %s", halt.symbol(), halt.tradeDate())
                    .isCloseTo(halt.parameters().get("planned_gap"), within(0.01 + 3 * spread));
        });
    }

    @Test
    void pausesLieInRegularHoursAndInsideTheirRun() {
        MarketModel market = Markets.of(10, SYMBOLS, LocalDate.of(2024, 11, 27), 2, 20);
        for (int symbol = 0; symbol < SYMBOLS; symbol++) {
            for (int day = 0; day < 2; day++) {
                SymbolDayTape tape = market.tape(symbol, day);
                List<PlantedEvent> events = tape.planted();
                for (PlantedEvent event : events) {
                    assertThat(event.startNs())
                            .isGreaterThan(tape.day().sessions().preOpenNs());
                    assertThat(event.endNs()).isLessThan(tape.day().sessions().postCloseNs());
                    if (event.kind() == Kind.HALT) {
                        assertThat(event.startNs())
                                .isGreaterThan(tape.day().sessions().openNs())
                                .isGreaterThan(events.get(0).startNs());
                        assertThat(event.endNs())
                                .isLessThan(tape.day().sessions().closeNs())
                                .isLessThan(events.get(0).endNs());
                    }
                }
            }
        }
    }

    @Test
    void nothingIsPlantedAtRateZero() {
        assertThat(forEach(Markets.calm(5, 10, 3), Kind.BREAKOUT_RUN, (tape, run) -> {}))
                .isZero();
    }

    private static double tradesPerSecond(SymbolDayTape tape, long fromNs, long toNs) {
        int rows = firstNotBefore(tape.trades(), toNs) - firstNotBefore(tape.trades(), fromNs);
        return rows / ((toNs - fromNs) / 1e9);
    }

    private static int firstNotBefore(TradeTape trades, long epochNs) {
        int row = 0;
        while (row < trades.size() && trades.tsRecvNs(row) < epochNs) {
            row++;
        }
        return row;
    }
}
