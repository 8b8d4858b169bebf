package io.tapelake.jobs.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.analysis.SymbolDayAnalysis;
import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.jobs.reference.ReferenceReport;
import io.tapelake.jobs.verify.VerifyJob;
import io.tapelake.jobs.verify.VerifyReport;
import io.tapelake.jobs.verify.VerifyRequest;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.model.Prices;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayLookback;
import io.tapelake.scanner.RecordColumns;
import io.tapelake.synthetic.SecurityEvent;
import io.tapelake.synthetic.SecurityEvent.Kind;
import io.tapelake.synthetic.SyntheticMarket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Lookbacks through splits, new names, a delisting and a name used again. The oracle is the same market in which none of it
 * happens: symbol-days are the same but for shares and names.
 */
class SecurityLookbackTest {

    private static final Offset<Double> ROUNDING = within(1e-9);
    private static final List<LakeTable> WRITTEN = List.of(Tables.DAY_STATS, Tables.DAY_INDEX, Tables.RESET_POINTS);

    @TempDir
    static Path shared;

    private static SmallMarket market;
    private static List<String> symbols;
    private static List<LocalDate> dates;
    private static List<SecurityEvent> events;
    private static TestLake lake;
    private static Map<String, DayLookback> lookbacks;
    private static Map<String, DayLookback> calm;

    @TempDir
    private Path folder;

    @BeforeAll
    static void scanned() throws Exception {
        TestSpark.interpreting();
        var spec = SmallMarket.spec(6, SmallMarket.DAYS).withSecurityEvents(true);
        SyntheticMarket made = SyntheticMarket.of(spec);
        symbols = made.model().symbols();
        dates = made.model().days().stream().map(day -> day.date()).toList();
        events = made.securityEvents().events();
        market = SmallMarket.write(shared.resolve("market"), spec);
        lake = SmallMarket.lake(shared.resolve("lake"));
        lake.ingest(market.files().toArray(Path[]::new));
        ReferenceReport taken = lake.jobs().takeReference(files("corporate_actions.csv", "symbology.csv"));
        assertThat(taken.hasFaults()).isFalse();
        lake.scan();
        lookbacks = lookbacks(lake);

        SmallMarket without = SmallMarket.write(shared.resolve("calm"), SmallMarket.spec(4, SmallMarket.DAYS));
        TestLake other = SmallMarket.lake(shared.resolve("calm-lake"));
        other.ingest(without.files().toArray(Path[]::new));
        other.scan();
        calm = lookbacks(other);
    }

    private static List<String> files(String... names) {
        return List.of(names).stream()
                .map(name -> shared.resolve("market").resolve(name).toString())
                .toList();
    }

    private static Map<String, DayLookback> lookbacks(TestLake of) {
        Map<String, DayLookback> lookbacks = new TreeMap<>();
        of.rows(Tables.DAY_STATS)
                .collectAsList()
                .forEach(row -> lookbacks.put(
                        row.getAs("symbol") + " " + row.getAs("trade_date"),
                        DayRows.record(RecordColumns.of(DayLookback.class), row)));
        return lookbacks;
    }

    private static SecurityEvent event(Kind kind) {
        return events.stream().filter(e -> e.kind() == kind).findFirst().orElseThrow();
    }

    /** Measures that know no shares are equal; prices are so many times smaller, volumes larger. */
    private static void assertSameButForShares(DayLookback actual, DayLookback expected, int perShare) {
        assertThat(actual.lookbackDays()).isEqualTo(expected.lookbackDays());
        assertThat(actual.prevDate()).isEqualTo(expected.prevDate());
        assertThat(actual.gapSplitAdjusted()).isCloseTo(expected.gapSplitAdjusted(), ROUNDING);
        assertThat(actual.rvol()).isCloseTo(expected.rvol(), ROUNDING);
        assertThat(actual.rvolMean()).isCloseTo(expected.rvolMean(), ROUNDING);
        assertThat(actual.movement()).isCloseTo(expected.movement(), ROUNDING);
        assertThat(actual.direction()).isEqualTo(expected.direction());
        assertThat(actual.volumeMedian()).isCloseTo(expected.volumeMedian() * perShare, within(1e-6));
        assertThat((double) actual.trueRangeNanos() * perShare)
                .isCloseTo(expected.trueRangeNanos(), within((double) perShare));
        assertThat(actual.atr14Nanos() == Prices.UNDEF).isEqualTo(expected.atr14Nanos() == Prices.UNDEF);
    }

    @Test
    void afterASplitEverythingIsAsInTheMarketWithoutIt() {
        SecurityEvent split = events.stream()
                .filter(e -> e.kind() == Kind.SPLIT && e.symbol().equals(symbols.get(0)))
                .findFirst()
                .orElseThrow();
        for (LocalDate date : dates) {
            String day = symbols.get(0) + " " + date;
            assertSameButForShares(lookbacks.get(day), calm.get(day), date.isBefore(split.date()) ? 1 : 4);
        }
        SecurityEvent reverse = event(Kind.REVERSE_SPLIT);
        String exDay = symbols.get(1) + " " + reverse.date();
        assertThat(lookbacks.get(exDay).splitFactor()).isCloseTo(0.1, ROUNDING);
        assertThat(lookbacks.get(exDay).gap()).as("as traded").isGreaterThan(5);
        for (LocalDate date : dates) {
            String day = symbols.get(1) + " " + date;
            assertSameButForShares(lookbacks.get(day), calm.get(day), date.isBefore(reverse.date()) ? 10 : 1);
        }
    }

    @Test
    void aNewNameKeepsTheLookbackWithTheSplitsOfTheOldOne() {
        SecurityEvent renamed = event(Kind.NEW_NAME);
        LocalDate split = events.stream()
                .filter(e -> e.kind() == Kind.SPLIT && e.symbol().equals(symbols.get(3)))
                .findFirst()
                .orElseThrow()
                .date();
        for (LocalDate date : dates) {
            String name = date.isBefore(renamed.date()) ? symbols.get(3) : renamed.newSymbol();
            assertSameButForShares(
                    lookbacks.get(name + " " + date),
                    calm.get(symbols.get(3) + " " + date),
                    date.isBefore(split) ? 1 : 2);
        }
        assertThat(lookbacks).doesNotContainKey(symbols.get(3) + " " + renamed.date());
        assertThat(lookbacks.get(renamed.newSymbol() + " " + renamed.date()).lookbackDays())
                .isEqualTo(3);
    }

    @Test
    void aReusedNameLooksBackAtNothingAndTheDelistedSecurityStays() {
        LocalDate first = event(Kind.REUSED_NAME).date();
        LocalDate gone = event(Kind.DELISTING).date();
        String name = symbols.get(2);
        int before = 0;
        int own = 0;
        for (LocalDate date : dates) {
            DayLookback lookback = lookbacks.get(name + " " + date);
            if (!date.isBefore(gone) && date.isBefore(first)) {
                assertThat(lookback).isNull();
                continue;
            }
            int days = date.isBefore(first) ? before++ : own++;
            assertThat(lookback.lookbackDays()).isEqualTo(Math.min(3, days));
        }
        assertThat(before).isEqualTo(3);
        assertThat(lookbacks.get(name + " " + first).gapSplitAdjusted()).isNaN();
    }

    @Test
    void oneDayAloneIsAnalysedWithTheSameLookback() {
        SymbolDayAnalysis pure = SymbolDayAnalysis.of(
                lake.run(), ConfiguredScan.settings(lake.config().scan()));
        lookbacks.forEach((day, expected) -> {
            String[] parts = day.split(" ");
            assertThat(pure.analyze(new SymbolDay(LocalDate.parse(parts[1]), "EQUS.ALL", parts[0]))
                            .scanned()
                            .lookback()
                            .measures())
                    .as(day)
                    .isEqualTo(expected);
        });
    }

    @Test
    void whatIsLearntLaterMakesTheDatesDueThatLookBackDifferentlyAndGivesTheSameRows() throws Exception {
        TestLake late = SmallMarket.lake(folder.resolve("late"));
        late.ingest(market.files().toArray(Path[]::new));
        late.scan();

        ReferenceReport taken = late.jobs().takeReference(files("security_master.jsonl", "corporate_actions.jsonl"));

        assertThat(taken.files()).allMatch(file -> file.balanced());
        assertThat(new TreeSet<>(taken.affectedDates())).isEqualTo(new TreeSet<>(dates.subList(4, 9)));
        VerifyReport proved = VerifyJob.of(TestSpark.session(), late.root().toString(), late.config())
                .verify(VerifyRequest.of("latest"));
        assertThat(proved.findings()).isEmpty();
        assertThat(proved.pendingDates()).as("no count waits for the scan").isZero();
        assertThat(late.jobs()
                        .nightly(market.files().stream().map(Path::toString).toList())
                        .scan()
                        .dates())
                .isEqualTo(dates.subList(4, 9));
        for (LakeTable table : WRITTEN) {
            assertThat(TestLake.differences(lake.rows(table), late.rows(table)))
                    .as("rows of %s that differ", table.name())
                    .isZero();
        }
        int runs = Lake.open(late.root().toString()).runs().size();
        ReferenceReport again = late.jobs().takeReference(files("security_master.jsonl", "corporate_actions.jsonl"));
        assertThat(again.taken()).isZero();
        assertThat(Lake.open(late.root().toString()).runs()).hasSize(runs);

        Path wrong = Files.writeString(
                folder.resolve("names.csv"),
                "security_id,symbol,from_date,to_date\nS-9," + symbols.get(5) + "," + dates.get(7) + ",\nS-9,X,bad,\n");
        ReferenceReport other = late.jobs().takeReference(List.of(wrong.toString()));
        assertThat(other.hasFaults()).isTrue();
        assertThat(other.affectedDates()).containsExactlyElementsOf(dates.subList(7, 9));
    }
}
