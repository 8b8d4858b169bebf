package io.tapelake.jobs.scan;

import static org.apache.spark.sql.functions.array_position;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
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

    private static final int ZSTD_LEVEL = 19;

    private MonthlyTable() {}

    static void replace(WorkingRun run, LakeTable table, JavaRDD<Row> rows, Collection<LocalDate> dates) {
        List<String> months =
                dates.stream().map(ScanBatches::month).distinct().sorted().toList();
        Dataset<Row> fresh = run.spark().createDataFrame(rows, SparkSchemas.of(table));
        Dataset<Row> kept =
                run.read(table).where(col("trade_month").isin(months.toArray())).where(not(on(dates)));
        // One task a month: a month is one file, and Spark compiles the writer anew for every task, an empty one too.
        Column month = array_position(lit(months.toArray(String[]::new)), col("trade_month"))
                .minus(lit(1))
                .cast("int");
        Column[] order = table.sortColumns().stream().map(c -> col(c)).toArray(Column[]::new);
        run.replace(
                table,
                kept.unionByName(fresh).repartitionById(months.size(), month).sortWithinPartitions(order),
                months.stream().collect(Collectors.joining("', '", "trade_month IN ('", "')")),
                ZSTD_LEVEL);
    }

    /** Rows of these dates. */
    static Column on(Collection<LocalDate> dates) {
        return col("trade_date").isin(dates.stream().map(java.sql.Date::valueOf).toArray());
    }
}
