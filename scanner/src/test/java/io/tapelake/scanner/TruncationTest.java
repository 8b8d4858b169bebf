package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.SyntheticMarket;
import io.tapelake.synthetic.market.MarketModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import org.junit.jupiter.api.Test;

/** No look-ahead: what was decided at an instant stays as it is when everything after that instant is deleted. */
class TruncationTest {
    private static final int SYMBOLS = 10;
    private static final int DAYS = 19;
    private static final MarketModel MODEL =
            SyntheticMarket.of(MarketSpec.truth(SYMBOLS, DAYS, 77)).model();
    private static final List<Set<String>> FORMS = List.of(
            Set.of("trades"),
            Set.of("trades", "status"),
            Set.of("trades", "bbo-1s", "status"),
            Set.of("mbp-1"),
            Set.of("trades", "mbp-1", "status"),
            Set.of("ohlcv-1s"),
            Set.of("ohlcv-1s", "status"),
            Set.of("ohlcv-1m"),
            Set.of("ohlcv-1m", "bbo-1s", "status"),
            Set.of("trades", "ohlcv-1s", "ohlcv-1m"));
    private static final Map<Integer, List<DayStats>> STATS = new HashMap<>();
    private static int points;
    private static int events;

    /** The stats of a symbol's days before one. */
    private static List<DayStats> before(int symbol, int day) {
        List<DayStats> stats = STATS.computeIfAbsent(symbol, s -> new ArrayList<>());
        for (int i = stats.size(); i < day; i++) {
            stats.add(
                    SyntheticDays.rows(MODEL.tape(symbol, i), Set.of("trades")).scan(Fixture.SCANNER));
        }
        return stats.subList(0, day);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void madeUpDays(
            @ForAll @IntRange(max = SYMBOLS - 1) int symbol,
            @ForAll @IntRange(max = DAYS - 1) int day,
            @ForAll @IntRange(max = 9) int form,
            @ForAll @IntRange(max = 3) int thinning,
            @ForAll long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RealDay rows = thinned(SyntheticDays.rows(MODEL.tape(symbol, day), FORMS.get(form)), thinning, random);
        Truncation truncation = new Truncation(Fixture.SCANNER, before(symbol, day), rows);
        if (truncation.whole() == null) {
            return;
        }
        points += truncation.whole().resetPoints().size();
        events += truncation.whole().events().size();
        for (long ns : truncation.instants(random, 6)) {
            truncation.check(ns);
        }
    }

    /** In a thin market a row's fate is decided by one that comes minutes later. */
    private static RealDay thinned(RealDay day, int thinning, SplittableRandom random) {
        int oneIn = List.of(1, 1, 8, 64).get(thinning);
        day.rows.values().forEach(rows -> rows.removeIf(row -> random.nextInt(oneIn) > 0));
        addStrays(day, random);
        return withHoles(day.sorted(), random);
    }

    /** A schema may begin hours after another one. */
    private static RealDay withHoles(RealDay day, SplittableRandom random) {
        long firstNs = day.rows.values().stream()
                .flatMap(List::stream)
                .mapToLong(RealDay.Row::indexNs)
                .min()
                .orElse(0);
        for (List<RealDay.Row> rows : day.rows.values()) {
            if (day.rows.size() > 1 && random.nextBoolean()) {
                long beginNs = firstNs + random.nextLong(8 * 3_600_000_000_000L);
                rows.removeIf(row -> row.indexNs() < beginNs);
            }
        }
        return day;
    }

    /** Lone prints far away in the last second of a minute: what they are is known in a later minute. */
    private static void addStrays(RealDay day, SplittableRandom random) {
        List<RealDay.Row> trades = day.rows.getOrDefault("trades", List.of());
        for (int i = 0; i < 5 && !trades.isEmpty(); i++) {
            RealDay.Row near = trades.get(random.nextInt(trades.size()));
            long minuteNs = 60_000_000_000L;
            long ns = (near.indexNs() / minuteNs + 1) * minuteNs - 1 - random.nextInt(1_000);
            trades.add(RealDay.trade(ns, near.publisher(), near.a() / 10 * (random.nextBoolean() ? 6 : 17), 100));
        }
    }

    @AfterContainer
    static void thereWasSomethingToCompare() {
        assertThat(points).isGreaterThan(200);
        assertThat(events).isGreaterThan(400);
    }

    /** Twelve small caps with every schema, and from minute bars alone. */
    @Test
    void realSmallCaps() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        for (RealDay day : RealDbnFolder.read(ReferenceData.require("real-dbn/mbp1-smallcap-20251114"))) {
            RealDay bars = new RealDay(day.key);
            bars.rows.put("ohlcv-1m", day.rows.get("ohlcv-1m"));
            RealDay ticks = new RealDay(day.key);
            ticks.rows.put("trades", day.rows.get("trades"));
            ticks.rows.put("mbp-1", day.rows.get("mbp-1"));
            ticks.status.addAll(day.status);
            RealDay late = new RealDay(day.key);
            day.rows.forEach((schema, list) -> late.rows.put(schema, new ArrayList<>(list)));
            withHoles(late, random);
            for (RealDay rows : List.of(bars, random.nextInt(3) == 0 ? late : ticks)) {
                Truncation truncation = new Truncation(Fixture.SCANNER, List.of(), rows);
                for (long ns : truncation.instants(random, 6)) {
                    truncation.check(ns);
                }
            }
        }
    }

    /** Days with others before them. */
    @Test
    void realDaysWithALookback() throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        Map<String, List<DayStats>> before = new HashMap<>();
        int checked = 0;
        for (RealDay day : RealDbnFolder.read(ReferenceData.require("real-dbn/ohlcv1m-eth-2025"))) {
            List<DayStats> lookback = before.computeIfAbsent(day.key.symbol(), s -> new ArrayList<>());
            if (lookback.size() >= 5 && random.nextInt(12) == 0) {
                Truncation truncation = new Truncation(
                        Fixture.SCANNER, lookback.subList(Math.max(0, lookback.size() - 20), lookback.size()), day);
                for (long ns : truncation.instants(random, 6)) {
                    truncation.check(ns);
                }
                checked++;
            }
            lookback.add(day.scan(Fixture.SCANNER));
        }
        assertThat(checked).isGreaterThan(10);
    }
}
