package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.CorporateAction;
import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.SyntheticMarket;
import io.tapelake.synthetic.market.MarketModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** What the scanner says does not hang on units, company or the order of handing over. */
class InvarianceTest {
    private static final int SYMBOLS = 5;
    private static final int DAYS = 18;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final MarketModel MODEL =
            SyntheticMarket.of(MarketSpec.truth(SYMBOLS, DAYS, 90_125)).model();
    private static final Map<Integer, List<RealDay>> BARS = new HashMap<>();
    private static final Set<String> SCHEMAS = Set.of("trades", "bbo-1s", "status");

    /** A day and those before it, as rows; price and volume may be put into other units. */
    private record Company(List<RealDay> before, RealDay today) {
        static Company of(int symbol, int day, Set<String> schemas) {
            List<RealDay> bars = BARS.computeIfAbsent(symbol, s -> new ArrayList<>());
            for (int i = bars.size(); i < day; i++) {
                bars.add(SyntheticDays.rows(MODEL.tape(symbol, i), Set.of("ohlcv-1m")));
            }
            return new Company(List.copyOf(bars.subList(0, day)), SyntheticDays.rows(MODEL.tape(symbol, day), schemas));
        }

        /** Days before {@code exDay} in other units. */
        Company times(double price, double volume, int exDay) {
            List<RealDay> days = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                days.add(i < exDay ? InvarianceTest.times(before.get(i), price, volume) : before.get(i));
            }
            return new Company(days, exDay > before.size() ? InvarianceTest.times(today, price, volume) : today);
        }

        DayAnalysis analyse(List<CorporateAction> actions) {
            SecurityHistory history = Fixture.SCANNER.history(actions);
            before.forEach(day -> history.seed(day.scan(Fixture.SCANNER)));
            DayFold fold = today.fold(Fixture.SCANNER);
            ScannedDay scanned = history.next(fold.finish());
            return Fixture.SCANNER.analyze(scanned, fold.tape(), DayKind.MOMENTUM, 1, Long.MAX_VALUE);
        }
    }

    private static RealDay times(RealDay day, double price, double volume) {
        RealDay other = new RealDay(day.key);
        day.rows.forEach((schema, rows) -> rows.forEach(r -> other.add(
                schema,
                new RealDay.Row(
                        r.indexNs(),
                        r.publisher(),
                        times(r.a(), price),
                        times(r.b(), price),
                        times(r.c(), price),
                        times(r.d(), price),
                        Math.round(r.size() * volume),
                        r.action()))));
        other.status.addAll(day.status);
        return other;
    }

    private static long times(long price, double factor) {
        return price == Prices.UNDEF ? price : Math.round(price * factor);
    }

    /** A round lot at the last price in each minute without a trade: where hardly anything trades, z counts in dollars. */
    private static void fill(RealDay day) {
        List<RealDay.Row> trades = day.rows.get("trades");
        List<RealDay.Row> filled = new ArrayList<>();
        RealDay.Row first = trades.get(0);
        for (long m = NewYork.startOfDayNs(day.key.tradeDate()) / MINUTE_NS + 240;
                m < first.indexNs() / MINUTE_NS;
                m++) {
            filled.add(RealDay.trade(m * MINUTE_NS, first.publisher(), first.a(), 100));
        }
        for (RealDay.Row trade : trades) {
            RealDay.Row last = filled.isEmpty() ? trade : filled.get(filled.size() - 1);
            for (long m = last.indexNs() / MINUTE_NS + 1; m < trade.indexNs() / MINUTE_NS; m++) {
                filled.add(RealDay.trade(m * MINUTE_NS, last.publisher(), last.a(), 100));
            }
            filled.add(trade);
        }
        day.rows.put("trades", filled);
    }

    private static List<ScanEvent> withoutBands(DayAnalysis analysis) {
        return analysis.events().stream()
                .filter(e -> e.kind() != EventKind.LULD_TOUCH)
                .toList();
    }

    /**
     * Prices in other units. What hangs on the price itself by intention: the limit bands with their price tiers, the tick
     * (spread_ticks), the dollars of volume that a day needs, and 10,000 dollars as the least real volume after quiet minutes.
     */
    @Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
    void pricesInOtherUnits(
            @ForAll @IntRange(max = SYMBOLS - 1) int symbol,
            @ForAll @IntRange(max = DAYS - 1) int day,
            @ForAll @IntRange(min = -2, max = 4) int power) {
        double factor = Math.pow(2, power);
        Company company = Company.of(symbol, day, SCHEMAS);
        fill(company.today());
        DayAnalysis expected = company.analyse(List.of());
        DayAnalysis actual = company.times(factor, 1, DAYS + 1).analyse(List.of());
        new Likeness(factor, "spreadTicks").check("reset point", actual.resetPoints(), expected.resetPoints());
        new Likeness(factor).check("event", withoutBands(actual), withoutBands(expected));
        new Likeness(factor, "tags").check("score", actual.score(), expected.score());
        new Likeness(factor, "luldTouches").check("story", actual.story(), expected.story());
        new Likeness(factor, "dollarVolume").check("index", actual.index(), expected.index());
        assertThat(actual.phases()).isEqualTo(expected.phases());
    }

    /** Ten is no power of two: a price exactly at a threshold may fall to its other side, and nothing else may change. */
    @Test
    void pricesTimesTen() {
        Set<List<Object>> differing = new HashSet<>();
        int events = 0;
        for (int day = 2; day < 14; day++) {
            Company company = Company.of(day % SYMBOLS, day, SCHEMAS);
            fill(company.today());
            DayAnalysis expected = company.analyse(List.of());
            DayAnalysis actual = company.times(10, 1, DAYS + 1).analyse(List.of());
            new Likeness(10, "dollarVolume").check("index", actual.index(), expected.index());
            Set<List<Object>> before = names(expected);
            Set<List<Object>> after = names(actual);
            events += before.size();
            differing.addAll(before);
            differing.addAll(after);
            before.retainAll(after);
            differing.removeAll(before);
        }
        assertThat(events).isGreaterThan(150);
        assertThat(differing).hasSizeLessThanOrEqualTo(events / 100);
    }

    private static Set<List<Object>> names(DayAnalysis analysis) {
        Set<List<Object>> names = new HashSet<>();
        withoutBands(analysis).forEach(e -> names.add(List.of(e.kind(), e.pattern(), e.knownNs(), e.startNs())));
        return names;
    }

    /** One new share for ten old ones, some day before: the days before it are in old shares at a tenth of the price. */
    @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
    void aReverseSplitInTheLookback(
            @ForAll @IntRange(max = SYMBOLS - 1) int symbol,
            @ForAll @IntRange(min = 6, max = DAYS - 1) int day,
            @ForAll @IntRange(min = 1, max = DAYS - 1) int ex) {
        int exDay = Math.min(ex, day);
        Company company = Company.of(symbol, day, SCHEMAS);
        CorporateAction split = CorporateAction.split(
                company.today().key.symbol(), MODEL.days().get(exDay).date(), new BigDecimal("0.1"));
        DayAnalysis expected = company.analyse(List.of());
        DayAnalysis actual = company.times(0.1, 10, exDay).analyse(List.of(split));
        Likeness alike = new Likeness(1);
        alike.check("reset point", actual.resetPoints(), expected.resetPoints());
        alike.check("event", actual.events(), expected.events());
        alike.check("score", actual.score(), expected.score());
        alike.check("story", actual.story(), expected.story());
        // As traded, the prior close of the first new day is in old dollars.
        new Likeness(1, "prevCloseNanos").check("index", actual.index(), expected.index());
    }

    @Property(tries = 12, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfSchemas(
            @ForAll @IntRange(max = SYMBOLS - 1) int symbol,
            @ForAll @IntRange(max = DAYS - 1) int day,
            @ForAll long seed) {
        RealDay rows = SyntheticDays.rows(
                MODEL.tape(symbol, day), Set.of("trades", "mbp-1", "bbo-1s", "ohlcv-1s", "ohlcv-1m", "status"));
        Company company = new Company(List.of(), rows);
        List<String> order = new ArrayList<>(rows.rows.keySet());
        Collections.shuffle(order, new Random(seed));
        DayFold fold = Fixture.SCANNER.fold(rows.key);
        int half = order.size() / 2;
        order.subList(0, half).forEach(schema -> rows.feed(fold, schema));
        rows.status.forEach(fold::status);
        order.subList(half, order.size()).forEach(schema -> rows.feed(fold, schema));
        ScannedDay scanned = Fixture.SCANNER.history(List.of()).next(fold.finish());
        DayAnalysis actual = Fixture.SCANNER.analyze(scanned, fold.tape(), DayKind.MOMENTUM, 1, Long.MAX_VALUE);
        assertThat(actual).isEqualTo(company.analyse(List.of()));
    }

    /** The ticker decides which points are drawn, and nothing else. */
    @Property(tries = 8, edgeCases = EdgeCasesMode.NONE)
    void anotherTicker(@ForAll @IntRange(max = SYMBOLS - 1) int symbol, @ForAll @IntRange(max = DAYS - 1) int day) {
        Company company = Company.of(symbol, day, SCHEMAS);
        RealDay renamed = new RealDay(new SymbolDay(company.today().key.tradeDate(), "XNAS.ITCH", "OTHER"));
        renamed.rows.putAll(new TreeMap<>(company.today().rows));
        renamed.status.addAll(company.today().status);
        DayAnalysis expected = company.analyse(List.of());
        DayAnalysis actual = new Company(company.before(), renamed).analyse(List.of());
        new Likeness(1, "symbol", "dataset", "selected")
                .check("reset point", actual.resetPoints(), expected.resetPoints());
        assertThat(actual.events()).isEqualTo(expected.events());
        assertThat(actual.score()).isEqualTo(expected.score());
        assertThat(actual.phases()).isEqualTo(expected.phases());
    }
}
