package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.jobs.ingest.FileReport;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.scanner.ReferenceData;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.Truth;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real market data through the whole path: every record accounted for, every symbol-day equal to the truth. */
class RealLakeTest {

    @TempDir
    private Path folder;

    @BeforeAll
    static void spark() {
        TestSpark.generating();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "databento-ohlcv1h-csv, databento-ohlcv1h-csv",
        "lean-usa-equity, lean-usa-equity",
        "mbp1-smallcap-20251114, mbp1-smallcap-20251114",
        "mbp1-smallcap-20251114-by-symbol, mbp1-smallcap-20251114",
        "nbbo-v3-2025, nbbo-v3-2025",
        "ohlcv1m-eth-2025, ohlcv1m-eth-2025",
        "ohlcv1m-eth-2025-utc-days, ohlcv1m-eth-2025",
        "ohlcv1m-rth-2018, ohlcv1m-rth-2018",
        "ohlcv1m-yahoo, ohlcv1m-yahoo",
        "quotes-v1-2025, quotes-v1-2025"
    })
    void everyRecordIsAccountedForAndEverySymbolDayEqualsTheTruth(String input, String set) throws IOException {
        Path data = ReferenceData.require("real-dbn");
        TestLake lake = TestLake.in(folder.resolve("lake"));
        IngestReport report = lake.ingest(data.resolve(input));
        long balanced = report.files().stream().filter(FileReport::balanced).count();
        long records = report.files().stream().mapToLong(FileReport::records).sum();
        long stored = report.files().stream().mapToLong(FileReport::stored).sum();
        System.out.printf(
                "%s: %d of %d files add up; %d records, %d stored%n",
                input, balanced, report.files().size(), records, stored);
        assertThat(balanced).isEqualTo(report.files().size());
        assertThat(stored).isEqualTo(records);

        int runs = Lake.open(lake.root().toString()).runs().size();
        IngestReport again = lake.ingest(data.resolve(input));
        assertThat(again.runId()).isEmpty();
        assertThat(again.files()).allMatch(f -> f.outcome().equals("known"));
        assertThat(Lake.open(lake.root().toString()).runs()).hasSize(runs);

        lake.jobs().takeReference(List.of(data.resolve("corporate_actions.csv").toString()));
        compareWithTruth(data, set, input, lake);
    }

    private static void compareWithTruth(Path data, String set, String input, TestLake lake) throws IOException {
        lake.scan();
        TreeSet<String> schemas = new TreeSet<>();
        for (var row :
                lake.rows(Tables.INGESTED_FILES).select("schema").distinct().collectAsList()) {
            schemas.add(row.getString(0));
        }
        List<Map<String, String>> truth = Truth.rows(data.resolve("truth.csv")).stream()
                .filter(row -> row.get("set").equals(set) && schemas.contains(row.get("schema")))
                .toList();
        List<String> differences = new ArrayList<>();
        Map<String, ScannedDay> byOrder = LakeDays.read(lake);
        long inOrder = truth.stream()
                .filter(row -> LakeDays.isSource(row.get("schema"), byOrder.get(LakeDays.key(row))))
                .filter(row -> same(row, byOrder, differences))
                .count();
        System.out.printf("%s: %d symbol-days equal the truth in the default order%n", input, inOrder);
        assertThat(differences).isEmpty();
        assertThat(inOrder).isPositive();
        if (!"full".equals(System.getProperty("tapelake.tests"))) {
            return;
        }
        long equal = 0;
        for (String schema : schemas) {
            lake.with(LakeDays.onlyFrom(schema)).scan();
            Map<String, ScannedDay> forced = LakeDays.read(lake);
            equal += truth.stream()
                    .filter(row -> row.get("schema").equals(schema))
                    .filter(row -> same(row, forced, differences))
                    .count();
        }
        System.out.printf("%s: with each schema forced %d of %d%n", input, equal, truth.size());
        assertThat(differences).isEmpty();
        assertThat(equal).isEqualTo(truth.size());
    }

    private static boolean same(Map<String, String> row, Map<String, ScannedDay> days, List<String> differences) {
        ScannedDay day = days.get(LakeDays.key(row));
        List<String> found = day == null ? List.of("no symbol-day for " + row) : Truth.differences(row, day);
        differences.addAll(found);
        return found.isEmpty();
    }
}
