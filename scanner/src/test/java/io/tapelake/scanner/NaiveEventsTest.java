package io.tapelake.scanner;

import static io.tapelake.scanner.Fixture.DATE;
import static io.tapelake.scanner.Fixture.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.DaySessions;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.NaiveEvents.FiveMinuteRange;
import io.tapelake.scanner.NaiveEvents.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NaiveEventsTest {
    private static final DaySessions SESSIONS = SessionCalendar.usEquities().sessions(DATE);
    /** A minute's usual change, ATR14 / sqrt(390), is then one cent; five-minute ATR by the prior days 2.24 cents. */
    private static final double ATR14 = 0.01 * Math.sqrt(390);

    private static final double PRICE = 10;

    /** A day from 09:30 on, written minute by minute. */
    private static final class Day {
        private final List<double[]> bars = new ArrayList<>();
        private final List<Long> starts = new ArrayList<>();
        private long nextNs = at("09:30");
        private double last = PRICE;

        /** Minutes at one price, volumes 100 and 120 in turns. */
        Day calm(int minutes) {
            for (int i = 0; i < minutes; i++) {
                bar(last, nextNs / NaiveMinutes.MINUTE_NS % 2 == 0 ? 100 : 120);
            }
            return this;
        }

        Day bar(double close, double volume) {
            bars.add(new double[] {last, Math.max(last, close), Math.min(last, close), close, volume});
            starts.add(nextNs);
            last = close;
            return empty(1);
        }

        Day empty(int minutes) {
            nextNs += minutes * NaiveMinutes.MINUTE_NS;
            return this;
        }

        NaiveEvents events() {
            return events(nextNs);
        }

        NaiveEvents events(long coveredToNs) {
            double[][] columns = new double[5][bars.size()];
            for (int i = 0; i < bars.size(); i++) {
                for (int c = 0; c < 5; c++) {
                    columns[c][i] = bars.get(i)[c];
                }
            }
            NaiveMinutes minutes = new NaiveMinutes(
                    starts.stream().mapToLong(Long::longValue).toArray(),
                    columns[0],
                    columns[1],
                    columns[2],
                    columns[3],
                    columns[4],
                    SESSIONS,
                    at("09:30"),
                    coveredToNs);
            return new NaiveEvents(minutes, ATR14, FiveMinuteRange.PRIOR_DAYS);
        }
    }

    @Test
    void aSurgeIsAThreefoldMinuteOnThreefoldVolume() {
        Day day = new Day().calm(20).bar(PRICE + 0.031, 200);
        assertThat(day.events().surges())
                .containsExactly(new Found("surge", "", 1, at("09:50"), at("09:51"), at("09:51"), PRICE));
        assertThat(new Day().calm(20).bar(PRICE - 0.031, 200).events().surges())
                .extracting(Found::direction)
                .containsExactly(-1);
        assertThat(new Day().calm(20).bar(PRICE + 0.029, 200).events().surges())
                .as("too small")
                .isEmpty();
        assertThat(new Day().calm(20).bar(PRICE + 0.031, 135).events().surges())
                .as("z 2.5")
                .isEmpty();
        assertThat(new Day().calm(19).bar(PRICE + 0.031, 200).events().surges())
                .as("19 minutes known")
                .isEmpty();
    }

    @Test
    void volumeIsScoredAgainstTheTwentyMinutesBefore() {
        assertThat(new Day().calm(20).bar(PRICE, 140).events().volumeZ(20)).isCloseTo(3, within(1e-12));
        NaiveEvents quiet = new Day().empty(20).bar(PRICE, 5).events();
        assertThat(quiet.volumeZ(20)).as("after nothing").isEqualTo(50);
        assertThat(quiet.volumeZ(19)).isNaN();
    }

    @Test
    void aBreakoutClosesBeyondTheChannelAndFailsWhenItComesBack() {
        Day day = new Day().bar(PRICE + 0.05, 110).bar(PRICE, 110).calm(20);
        // The spike at 09:30 has left the channel of 20 minutes, but not the opening range.
        NaiveEvents events = day.bar(PRICE + 0.04, 150).calm(3).bar(PRICE, 100).events();
        Found breakout = new Found("breakout", "donchian", 1, at("09:52"), at("09:53"), at("09:53"), PRICE);
        assertThat(events.breakouts()).containsExactly(breakout);
        assertThat(events.failed(breakout)).hasValue(at("09:57"));
        assertThat(day.events(at("09:56")).failed(breakout)).as("not yet").isEmpty();
    }

    @Test
    void theEleventhMinuteAfterABreakoutComesTooLate() {
        Day day = new Day().calm(20).bar(PRICE + 0.04, 150).calm(10).bar(PRICE, 100);
        NaiveEvents events = day.events();
        assertThat(events.breakouts()).hasSize(2).allSatisfy(b -> assertThat(events.failed(b))
                .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1})
    void theOpeningRangeIsCrossedOnce(int sign) {
        Day day = new Day().calm(20).bar(PRICE + sign * 0.01, 150).bar(PRICE + sign * 0.02, 400);
        assertThat(day.events().breakouts())
                .extracting(Found::by, Found::direction, Found::startNs)
                .containsExactly(
                        tuple("donchian", sign, at("09:50")),
                        tuple("opening_range", sign, at("09:50")),
                        tuple("donchian", sign, at("09:51")));
    }

    @Test
    void aFlushAndItsBounce() {
        Day day =
                new Day().calm(20).bar(PRICE - 0.03, 130).bar(PRICE - 0.07, 400).bar(PRICE - 0.10, 150);
        assertThat(day.events().flushes())
                .as("7 cents are more than 3 x 2.24; the last minute's volume is ordinary by now")
                .containsExactly(new Found("flush", "", -1, at("09:50"), at("09:52"), at("09:52"), PRICE));
        day.bar(PRICE - 0.07, 200);
        assertThat(day.events().bounces()).as("30%").isEmpty();
        day.bar(PRICE - 0.06, 200);
        assertThat(day.events().bounces())
                .containsExactly(new Found("bounce", "", 1, at("09:53"), at("09:55"), at("09:55"), PRICE - 0.10));
    }

    @Test
    void aBounceMustComeWithinAQuarterOfAnHour() {
        Day day = new Day().calm(20).bar(PRICE - 0.03, 130).bar(PRICE - 0.10, 400);
        Day late = new Day().calm(20).bar(PRICE - 0.03, 130).bar(PRICE - 0.10, 400);
        assertThat(day.calm(14).bar(PRICE, 100).events().bounces()).hasSize(1);
        assertThat(late.calm(15).bar(PRICE, 100).events().bounces()).isEmpty();
    }

    @Test
    void aNarrowFlatStretchAfterALegIsAConsolidation() {
        Day leg = new Day().calm(20);
        for (int i = 1; i <= 8; i++) {
            leg.bar(PRICE + 0.025 * i, 300); // 20 cents; a leg needs 7.7
        }
        List<Found> found = leg.calm(45).events().consolidations();
        assertThat(found.get(0).startNs()).isEqualTo(at("09:58"));
        assertThat(found.get(0).knownNs()).isEqualTo(at("10:08"));
        assertThat(found).allMatch(f -> f.direction() == 1 && Math.abs(f.level() - PRICE - 0.2) < 1e-9);
        assertThat(new Day().calm(60).events().consolidations())
                .as("no leg before")
                .isEmpty();

        Day slope = new Day().calm(20);
        for (int i = 1; i <= 8; i++) {
            slope.bar(PRICE + 0.025 * i, 300);
        }
        for (int i = 1; i <= 20; i++) {
            slope.bar(PRICE + 0.2 - 0.0022 * i, 110);
        }
        assertThat(slope.events().consolidations())
                .as("2.2 cents in 10 minutes slope too much")
                .isEmpty();
    }

    @Test
    void aQuarterOfAnHourWithHardlyAnyVolumeIsADeadZone() {
        Day day = new Day().calm(60);
        for (int i = 0; i < 15; i++) {
            day.empty(i % 2).bar(PRICE, 20);
        }
        List<Found> found = day.calm(60).events().deadZones(true);
        assertThat(NaiveEvents.merged(found, 1)).singleElement().satisfies(zone -> {
            assertThat(zone.startNs()).isEqualTo(at("10:30"));
            assertThat(zone.lastNs()).isEqualTo(at("10:52"));
        });
        assertThat(new Day().calm(60).empty(14).calm(60).events().deadZones(true))
                .as("14 minutes")
                .isEmpty();
        assertThat(new Day().calm(25).empty(15).events().deadZones(false)).hasSize(1);
        assertThat(new Day().calm(10).empty(15).events().deadZones(false))
                .as("25 minutes say little")
                .isEmpty();
    }

    @Test
    void neighboursAreJoined() {
        Found first = new Found("surge", "", 1, at("10:00"), at("10:01"), at("10:01"), 1);
        Found second = new Found("surge", "", 1, at("10:02"), at("10:03"), at("10:03"), 2);
        Found down = new Found("surge", "", -1, at("10:02"), at("10:03"), at("10:03"), 2);
        Found later = new Found("surge", "", 1, at("10:05"), at("10:06"), at("10:06"), 3);
        assertThat(NaiveEvents.merged(List.of(first, second, down, later), 2))
                .containsExactly(new Found("surge", "", 1, at("10:00"), at("10:01"), at("10:03"), 1), down, later);
    }

    @Test
    void wildersFiveMinuteRangeNeedsFourteenBars() {
        NaiveMinutes minutes = walk(1, 100).events().minutes();
        NaiveEvents wilder = new NaiveEvents(minutes, ATR14, FiveMinuteRange.WILDER_14);
        NaiveEvents both = new NaiveEvents(minutes, ATR14, FiveMinuteRange.WILDER_14_ELSE_PRIOR_DAYS);
        assertThat(wilder.fiveMinuteAtr(68)).isNaN();
        assertThat(wilder.fiveMinuteAtr(69)).isPositive();
        assertThat(wilder.fiveMinuteAtr(73)).as("no new bar yet").isEqualTo(wilder.fiveMinuteAtr(69));
        assertThat(wilder.fiveMinuteAtr(74)).isNotEqualTo(wilder.fiveMinuteAtr(69));
        assertThat(both.fiveMinuteAtr(68)).isEqualTo(ATR14 * Math.sqrt(5 / 390.0));
        assertThat(both.fiveMinuteAtr(69)).isEqualTo(wilder.fiveMinuteAtr(69));
    }

    /** Ordinary minutes, some without a trade, and now and then four of a fall or rise on heavy volume and then a pause. */
    private static Day walk(long seed, int minutes) {
        SplittableRandom random = new SplittableRandom(seed);
        Day day = new Day();
        double price = PRICE;
        int moving = 0;
        double direction = 1;
        for (int i = 0; i < minutes; i++) {
            if (moving == 0 && random.nextInt(35) == 0) {
                moving = 4;
                direction = random.nextBoolean() ? 1 : -1;
            }
            if (moving > 0) {
                moving--;
                price += direction * 0.06 * random.nextDouble();
                day.bar(price, 500 + random.nextInt(200));
                if (moving == 0 && random.nextInt(4) == 0) {
                    day.empty(16);
                }
            } else if (random.nextInt(10) == 0) {
                day.empty(1);
            } else {
                price += 0.01 * (random.nextDouble() - 0.5);
                day.bar(price, 100 + random.nextInt(60));
            }
        }
        return day;
    }

    @Test
    void theMadeUpWalksHoldEveryKind() {
        List<String> kinds = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            online(walk(seed, 200).events()).forEach(found -> kinds.add(found.kind()));
        }
        assertThat(kinds).contains("surge", "breakout", "flush", "bounce", "consolidation", "dead_zone");
        assertThat(kinds.stream().filter("flush"::equals).count()).isGreaterThan(20);
    }

    /** Failed breakouts and dead zones by the whole day's median are hindsight; all else is known when it says. */
    @Property(tries = 60)
    void whatIsKnownByAMinuteDoesNotDependOnWhatFollows(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 200) int cutMinute) {
        Day day = walk(seed, 200);
        long cutNs = at("09:30") + cutMinute * NaiveMinutes.MINUTE_NS;
        List<Found> known =
                online(day.events()).filter(f -> f.knownNs() <= cutNs).toList();
        assertThat(online(day.events(cutNs))).containsExactlyElementsOf(known);
    }

    private static Stream<Found> online(NaiveEvents ofDay) {
        NaiveEvents events = new NaiveEvents(ofDay.minutes(), ATR14, FiveMinuteRange.WILDER_14_ELSE_PRIOR_DAYS);
        return Stream.of(
                        events.surges(),
                        events.breakouts(),
                        events.flushes(),
                        events.bounces(),
                        events.consolidations(),
                        events.deadZones(false))
                .flatMap(List::stream);
    }
}
