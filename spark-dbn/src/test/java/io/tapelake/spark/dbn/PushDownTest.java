package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.StringJoiner;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Filters given to the source against the same filters applied by Spark to rows it already has. */
class PushDownTest {
    private static final long HOUR_NS = 3_600_000_000_000L;

    @TempDir
    static Path folder;

    private static SparkSession spark;
    private static Dataset<Row> source;
    private static Dataset<Row> held;

    /** Two files over three UTC days, ids that change hands each day, undefined times, ids without a symbol. */
    @BeforeAll
    static void makeFiles() {
        spark = Sessions.interpreting();
        Random random = new Random(7);
        for (int f = 0; f < 2; f++) {
            MadeFile file = MadeFile.of(Schema.OHLCV_1S);
            for (int day = f; day < f + 2; day++) {
                long dayNs = MadeFile.MONDAY_NS + day * MadeFile.DAY_NS;
                for (int i = 0; i < 4; i++) {
                    file.map("S" + i, 1 + (i + day) % 4, dayNs);
                }
                for (int i = 0; i < 150; i++) {
                    file.add(bar(random, dayNs + random.nextLong(MadeFile.DAY_NS / HOUR_NS * 4) * HOUR_NS / 4));
                }
            }
            file.map("ONLY" + f, 99, MadeFile.MONDAY_NS + f * MadeFile.DAY_NS);
            file.add(bar(random, -1))
                    .add(bar(random, Long.MAX_VALUE))
                    .add(bar(random, 0))
                    .add(bar(random, -5));
            file.write(folder.resolve("f" + f + ".dbn"));
        }
        // Filters meet batches that hold nulls where the batch before had values, and the other way round.
        source = read(16);
        List<Row> rows = read(4096).collectAsList();
        held = spark.createDataFrame(rows, source.schema());
        assertThat(rows).hasSize(608);
    }

    private static RecordBuffer bar(Random random, long ns) {
        RecordBuffer bar = MadeFile.bar(1 + random.nextInt(5), ns, 100 * MadeFile.DOLLAR, random.nextInt(1000));
        return random.nextInt(20) == 0 ? bar.i64(OhlcvLayout.CLOSE, Long.MAX_VALUE) : bar;
    }

    private static Dataset<Row> read(int batchRows) {
        return spark.read()
                .format("dbn")
                .option("mode", "permissive")
                .option("batchRows", batchRows)
                .load(folder.toString());
    }

    @Test
    void randomFiltersGiveTheSameRows() {
        Random random = new Random(11);
        int some = 0;
        for (int i = 0; i < 150; i++) {
            String condition = condition(random, 2);
            List<String> found = sorted(source.where(condition));
            assertThat(found).as(condition).isEqualTo(sorted(held.where(condition)));
            some += found.isEmpty() || found.size() == 608 ? 0 : 1;
        }
        assertThat(some).as("filters that keep some rows and not all").isGreaterThan(60);
    }

    private static List<String> sorted(Dataset<Row> rows) {
        return rows.collectAsList().stream().map(Row::toString).sorted().toList();
    }

    private static String condition(Random random, int depth) {
        int kind = random.nextInt(depth > 0 ? 8 : 5);
        return switch (kind) {
            case 0 -> symbol(random);
            case 1 -> compare("bar_start_ns", random, nanos(random) + "L");
            case 2 -> compare("bar_start", random, "timestamp_micros(" + (nanos(random) / 1000) + ")");
            case 3 -> compare("trade_date", random, String.format("date'2025-03-%02d'", 8 + random.nextInt(6)));
            case 4 ->
                List.of(
                                "symbol is null",
                                "symbol is not null",
                                "bar_start is null",
                                "trade_date is not null",
                                "volume > 500",
                                "close is null",
                                "bar_start_ns is not null",
                                "symbol like 'S%'")
                        .get(random.nextInt(8));
            case 5 -> "(" + condition(random, depth - 1) + " or " + condition(random, depth - 1) + ")";
            case 6 -> "not (" + condition(random, depth - 1) + ")";
            default -> condition(random, depth - 1) + " and " + condition(random, depth - 1);
        };
    }

    private static String symbol(Random random) {
        StringJoiner list = new StringJoiner(", ", "symbol in (", ")");
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
            list.add(List.of("'S0'", "'S1'", "'S2'", "'S3'", "'ONLY1'", "'NONE'", "null", "'s1'")
                    .get(random.nextInt(8)));
        }
        return random.nextBoolean() ? list.toString() : "symbol = 'S" + random.nextInt(5) + "'";
    }

    private static String compare(String column, Random random, String value) {
        if (random.nextInt(8) == 0) {
            return column + " in (" + value + ", null, " + value + ")";
        }
        String operator = List.of("=", "<", "<=", ">", ">=", "<=>", "!=").get(random.nextInt(7));
        return random.nextBoolean() ? column + " " + operator + " " + value : value + " " + operator + " " + column;
    }

    private static long nanos(Random random) {
        return switch (random.nextInt(12)) {
            case 0 -> 0;
            case 1 -> Long.MAX_VALUE - random.nextInt(2);
            case 2 -> -7;
            default ->
                MadeFile.MONDAY_NS
                        + random.nextLong(4 * MadeFile.DAY_NS / HOUR_NS * 4) * HOUR_NS / 4
                        + random.nextInt(3)
                        - 1;
        };
    }
}
