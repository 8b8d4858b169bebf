package io.tapelake.synthetic.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.SyntheticMarket;
import io.tapelake.synthetic.market.PlantedEvent.Kind;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is planted as a whole: how much, of which kinds and sizes. What each kind looks like is told by its own tests. */
class PlantedEventsTest {
    private static final double[] BIN_STARTS = {0.03, 0.05, 0.10, 0.20};

    @Test
    void truthMarketHasDozensOfEveryKindAndOfEverySizeOfMove() {
        int[] all = new int[2];
        int planted = 0;
        Map<Kind, int[]> bins = new EnumMap<>(Kind.class);
        MarketModel market = SyntheticMarket.of(MarketSpec.truth(40, 60, 1)).model();
        for (int symbol = 0; symbol < 40; symbol++) {
            for (int day = 0; day < 60; day++) {
                planted += market.plan(symbol, day).events().things().isEmpty() ? 0 : 1;
                for (PlannedThing thing : market.plan(symbol, day).events().things()) {
                    all[thing.decoy() ? 1 : 0]++;
                    if (!thing.decoy()) {
                        bins.computeIfAbsent(thing.kind(), kind -> new int[5])[bin(thing)]++;
                        bins.get(thing.kind())[4]++;
                    }
                }
            }
        }
        assertThat(planted / 2_400.0).isCloseTo(0.35, within(0.04));
        assertThat(all[1] / (double) (all[0] + all[1])).isCloseTo(0.30, within(0.03));
        assertThat(bins).hasSize(Kind.values().length);
        bins.forEach((kind, counts) -> assertThat(counts[4]).as("%s", kind).isGreaterThanOrEqualTo(40));
        for (Kind move : new Kind[] {Kind.BREAKOUT_RUN, Kind.FAILED_BREAKOUT, Kind.FLUSH}) {
            for (int bin = 0; bin < 4; bin++) {
                assertThat(bins.get(move)[bin])
                        .as("%s from %s", move, BIN_STARTS[bin])
                        .isGreaterThanOrEqualTo(40);
            }
        }
    }

    @Test
    void decoysAreThirtyPercentInTheLongRun() {
        int[] all = new int[2];
        for (int seed = 100; seed < 108; seed++) {
            MarketModel market =
                    SyntheticMarket.of(MarketSpec.truth(40, 60, seed)).model();
            for (int symbol = 0; symbol < 40; symbol++) {
                for (int day = 0; day < 60; day++) {
                    market.plan(symbol, day).events().things().forEach(thing -> all[thing.decoy() ? 1 : 0]++);
                }
            }
        }
        assertThat(all[1] / (double) (all[0] + all[1])).isCloseTo(0.30, within(0.01));
    }

    @Test
    void everythingLiesInsideTheDayAndPausesInsideTheirRunInRegularHours() {
        MarketModel market = Markets.of(10, 30, LocalDate.of(2024, 11, 27), 2, 20);
        for (int symbol = 0; symbol < 30; symbol++) {
            for (int day = 0; day < 2; day++) {
                SymbolDayTape tape = market.tape(symbol, day);
                PlantedEvent run = null;
                for (PlantedEvent event : tape.planted()) {
                    assertThat(event.startNs())
                            .isGreaterThan(tape.day().sessions().preOpenNs());
                    assertThat(event.endNs()).isLessThan(tape.day().sessions().closeNs());
                    assertThat(event.endNs()).isGreaterThan(event.startNs());
                    run = event.kind() == Kind.BREAKOUT_RUN || event.kind() == Kind.FAILED_BREAKOUT ? event : run;
                    if (event.kind() == Kind.HALT && !event.decoy()) {
                        assertThat(run).isNotNull();
                        assertThat(event.startNs())
                                .isGreaterThan(tape.day().sessions().openNs())
                                .isGreaterThan(run.startNs());
                        assertThat(event.endNs()).isLessThan(run.endNs());
                    }
                }
            }
        }
    }

    @Test
    void nothingIsPlantedAtRateZero() {
        MarketModel market = Markets.calm(5, 10, 3);
        for (int symbol = 0; symbol < 10; symbol++) {
            for (int day = 0; day < 3; day++) {
                assertThat(market.tape(symbol, day).planted()).isEmpty();
            }
        }
    }

    @Test
    void rateFivePlantsOnAboutAThirdOfTheDaysAndNeverOnAll() {
        assertThat(share(5)).isBetween(0.29, 0.39);
        assertThat(share(1)).isBetween(0.05, 0.09);
        assertThat(share(100)).isBetween(0.85, 0.93);
    }

    private static double share(double eventRate) {
        MarketModel market = Markets.of(3, 40, Markets.FROM, 60, eventRate);
        int planted = 0;
        for (int symbol = 0; symbol < 40; symbol++) {
            for (int day = 0; day < 60; day++) {
                planted += market.plan(symbol, day).events().things().isEmpty() ? 0 : 1;
            }
        }
        return planted / 2_400.0;
    }

    private static int bin(PlannedThing thing) {
        double size = Math.abs(StrictMath.exp(thing.logAmplitude()) - 1);
        int bin = 0;
        while (bin < 3 && size >= BIN_STARTS[bin + 1]) {
            bin++;
        }
        return bin;
    }
}
