package io.tapelake.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.RecordColumns;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/** The days that a batch looks back at, out of {@code day_stats}. */
final class Lookbacks {

    private static final RecordColumns<DayStats> SHAPE = RecordColumns.of(DayStats.class);

    private Lookbacks() {}

    /**
     * By security: its last days with a source before the batch, and those between the dates of the batch.
     *
     * @param stats rows of {@code day_stats} of dates that are not scanned later in this run
     * @param batch dates that are scanned now; their rows are left out
     * @param count how many days before the batch
     */
    static JavaPairRDD<String, DayStats> of(Dataset<Row> stats, SortedSet<LocalDate> batch, int count) {
        Dataset<Row> others = stats.where(col("source_schema").isNotNull())
                .where(col("trade_date").leq(lit(java.sql.Date.valueOf(batch.last()))))
                .where(not(MonthlyTable.on(batch)));
        // Few and narrow columns first: whole rows of years are neither read nor shuffled for the sake of twenty days.
        Dataset<Row> floors = others.where(col("trade_date").lt(lit(java.sql.Date.valueOf(batch.first()))))
                .groupBy("dataset", "symbol")
                .agg(expr("element_at(slice(sort_array(collect_list(trade_date), false), 1, " + count + "), -1)")
                        .as("floor"));
        Dataset<Row> wanted = others.join(
                        floors,
                        CollectionConverters.asScala(List.of("dataset", "symbol"))
                                .toSeq(),
                        "left")
                .where(col("floor").isNull().or(col("trade_date").geq(col("floor"))));
        return wanted.select(SHAPE.columns().stream().map(c -> col(c.name())).toArray(Column[]::new))
                .javaRDD()
                .mapToPair(row -> {
                    DayStats day = DayRows.record(SHAPE, row);
                    return new Tuple2<>(FoldedRow.security(day.dataset(), day.symbol()), day);
                });
    }
}
