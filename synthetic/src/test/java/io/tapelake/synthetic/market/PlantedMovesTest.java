package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.synthetic.market.PlantedEvent.Kind;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs, failed breakouts, flushes and bounces, measured on price and tape. */
class PlantedMovesTest {
    private static final long MINUTE_NS = 60 * TradeDay.SECOND_NS;

    @ParameterizedTest
    @EnumSource(names = {"BREAKOUT_RUN", "FAILED_BREAKOUT", "FLUSH", "BOUNCE"})
    void moveCoversExactlyItsAmplitudeBetweenItsTimes(Kind kind) {
        int moves = Planted.each(Planted.MARKET, kind, thing -> true, (tape, move) -> {
            DayPath path = tape.path();
            double log = path.logPrice(tape.day().secondOf(move.endNs()), 0)
                    - path.logPrice(tape.day().secondOf(move.startNs()), 0);
            assertThat(log).isCloseTo(StrictMath.log(1 + move.amplitude()), within(1e-9));
        });
        assertThat(moves).isGreaterThan(50);
    }

    @ParameterizedTest
    @EnumSource(names = {"BREAKOUT_RUN", "FAILED_BREAKOUT", "FLUSH"})
    void tradesShowTheMove(Kind kind) {
        Planted.each(kind, false, (tape, move) -> {
            double planned = StrictMath.log(1 + move.amplitude());
            double spreads = Planted.spread(tape, move.startNs()) + Planted.spread(tape, move.endNs());
            // The first and the last print are some seconds inside, and half a spread or a sweep off the middle.
            assertThat(Planted.logReturn(tape, move.startNs(), move.endNs()))
                    .as("%s %s %s", move.symbol(), move.tradeDate(), move.parameters())
                    .isCloseTo(planned, within(0.25 * Math.abs(planned) + 3 * spreads));
        });
    }

    @ParameterizedTest
    @EnumSource(names = {"BREAKOUT_RUN", "FAILED_BREAKOUT", "FLUSH"})
    void moveComesOnHeavyVolume(Kind kind) {
        AtomicInteger heavy = new AtomicInteger();
        AtomicInteger out = new AtomicInteger();
        int moves = Planted.each(kind, false, (tape, move) -> {
            double before = Planted.tradesPerSecond(tape, move.startNs() - 10 * MINUTE_NS, move.startNs());
            double during = Planted.tradesPerSecond(tape, move.startNs(), move.endNs());
            boolean quietBefore = move.parameters().getOrDefault("after_run", 0.0) == 0
                    && move.parameters().getOrDefault("base_seconds", 900.0) == 900;
            out.addAndGet(quietBefore ? 0 : 1);
            heavy.addAndGet(quietBefore && during > 3 * before ? 1 : 0);
            assertThat(during).as("%s %s", move.symbol(), move.tradeDate()).isGreaterThan(before);
        });
        assertThat(heavy.get()).isGreaterThan((moves - out.get()) * 19 / 20);
    }

    @Test
    void volumeStartsWithTheMove() {
        double[] rates = new double[3];
        Planted.each(Kind.BREAKOUT_RUN, false, (tape, run) -> {
            if (run.parameters().get("base_seconds") == 900) {
                long startNs = run.startNs();
                double during = Planted.tradesPerSecond(tape, startNs, startNs + 100 * TradeDay.SECOND_NS);
                rates[0] += Planted.tradesPerSecond(tape, startNs - 15 * TradeDay.SECOND_NS, startNs) / during;
                rates[1] += Planted.tradesPerSecond(tape, startNs, startNs + 15 * TradeDay.SECOND_NS) / during;
                rates[2]++;
            }
        });
        assertThat(rates[0] / rates[2]).isLessThan(0.2);
        assertThat(rates[1] / rates[2]).isGreaterThan(0.65);
    }

    @Test
    void runKeepsWhatItIsSaidToKeepAndAFailedOneLosesNearlyAll() {
        Planted.each(Kind.BREAKOUT_RUN, false, (tape, run) -> {
            boolean second = run.parameters().get("base_seconds") != 900;
            assertThat(run.parameters().get("worst_retrace_hour"))
                    .as("%s %s %s", run.symbol(), run.tradeDate(), second)
                    .isLessThan(0.6);
        });
        Planted.each(Kind.FAILED_BREAKOUT, false, (tape, run) -> assertThat(
                        run.parameters().get("worst_retrace_hour"))
                .as("%s %s", run.symbol(), run.tradeDate())
                .isGreaterThanOrEqualTo(0.75));
    }

    @Test
    void tradesShowTheFailure() {
        int runs = Planted.each(Kind.FAILED_BREAKOUT, false, (tape, run) -> {
            long fadedNs = run.endNs() + run.parameters().get("fade_seconds").longValue() * TradeDay.SECOND_NS;
            double planned = StrictMath.log(1 + run.amplitude());
            double spreads = Planted.spread(tape, run.endNs()) + Planted.spread(tape, fadedNs);
            double back = Planted.logReturn(tape, run.endNs() - 5 * TradeDay.SECOND_NS, fadedNs);
            assertThat(-back * Math.signum(planned))
                    .as("%s %s", run.symbol(), run.tradeDate())
                    .isCloseTo(
                            run.parameters().get("retrace") * Math.abs(planned),
                            within(0.2 * Math.abs(planned) + 3 * spreads));
            assertThat(fadedNs - run.endNs()).isBetween(4 * MINUTE_NS, 61 * MINUTE_NS);
        });
        assertThat(runs).isGreaterThan(50);
    }

    @Test
    void flushTakesMinutesAndABounceBringsBackHalfOfIt() {
        Planted.each(Kind.FLUSH, false, (tape, flush) -> {
            assertThat(flush.amplitude()).isBetween(-0.31, -0.029);
            assertThat(flush.endNs() - flush.startNs()).isBetween(MINUTE_NS, 5 * MINUTE_NS);
        });
        Planted.each(Kind.BOUNCE, false, (tape, bounce) -> {
            assertThat(highestBack(tape, bounce, 12)).isGreaterThan(0.44);
            assertThat(bounce.endNs() - bounce.startNs()).isBetween(2 * MINUTE_NS, 12 * MINUTE_NS);
        });
        Planted.each(Kind.BOUNCE, true, (tape, bounce) -> assertThat(highestBack(tape, bounce, 20))
                .as("%s %s", bounce.symbol(), bounce.tradeDate())
                .isBetween(0.09, 0.36));
    }

    @Test
    void flushWithoutABounceStaysDown() {
        int[] alone = new int[1];
        Planted.each(Kind.FLUSH, false, (tape, flush) -> {
            boolean bounced = tape.planted().stream()
                    .anyMatch(event -> event.kind() == Kind.BOUNCE && event.startNs() == flush.endNs());
            if (!bounced) {
                alone[0]++;
                double low = tape.path().logPrice(tape.day().secondOf(flush.endNs()), 0);
                double high = highest(tape, tape.day().secondOf(flush.endNs()), 1_200);
                assertThat((high - low) / -StrictMath.log(1 + flush.amplitude()))
                        .isLessThan(0.25);
            }
        });
        assertThat(alone[0]).isPositive();
    }

    @Test
    void decoysOfMovesLackTheVolumeOrTheMoveOrTheTime() {
        int[] forms = new int[3];
        Planted.each(Kind.BREAKOUT_RUN, true, (tape, decoy) -> {
            int form = decoy.parameters().get("form").intValue();
            forms[form]++;
            long lengthNs = decoy.endNs() - decoy.startNs();
            switch (form) {
                case 0 -> assertThat(lengthNs).isGreaterThanOrEqualTo(60 * MINUTE_NS);
                case 1 -> assertThat(decoy.amplitude()).isZero();
                default -> {
                    double back = tape.path().logPrice(tape.day().secondOf(decoy.startNs()) + 91, 0)
                            - tape.path().logPrice(tape.day().secondOf(decoy.startNs()), 0);
                    assertThat(Math.abs(back)).isLessThan(0.25 * Math.abs(StrictMath.log(1 + decoy.amplitude())));
                }
            }
        });
        assertThat(forms).doesNotContain(0);
        Planted.each(Kind.FLUSH, true, (tape, decoy) -> {
            boolean slow = decoy.endNs() - decoy.startNs() >= 30 * MINUTE_NS;
            assertThat(slow || decoy.amplitude() >= -0.0121).isTrue();
        });
    }

    private static double highestBack(SymbolDayTape tape, PlantedEvent bounce, int minutes) {
        int low = tape.day().secondOf(bounce.startNs());
        double back = highest(tape, low, minutes * 60) - tape.path().logPrice(low, 0);
        return back / -bounce.parameters().get("flush_log_return");
    }

    private static double highest(SymbolDayTape tape, int from, int seconds) {
        double high = Double.NEGATIVE_INFINITY;
        for (int second = from; second <= from + seconds; second++) {
            high = Math.max(high, tape.path().logPrice(second, 0));
        }
        return high;
    }
}
