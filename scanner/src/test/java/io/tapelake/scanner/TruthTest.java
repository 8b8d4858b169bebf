package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.SessionCalendar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every symbol-day of real market data beside measures that were computed independently. */
class TruthTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "databento-ohlcv1h-csv, databento-ohlcv1h-csv, 30",
        "lean-usa-equity, lean-usa-equity, 62",
        "mbp1-smallcap-20251114, mbp1-smallcap-20251114, 61",
        "mbp1-smallcap-20251114-by-symbol, mbp1-smallcap-20251114, 49",
        "nbbo-v3-2025, nbbo-v3-2025, 5",
        "ohlcv1m-eth-2025, ohlcv1m-eth-2025, 234",
        "ohlcv1m-eth-2025-utc-days, ohlcv1m-eth-2025, 234",
        "ohlcv1m-rth-2018, ohlcv1m-rth-2018, 176",
        "ohlcv1m-yahoo, ohlcv1m-yahoo, 69",
        "quotes-v1-2025, quotes-v1-2025, 3"
    })
    void everySymbolDayEqualsTheTruth(String folder, String set, int expectedRows) throws IOException {
        Path root = ReferenceData.require("real-dbn");
        List<RealDay> days = RealDbnFolder.read(root.resolve(folder));
        Set<String> schemas = schemasOf(days);
        List<Map<String, String>> truth = Truth.rows(root.resolve("truth.csv")).stream()
                .filter(row -> row.get("set").equals(set) && schemas.contains(row.get("schema")))
                .toList();
        assertThat(truth).hasSize(expectedRows);

        Outcome forced = new Outcome();
        for (String schema : schemas) {
            SourceOrder order =
                    schema.equals("status") ? SourceOrder.defaults() : SourceOrder.only(SourceSchema.fromText(schema));
            Map<String, ScannedDay> scanned = scan(root, days, order);
            truth.stream()
                    .filter(row -> row.get("schema").equals(schema))
                    .forEach(row -> forced.compare(row, scanned.get(key(row))));
        }

        Outcome byOrder = new Outcome();
        Map<String, ScannedDay> scanned = scan(root, days, SourceOrder.defaults());
        for (Map<String, String> row : truth) {
            ScannedDay day = scanned.get(key(row));
            if (row.get("schema").equals("status")
                    || row.get("schema").equals(day.stats().sourceSchema())
                    || row.get("schema").equals(day.stats().quoteSchema())) {
                byOrder.compare(row, day);
            }
        }
        System.out.printf(
                "truth: %-34s forced schemas %d of %d, default order %d of %d%n",
                folder, forced.equal, forced.compared, byOrder.equal, byOrder.compared);
        assertThat(forced.differences).isEmpty();
        assertThat(byOrder.differences).isEmpty();
        assertThat(forced.compared).isEqualTo(expectedRows);
        assertThat(byOrder.compared).isGreaterThanOrEqualTo(days.size());
    }

    private static Set<String> schemasOf(List<RealDay> days) {
        Map<String, Boolean> schemas = new LinkedHashMap<>();
        for (RealDay day : days) {
            day.rows.keySet().forEach(schema -> schemas.put(schema, true));
            if (!day.status.isEmpty()) {
                schemas.put("status", true);
            }
        }
        return schemas.keySet();
    }

    private static Map<String, ScannedDay> scan(Path root, List<RealDay> days, SourceOrder order) throws IOException {
        DayScanner scanner = DayScanner.of(
                SessionCalendar.usEquities(), ScanSettings.defaults().withSources(order));
        Map<String, SecurityHistory> histories = new HashMap<>();
        Map<String, ScannedDay> scanned = new HashMap<>();
        for (RealDay day : days) {
            String symbol = day.key.symbol();
            SecurityHistory history = histories.get(symbol);
            if (history == null) {
                history = scanner.history(Truth.splits(root.resolve("corporate_actions.csv"), symbol));
                histories.put(symbol, history);
            }
            scanned.put(symbol + " " + day.key.tradeDate(), history.next(day.scan(scanner)));
        }
        return scanned;
    }

    private static String key(Map<String, String> row) {
        return row.get("symbol") + " " + row.get("trade_date");
    }

    private static final class Outcome {
        final List<String> differences = new ArrayList<>();
        int compared;
        int equal;

        void compare(Map<String, String> row, ScannedDay day) {
            List<String> found = day == null ? List.of("no symbol-day for " + row) : Truth.differences(row, day);
            differences.addAll(found);
            compared++;
            equal += found.isEmpty() ? 1 : 0;
        }
    }
}
