package io.tapelake.scanner;

import static io.tapelake.scanner.NaiveMinutes.MINUTE_NS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.NaiveEvents.FiveMinuteRange;
import io.tapelake.scanner.NaiveEvents.Found;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.HandDay;
import io.tapelake.scanner.event.ScanEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * The detectors beside {@link NaiveEvents}, over random minutes from 08:00 to 17:00. Where both define an event alike they
 * find the same; where the detector's rule is another one (see docs/measures.md), the oracle's minutes are used to write that
 * rule down once more, or what follows from both is compared.
 */
class DetectorsOracleTest {
    private static final DaySessions SESSIONS = SessionCalendar.usEquities().sessions(HandDay.DATE);
    private static final int FIRST = 240;
    private static final int MINUTES = 540;
    private static final double ATR14 = 0.30;
    private static final Map<EventKind, Integer> SEEN = new EnumMap<>(EventKind.class);

    /** A day both ways. {@code fed} counts minutes from 04:00 on, as the grid does. */
    private record Day(NaiveMinutes minutes, NaiveEvents naive, List<ScanEvent> events) {
        List<ScanEvent> of(EventKind kind) {
            return events.stream().filter(e -> e.kind() == kind).toList();
        }

        Set<Long> known(EventKind kind, String pattern) {
            return of(kind).stream()
                    .filter(e -> e.pattern().startsWith(pattern))
                    .map(ScanEvent::knownNs)
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        double close(int m) {
            return minutes.lastClose[m];
        }

        int minute(long knownNs) {
            return minutes.minuteOf(knownNs) - 1;
        }

        /** For an exact comparison: 20 minutes before a minute there was trading already. */
        boolean warm(long knownNs) {
            return minute(knownNs) >= FIRST + 20;
        }

        Set<Long> warm(Set<Long> known) {
            return known.stream().filter(this::warm).collect(Collectors.toCollection(TreeSet::new));
        }

        private LongStream ends(int from, int to) {
            return LongStream.rangeClosed(from, to).map(m -> minutes.endOf((int) m));
        }
    }

    /** Prices to the nano, so that no two are equal by chance; each bar opens where the last one closed. */
    private static Day day(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] c = new double[5][MINUTES];
        long[] starts = new long[MINUTES];
        HandDay hand = HandDay.ofMinutes().atr14(ATR14).prevClose(10);
        double last = 10;
        double drift = 0;
        double heat = 1;
        int left = 0;
        for (int i = 0; i < MINUTES; i++) {
            if (left-- <= 0) {
                int mood = random.nextInt(6);
                left = mood == 1 ? random.nextInt(3, 7) : random.nextInt(8, 40);
                drift = mood == 1 ? -random.nextDouble(0.02) : mood == 2 ? random.nextDouble(0.006) : 0;
                heat = mood == 1 || mood == 2 ? random.nextDouble(2, 8) : mood == 3 ? 0.02 : mood == 4 ? 0.3 : 1;
            }
            double close = last * Math.exp(drift + 0.001 * Math.sqrt(heat) * (random.nextDouble() * 2 - 1));
            c[0][i] = usd(last);
            c[3][i] = usd(close);
            c[1][i] = usd(Math.max(last, close) * (1 + 0.0004 * random.nextDouble()));
            c[2][i] = usd(Math.min(last, close) * (1 - 0.0004 * random.nextDouble()));
            c[4][i] = (long) (random.nextDouble(2_000, 20_000) * heat);
            starts[i] = SESSIONS.preOpenNs() + (FIRST + i) * MINUTE_NS;
            String time = io.tapelake.model.NewYork.at(starts[i]).toLocalTime().toString();
            hand.bar(time, c[0][i], c[1][i], c[2][i], c[3][i], (long) c[4][i]);
            last = c[3][i];
        }
        NaiveMinutes minutes = new NaiveMinutes(
                starts, c[0], c[1], c[2], c[3], c[4], SESSIONS, SESSIONS.preOpenNs(), SESSIONS.postCloseNs());
        List<ScanEvent> events = hand.events();
        events.forEach(e -> SEEN.merge(e.kind(), 1, Integer::sum));
        return new Day(minutes, new NaiveEvents(minutes, ATR14, FiveMinuteRange.WILDER_14_ELSE_PRIOR_DAYS), events);
    }

    private static double usd(double price) {
        return Prices.toDouble(Math.round(price * Prices.NANOS_PER_UNIT));
    }

    /** z has a floor under the deviation; above it both are the same. */
    private static boolean plainZ(Day day, long knownNs) {
        int m = day.minute(knownNs);
        double mean = LongStream.range(m - 20, m)
                .mapToDouble(i -> day.minutes().volume[(int) i])
                .average()
                .orElseThrow();
        double squares = LongStream.range(m - 20, m)
                .mapToDouble(i -> Math.pow(day.minutes().volume[(int) i] - mean, 2))
                .average()
                .orElseThrow();
        return Math.sqrt(squares) > 0.1 * mean + 100;
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void surgesAreTheSame(@ForAll long seed) {
        Day day = day(seed);
        Set<Long> naive = day.naive().surges().stream()
                .map(Found::knownNs)
                .filter(ns -> day.warm(ns) && plainZ(day, ns))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Long> found = day.warm(day.known(EventKind.SURGE, "surge"));
        found.removeIf(ns -> !plainZ(day, ns));
        assertThat(found).isEqualTo(naive);
    }

    /** The oracle answers each minute outside the channel on volume; the detector the first of those that follow each other. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void breakoutsOfTheChannelAreTheSame(@ForAll long seed) {
        Day day = day(seed);
        for (int direction : new int[] {1, -1}) {
            Set<Long> expected = new TreeSet<>();
            Set<Long> naive = day.naive().breakouts().stream()
                    .filter(f -> f.by().equals("donchian") && f.direction() == direction)
                    .map(Found::knownNs)
                    .collect(Collectors.toSet());
            boolean going = false;
            int start = FIRST + 20;
            while (outside(day, start, direction)) {
                start++;
            }
            for (int m = start; m < FIRST + MINUTES; m++) {
                long ns = day.minutes().endOf(m);
                boolean now = outside(day, m, direction) && volumeZ(day, m) >= 2;
                assertThat(now || !plainZ(day, ns)).isEqualTo(naive.contains(ns) || !plainZ(day, ns));
                if (now && !going) {
                    expected.add(ns);
                }
                going = outside(day, m, direction) && (now || going);
            }
            Set<Long> found = day.warm(day.known(EventKind.BREAKOUT, direction > 0 ? "donchian_up" : "donchian_down"));
            long from = day.minutes().startOf(start);
            found.removeIf(ns -> ns <= from);
            assertThat(found).isEqualTo(expected);
        }
    }

    private static boolean outside(Day day, int m, int direction) {
        NaiveMinutes minutes = day.minutes();
        return direction > 0
                ? minutes.close[m] > minutes.highest(minutes.high, m - 20, m - 1)
                : minutes.close[m] < minutes.lowest(minutes.low, m - 20, m - 1);
    }

    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void failureOfABreakoutIsTheSame(@ForAll long seed) {
        Day day = day(seed);
        for (ScanEvent e : day.of(EventKind.BREAKOUT)) {
            Found found = new Found(
                    "breakout", "", e.direction(), 0, e.knownNs(), e.knownNs(), Prices.toDouble(e.startPriceNanos()));
            assertThat(e.hindsightFailed())
                    .as(e.toString())
                    .isEqualTo(day.naive().failed(found).isPresent());
        }
    }

    /** The first close beyond the range each way on volume, whether it came from inside or not. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void theOpeningRangeIsLeftOnceEachWay(@ForAll long seed) {
        Day day = day(seed);
        NaiveMinutes minutes = day.minutes();
        int open = minutes.minuteOf(SESSIONS.openNs());
        for (int direction : new int[] {1, -1}) {
            Set<Long> expected = new TreeSet<>();
            double level = direction > 0
                    ? minutes.highest(minutes.high, open, open + 14)
                    : minutes.lowest(minutes.low, open, open + 14);
            for (int m = open + 15; m < open + 390 && expected.isEmpty(); m++) {
                if (direction * (minutes.close[m] - level) > 0 && volumeZ(day, m) >= 2) {
                    expected.add(minutes.endOf(m));
                }
            }
            String pattern = direction > 0 ? "opening_range_up" : "opening_range_down";
            assertThat(day.known(EventKind.BREAKOUT, pattern)).isEqualTo(expected);
        }
    }

    /** With the floor under the deviation. */
    private static double volumeZ(Day day, int m) {
        double[] volume = day.minutes().volume;
        double mean = LongStream.range(m - 20, m)
                .mapToDouble(i -> volume[(int) i])
                .average()
                .orElseThrow();
        double squares = LongStream.range(m - 20, m)
                .mapToDouble(i -> Math.pow(volume[(int) i] - mean, 2))
                .average()
                .orElseThrow();
        return (volume[m] - mean) / Math.max(Math.sqrt(squares), 0.1 * mean + 100);
    }

    /**
     * The detector measures from the high, within five minutes, so it sees every fall that the oracle sees from the close;
     * but a fall that goes on and on is one flush.
     */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void noFlushOfTheOracleIsMissed(@ForAll long seed) {
        Day day = day(seed);
        Set<Long> found = day.known(EventKind.FLUSH, "flush");
        for (Found flush : day.naive().flushes()) {
            int m = day.minute(flush.knownNs());
            boolean large = flush.level() - day.close(m) >= 0.015 * flush.level() * 1.0005;
            if (m >= FIRST + 80 && large && plainZ(day, flush.knownNs())) {
                assertThat(day.ends(m - 60, m)).as("known by " + flush).anyMatch(found::contains);
            }
        }
    }

    /** Every flush is what docs/measures.md says one is. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void aFlushIsAFastFallOnVolume(@ForAll long seed) {
        Day day = day(seed);
        NaiveMinutes minutes = day.minutes();
        for (ScanEvent flush : day.of(EventKind.FLUSH)) {
            int m = day.minute(flush.knownNs());
            double top = Prices.toDouble(flush.startPriceNanos());
            double fall = top - minutes.close[m];
            assertThat(top).isLessThanOrEqualTo(minutes.highest(minutes.high, m - 4, m));
            double average = LongStream.rangeClosed(0, m)
                            .mapToDouble(i -> minutes.volume[(int) i])
                            .sum()
                    / (m + 1);
            boolean heavy =
                    LongStream.rangeClosed(m - 4, m).anyMatch(i -> minutes.volume[(int) i] >= 3 * average * 0.999999);
            boolean onVolume = LongStream.rangeClosed(m - 4, m).anyMatch(i -> volumeZ(day, (int) i) >= 2 - 1e-9);
            boolean far = fall >= 0.015 * top
                    && onVolume
                    && (m < FIRST + 80 || fall >= 3 * day.naive().fiveMinuteAtr(m - 5) - 1e-9);
            assertThat(far || (fall >= 0.08 * top - 1e-9 && heavy))
                    .as(flush.toString())
                    .isTrue();
        }
    }

    /** Of a flush that stands alone: the first close that has 38% of the fall to the lowest low back, within 15 minutes of it. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void aBounceFollowsALoneFlush(@ForAll long seed) {
        Day day = day(seed);
        NaiveMinutes minutes = day.minutes();
        List<ScanEvent> flushes = day.of(EventKind.FLUSH);
        for (ScanEvent flush : flushes) {
            int known = day.minute(flush.knownNs());
            boolean alone = flushes.stream()
                    .noneMatch(f -> f != flush
                            && f.knownNs() > flush.knownNs() - 100 * MINUTE_NS
                            && f.knownNs() <= flush.knownNs() + 40 * MINUTE_NS);
            if (!alone || known + 40 >= FIRST + MINUTES) {
                continue;
            }
            double top = Prices.toDouble(flush.startPriceNanos());
            int low = known;
            Set<Long> expected = new TreeSet<>();
            for (int m = known + 1; m <= known + 40 && m - low <= 16 && expected.isEmpty(); m++) {
                if (minutes.low[m] < minutes.low[low]) {
                    low = m;
                } else if (m - low <= 15 && minutes.close[m] - minutes.low[low] >= 0.38 * (top - minutes.low[low])) {
                    expected.add(minutes.endOf(m));
                }
            }
            Set<Long> found = new TreeSet<>(day.known(EventKind.BOUNCE, "bounce"));
            found.removeIf(ns -> ns <= flush.knownNs() || ns > flush.knownNs() + 40 * MINUTE_NS);
            assertThat(found).as(flush.toString()).isEqualTo(expected);
        }
    }

    /** 15 minutes each under a quarter of the median are so in the mean too; the detector says so again every half hour. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void noDeadZoneOfTheOracleIsMissed(@ForAll long seed) {
        Day day = day(seed);
        Set<Long> found = day.known(EventKind.DEAD_ZONE, "dead_zone");
        int open = day.minutes().minuteOf(SESSIONS.openNs());
        for (Found zone : day.naive().deadZones(false)) {
            int m = day.minute(zone.knownNs());
            if (m >= open + 45) {
                assertThat(day.ends(m - 29, m)).as("known by " + zone).anyMatch(found::contains);
            }
        }
    }

    /** Every dead zone is one: the mean of 15 minutes against the median of the regular minutes so far. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void aDeadZoneIsQuietInTheMean(@ForAll long seed) {
        Day day = day(seed);
        int open = day.minutes().minuteOf(SESSIONS.openNs());
        for (ScanEvent zone : day.of(EventKind.DEAD_ZONE)) {
            int m = day.minute(zone.knownNs());
            List<Double> sorted = new ArrayList<>();
            double sum = 0;
            for (int i = open; i <= m; i++) {
                sorted.add(day.minutes().volume[i]);
                sum += i > m - 15 ? day.minutes().volume[i] : 0;
            }
            sorted.sort(null);
            assertThat(sum / 15).isLessThan(0.25 * sorted.get(sorted.size() / 2));
        }
    }

    /** The rule of docs/measures.md, minute by minute. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void consolidationsByTheRule(@ForAll long seed) {
        Day day = day(seed);
        NaiveMinutes n = day.minutes();
        Set<Long> expected = new TreeSet<>();
        double top = Double.NaN;
        double bottom = Double.NaN;
        for (int m = FIRST + 120; m < FIRST + MINUTES; m++) {
            boolean inside = n.close[m] <= top && n.close[m] >= bottom;
            top = inside ? top : Double.NaN;
            double atr = day.naive().fiveMinuteAtr(m - 10);
            double range = n.highest(n.high, m - 9, m) - n.lowest(n.low, m - 9, m);
            double slope = Math.abs(n.close[m] - n.open[m - 9]);
            double leg = Math.max(
                    n.close[m - 9] - n.lowest(n.low, m - 54, m - 10),
                    n.highest(n.high, m - 54, m - 10) - n.close[m - 9]);
            if (!inside
                    && range <= atr
                    && slope <= 0.4 * atr
                    && leg >= 3 * atr
                    && range <= 0.3 * leg
                    && slope <= 0.08 * leg) {
                expected.add(n.endOf(m));
                top = n.highest(n.high, m - 9, m) + 0.25 * range;
                bottom = n.lowest(n.low, m - 9, m) - 0.25 * range;
            }
        }
        List<ScanEvent> found = day.of(EventKind.CONSOLIDATION).stream()
                .filter(e -> day.minute(e.knownNs()) >= FIRST + 120)
                .toList();
        Set<Long> known = day.known(EventKind.CONSOLIDATION, "consolidation");
        known.removeIf(ns -> day.minute(ns) >= FIRST + MINUTES);
        // One that began before the comparison does may still be on.
        boolean early = day.of(EventKind.CONSOLIDATION).size() > found.size();
        if (!early) {
            assertThat(known).isEqualTo(expected);
        }
    }

    @AfterContainer
    static void everyKindWasSeen() {
        for (EventKind kind : List.of(
                EventKind.SURGE,
                EventKind.BREAKOUT,
                EventKind.FLUSH,
                EventKind.BOUNCE,
                EventKind.CONSOLIDATION,
                EventKind.DEAD_ZONE)) {
            assertThat(SEEN.getOrDefault(kind, 0)).as(kind.text()).isGreaterThan(30);
        }
    }
}
