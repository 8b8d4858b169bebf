package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.synthetic.market.PlantedEvent.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Pauses, consolidations and dead zones, measured on the tape. */
class PlantedStandstillsTest {
    private static final long SECOND_NS = TradeDay.SECOND_NS;

    @Test
    void noTradeHappensInAPauseAndTradesSurroundIt() {
        int halts = Planted.each(Kind.HALT, false, (tape, halt) -> {
            TradeTape trades = tape.trades();
            int after = Planted.rowAt(trades, halt.startNs());
            assertThat(trades.tsRecvNs(after)).isGreaterThanOrEqualTo(halt.endNs());
            assertThat(trades.tsEventNs(after)).isBetween(halt.endNs(), halt.endNs() + SECOND_NS);
            assertThat(trades.tsRecvNs(after - 1)).isGreaterThan(halt.startNs() - SECOND_NS);
            double gap = trades.priceNanos(after) / (double) trades.priceNanos(after - 1) - 1;
            assertThat(halt.amplitude()).isEqualTo(gap);
            assertThat(halt.endNs() - halt.startNs()).isIn(300 * SECOND_NS, 600 * SECOND_NS);
        });
        assertThat(halts).isGreaterThan(15);
    }

    @Test
    void gapThroughAPauseIsThePlannedOneUpToTheSpread() {
        Planted.each(Kind.HALT, false, (tape, halt) -> {
            double spread = tape.path().spread(tape.day().secondOf(halt.startNs()) - 1);
            assertThat(halt.amplitude())
                    .as("%s %s", halt.symbol(), halt.tradeDate())
                    .isCloseTo(halt.parameters().get("planned_gap"), within(0.01 + 3 * spread));
        });
    }

    @Test
    void decoyOfAPauseIsASilenceToo() {
        int silences = Planted.each(Kind.HALT, true, (tape, silence) -> {
            assertThat(Planted.tradesBetween(tape, silence.startNs() + SECOND_NS, silence.endNs()))
                    .isZero();
            long seconds = (silence.endNs() - silence.startNs()) / SECOND_NS;
            if (silence.parameters().getOrDefault("quiet_seconds", 0.0) > 0) {
                assertThat(seconds).isBetween(300L, 660L);
            } else {
                assertThat(seconds).isBetween(100L, 230L);
            }
        });
        assertThat(silences).isGreaterThan(10);
    }

    @Test
    void consolidationIsNarrowFlatAndEvenAndItsDecoyIsNot() {
        int narrow = Planted.each(Kind.CONSOLIDATION, false, (tape, range) -> {
            String where = range.symbol() + " " + range.tradeDate();
            double leg = Math.abs(range.parameters().get("leg_log_return"));
            assertThat(closesRange(tape, range)).as(where).isLessThan(0.35 * leg);
            assertThat(pathRange(tape, range)).as(where).isLessThan(0.25 * leg);
            long middleNs = (range.startNs() + range.endNs()) / 2;
            double first = Planted.tradesPerSecond(tape, range.startNs(), middleNs);
            double second = Planted.tradesPerSecond(tape, middleNs, range.endNs());
            assertThat(second / first).as(where).isBetween(0.35, 2.9);
        });
        assertThat(narrow).isGreaterThan(10);
        int wide = Planted.each(Kind.CONSOLIDATION, true, (tape, range) -> assertThat(pathRange(tape, range))
                .isGreaterThan(0.23 * Math.abs(range.parameters().get("leg_log_return"))));
        assertThat(wide).isGreaterThan(5);
    }

    @Test
    void tradingAllButStopsInADeadZoneWhereItIsUsual() {
        double[] inside = new double[3];
        Planted.each(Kind.DEAD_ZONE, false, (tape, zone) -> {
            inside[0] += ratio(tape, zone);
            inside[2]++;
            assertThat(zone.endNs() - zone.startNs()).isBetween(960 * SECOND_NS, 3_600 * SECOND_NS);
            assertThat(zone.parameters().get("usual_trades_per_minute")).isGreaterThanOrEqualTo(6);
            assertThat(ratio(tape, zone))
                    .as("%s %s", zone.symbol(), zone.tradeDate())
                    .isLessThan(0.35);
        });
        assertThat(inside[2]).isGreaterThan(10);
        assertThat(inside[0] / inside[2]).isBetween(0.01, 0.1);
        double[] decoys = new double[2];
        Planted.each(Kind.DEAD_ZONE, true, (tape, zone) -> {
            boolean brief = zone.endNs() - zone.startNs() <= 420 * SECOND_NS;
            if (!brief) {
                decoys[0] += ratio(tape, zone);
                decoys[1]++;
            }
        });
        assertThat(decoys[0] / decoys[1]).isBetween(0.35, 1.0);
    }

    /** Trade rate inside over the usual one. */
    private static double ratio(SymbolDayTape tape, PlantedEvent zone) {
        double usual = zone.parameters().get("usual_trades_per_minute") / 60;
        return Planted.tradesPerSecond(tape, zone.startNs(), zone.endNs()) / usual;
    }

    /** Log range of one-minute closes. */
    private static double closesRange(SymbolDayTape tape, PlantedEvent range) {
        TradeTape trades = tape.trades();
        List<Double> closes = new ArrayList<>();
        for (long atNs = range.startNs() + 60 * SECOND_NS; atNs <= range.endNs(); atNs += 60 * SECOND_NS) {
            closes.add(StrictMath.log(trades.priceNanos(Planted.rowAt(trades, atNs) - 1)));
        }
        return closes.stream().mapToDouble(v -> v).max().orElseThrow()
                - closes.stream().mapToDouble(v -> v).min().orElseThrow();
    }

    private static double pathRange(SymbolDayTape tape, PlantedEvent range) {
        double high = Double.NEGATIVE_INFINITY;
        double low = Double.POSITIVE_INFINITY;
        for (int second = tape.day().secondOf(range.startNs());
                second <= tape.day().secondOf(range.endNs());
                second++) {
            high = Math.max(high, tape.path().logPrice(second, 0));
            low = Math.min(low, tape.path().logPrice(second, 0));
        }
        return high - low;
    }
}
