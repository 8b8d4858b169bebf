package io.tapelake.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.udf;

import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.RecordColumns;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import scala.Tuple2;
import scala.jdk.javaapi.CollectionConverters;

/** The days that a batch looks back at, out of {@code day_stats}. */
final class Lookbacks {

    private static final RecordColumns<DayStats> SHAPE = RecordColumns.of(DayStats.class);

    /** Not a column of the table. */
    private static final String SECURITY = "security_of_day";

    private Lookbacks() {}

    /**
     * By security: its last days with a source before the batch, and those between the dates of the batch, whatever it was
     * called on them.
     *
     * @param stats rows of {@code day_stats} of dates that are not scanned later in this run
     * @param batch dates that are scanned now; their rows are left out
     */
    static JavaPairRDD<String, DayStats> of(
            Dataset<Row> stats, SortedSet<LocalDate> batch, Broadcast<ScanFacts> facts) {
        int count = facts.value().settings().lookbackDays();
        Dataset<Row> others = stats.where(col("source_schema").isNotNull())
                .where(col("trade_date").leq(lit(java.sql.Date.valueOf(batch.last()))))
                .where(not(MonthlyTable.on(batch)))
                .withColumn(SECURITY, security(facts));
        // Few and narrow columns first: whole rows of years are neither read nor shuffled for the sake of twenty days.
        Dataset<Row> floors = others.where(col("trade_date").lt(lit(java.sql.Date.valueOf(batch.first()))))
                .groupBy("dataset", SECURITY)
                .agg(expr("element_at(slice(sort_array(collect_list(trade_date), false), 1, " + count + "), -1)")
                        .as("floor"));
        Dataset<Row> wanted = others.join(
                        floors,
                        CollectionConverters.asScala(List.of("dataset", SECURITY))
                                .toSeq(),
                        "left")
                .where(col("floor").isNull().or(col("trade_date").geq(col("floor"))));
        return wanted.select(SHAPE.columns().stream().map(c -> col(c.name())).toArray(Column[]::new))
                .javaRDD()
                .mapToPair(row -> {
                    DayStats day = DayRows.record(SHAPE, row);
                    return new Tuple2<>(
                            SecurityKey.of(facts.value().securities(), day.dataset(), day.symbol(), day.tradeDate()),
                            day);
                });
    }

    private static Column security(Broadcast<ScanFacts> facts) {
        if (facts.value().securities().hasNoNames()) {
            return col("symbol");
        }
        UDF2<String, java.sql.Date, String> securityOf =
                (symbol, date) -> facts.value().securities().securityOf(symbol, date.toLocalDate());
        return udf(securityOf, DataTypes.StringType).apply(col("symbol"), col("trade_date"));
    }
}
