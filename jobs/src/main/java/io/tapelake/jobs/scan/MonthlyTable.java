package io.tapelake.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.not;

import io.tapelake.jobs.publish.SparkSchemas;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.LakeTable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rewrites months of a table of symbol-days, one file each: new rows for some dates, the rows of all others as they are. */
final class MonthlyTable {

    private static final int ZSTD_LEVEL = 9;

    /** Two months rarely meet in one task, and empty tasks cost little. */
    private static final int TASKS_PER_MONTH = 4;

    private MonthlyTable() {}

    static void replace(WorkingRun run, LakeTable table, JavaRDD<Row> rows, Collection<LocalDate> dates) {
        List<String> months =
                dates.stream().map(ScanBatches::month).distinct().sorted().toList();
        Dataset<Row> fresh = run.spark().createDataFrame(rows, SparkSchemas.of(table));
        Dataset<Row> kept =
                run.read(table).where(col("trade_month").isin(months.toArray())).where(not(on(dates)));
        Column[] order = table.sortColumns().stream().map(c -> col(c)).toArray(Column[]::new);
        run.replace(
                table,
                kept.unionByName(fresh)
                        .repartition(TASKS_PER_MONTH * months.size(), col("trade_month"))
                        .sortWithinPartitions(order),
                months.stream().collect(Collectors.joining("', '", "trade_month IN ('", "')")),
                ZSTD_LEVEL);
    }

    /** Rows of these dates. */
    static Column on(Collection<LocalDate> dates) {
        return col("trade_date").isin(dates.stream().map(java.sql.Date::valueOf).toArray());
    }
}
