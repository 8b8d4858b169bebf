package io.tapelake.spark.dbn;

import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Symbol-days of real files beside values that were computed from their sources without any DBN. */
class RealDataTest {
    private final SparkSession spark = Sessions.interpreting();

    @Test
    void everySymbolDayEqualsTheTruth() throws IOException {
        Path root = ReferenceFiles.folder("real-dbn");
        Map<String, Map<String, Map<String, String>>> truth = truth(root);
        int equal = 0;
        for (String setAndSchema : new TreeSet<>(truth.keySet())) {
            String[] parts = setAndSchema.split(" ");
            equal += compare(days(root.resolve(parts[0]), parts[1]), truth.get(setAndSchema), setAndSchema);
        }
        System.out.println(equal + " real symbol-days equal the truth");
        assertThat(equal).isEqualTo(640);
    }

    @Test
    void filesOfUtcDaysGiveTheSameDaysAsFilesOfTradeDates() throws IOException {
        Path root = ReferenceFiles.folder("real-dbn");
        List<Row> days = days(root.resolve("ohlcv1m-eth-2025-utc-days"), "ohlcv-1m");
        assertThat(compare(days, truth(root).get("ohlcv1m-eth-2025 ohlcv-1m"), "utc-days"))
                .isEqualTo(234);
    }

    private List<Row> days(Path set, String schema) {
        boolean bars = schema.startsWith("ohlcv");
        boolean trades = schema.equals("trades") || schema.equals("tbbo");
        String index = bars ? "bar_start_ns" : "ts_recv_ns";
        Dataset<Row> rows = spark.read().format("dbn").load(set + "/*." + schema + ".dbn.zst");
        return rows.groupBy("symbol", "trade_date")
                .agg(
                        expr("count(*) rows"),
                        expr("min(" + index + ") first_index_ns"),
                        expr("max(" + index + ") last_index_ns"),
                        expr(bars ? "sum(volume) volume" : trades ? "sum(size) volume" : "null volume"),
                        expr(bars ? "max(high) day_high" : trades ? "max(price) day_high" : "null day_high"),
                        expr(bars ? "min(low) day_low" : trades ? "min(price) day_low" : "null day_low"))
                .collectAsList();
    }

    private static int compare(List<Row> days, Map<String, Map<String, String>> truth, String what) {
        assertThat(days).as(what).hasSameSizeAs(truth.keySet());
        for (Row day : days) {
            Map<String, String> expected = truth.get(day.getString(0) + " " + day.get(1));
            assertThat(expected).as(what + " " + day).isNotNull();
            for (String name : List.of("rows", "first_index_ns", "last_index_ns", "volume", "day_high", "day_low")) {
                Object found = day.getAs(name);
                if (found != null && !expected.get(name).isEmpty()) {
                    String text = found instanceof java.math.BigDecimal price
                            ? price.unscaledValue().toString()
                            : found.toString();
                    assertThat(text).as(what + " " + day + " " + name).isEqualTo(expected.get(name));
                }
            }
        }
        return days.size();
    }

    /** By set and schema, then by symbol and trade date. */
    private static Map<String, Map<String, Map<String, String>>> truth(Path root) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve("truth.csv"));
        String[] names = lines.get(0).split(",", -1);
        Map<String, Map<String, Map<String, String>>> truth = new TreeMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] values = line.split(",", -1);
            Map<String, String> row = new TreeMap<>();
            for (int i = 0; i < names.length; i++) {
                row.put(names[i], values[i]);
            }
            truth.computeIfAbsent(row.get("set") + " " + row.get("schema"), same -> new TreeMap<>())
                    .put(row.get("symbol") + " " + row.get("trade_date"), row);
        }
        return truth;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "truncated-zstd | the compressed input ends inside a zstd frame",
                "zero-length-record | a record claims 0 bytes",
                "missing-mapping | missing-mapping",
                "undef-price-ohlcv | undefined-price",
            })
    void damagedFilesFail(String name, String message) {
        Path damaged = ReferenceFiles.folder("real-dbn").resolve("damaged").resolve(name);
        Dataset<Row> rows = spark.read().format("dbn").load(damaged.toString());
        assertThatThrownBy(rows::collect)
                .hasStackTraceContaining(message)
                .hasStackTraceContaining(name + "/equs-all-20251114");
    }

    @Test
    void problemsOfDamagedFilesAreCountedWhenPermitted() {
        assertThat(problems("missing-mapping")).hasSize(1).containsKey("missing-mapping");
        assertThat(problems("undef-price-ohlcv")).isEqualTo(Map.of("undefined-price", 2L));
        assertThat(problems("out-of-order")).isEmpty();
        assertThat(problems("name-says-other-date")).isEmpty();
        assertThat(problems("duplicated-boundary")).hasSize(1).containsKey("missing-mapping");
    }

    private Map<String, Long> problems(String name) {
        Path damaged = ReferenceFiles.folder("real-dbn").resolve("damaged").resolve(name);
        Map<String, Long> counts = new TreeMap<>();
        spark.read()
                .format("dbn")
                .option("mode", "permissive")
                .load(damaged.toString())
                .where("_problem is not null")
                .groupBy("_problem")
                .count()
                .collectAsList()
                .forEach(row -> counts.put(row.getString(0), row.getLong(1)));
        return counts;
    }
}
