package io.tapelake.bench.index;

import io.tapelake.bench.BenchContext;
import io.tapelake.config.CodeVersion;
import io.tapelake.jobs.SparkSessions;
import io.tapelake.jobs.publish.RunStamp;
import io.tapelake.jobs.publish.SparkSchemas;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.jobs.publish.lease.LeaseTerms;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** A lake with an index of five years as 1,250 nights leave it: one sorted file for each month of a table. */
final class IndexLake {

    static final int MONTHS = 60;
    static final YearMonth FIRST = YearMonth.of(2020, 1);

    private static final int ZSTD_LEVEL = 9;

    private IndexLake() {}

    /** Makes it unless it is there. */
    static Path of(BenchContext context, long days, long points) throws IOException {
        Path lake = context.scratch().resolve("index-lake-" + days + "-" + points);
        if (Files.exists(lake.resolve("runs"))) {
            return lake;
        }
        context.say("making " + days + " days and " + points + " reset points of " + MONTHS + " months");
        try (SparkSession spark = SparkSessions.open("bench index", "local[*]", Map.of());
                WorkingRun run = WorkingRun.begin(
                        spark,
                        lake.toString(),
                        new RunStamp("nightly", CodeVersion.current().toString(), "bench"),
                        new LeaseTerms(Duration.ofMinutes(1), Duration.ZERO),
                        Clock.systemUTC())) {
            int ofDays = Math.toIntExact(days / MONTHS);
            int ofPoints = Math.toIntExact(points / MONTHS);
            write(run, Tables.DAY_INDEX, ofDays, 0);
            write(run, Tables.RESET_POINTS, ofDays, ofPoints);
            run.publish("{}", "{}", "{}");
        }
        return lake;
    }

    private static void write(WorkingRun run, LakeTable table, int ofDays, int ofPoints) {
        List<String> months = Stream.iterate(FIRST, month -> month.plusMonths(1))
                .limit(MONTHS)
                .map(YearMonth::toString)
                .toList();
        var rows = JavaSparkContext.fromSparkContext(run.spark().sparkContext())
                .parallelize(months, MONTHS)
                .flatMap(month -> rows(YearMonth.parse(month), ofDays, ofPoints).iterator());
        Column[] order = table.sortColumns().stream().map(functions::col).toArray(Column[]::new);
        run.replace(
                table,
                run.spark().createDataFrame(rows, SparkSchemas.of(table)).sortWithinPartitions(order),
                "true",
                ZSTD_LEVEL);
    }

    private static List<Row> rows(YearMonth month, int ofDays, int ofPoints) {
        return ofPoints == 0 ? IndexRowsOfMonth.days(month, ofDays) : IndexRowsOfMonth.points(month, ofDays, ofPoints);
    }
}
