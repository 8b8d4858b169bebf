package io.tapelake.jobs.verify;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import io.tapelake.jobs.ingest.SourceSchema;
import io.tapelake.jobs.publish.TableSource;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Holds {@code day_stats} against the tables it was made from: a row for every symbol-day that has rows, and the same number
 * of them. Only counts: what a scan computes is proved by scanning again.
 */
final class SymbolDayCheck {

    /** More differences than these are not named one by one. */
    static final int NAMED = 1_000;

    private final TableSource run;
    private final Set<String> scanned;
    private long symbolDays;

    /** @param scanned the schemas that the scan takes measures from */
    SymbolDayCheck(TableSource run, Set<String> scanned) {
        this.run = run;
        this.scanned = scanned;
    }

    /** Symbol-days of {@code day_stats} that were compared. */
    long symbolDays() {
        return symbolDays;
    }

    /** Compares some dates. */
    List<Finding> check(Set<LocalDate> dates) {
        List<Finding> findings = new ArrayList<>();
        if (dates.isEmpty()) {
            return findings;
        }
        Column wanted = col("trade_date")
                .isin(dates.stream().map(java.sql.Date::valueOf).toArray());
        Dataset<Row> stats = run.read(Tables.DAY_STATS).where(wanted);
        Dataset<Row> stated = stats.where(col("source_schema")
                        .isNotNull()
                        .and(col("source_schema")
                                .startsWith("ohlcv")
                                .or(col("source_schema").equalTo("trades"))))
                .select(day(col("source_schema"), col("rows")))
                .union(stats.where(col("quote_schema").isNotNull()).select(day(col("quote_schema"), col("quote_rows"))))
                .union(stats.where(coalesce(col("status_rows"), lit(0L)).gt(0))
                        .select(day(lit("status"), col("status_rows"))));
        Dataset<Row> counted = counted(wanted);
        if (counted == null) {
            return findings;
        }
        counted = counted.persist();
        try {
            symbolDays = stats.count();
            List<Column> key = List.of(col("trade_date"), col("dataset"), col("symbol"), col("_schema"));
            Dataset<Row> other = stated.withColumnRenamed("_rows", "_stated")
                    .join(counted, toSeq("trade_date", "dataset", "symbol", "_schema"), "left")
                    .where(coalesce(col("_rows"), lit(0L)).notEqual(col("_stated")));
            for (Row row :
                    other.orderBy(key.toArray(Column[]::new)).limit(NAMED).collectAsList()) {
                findings.add(finding(
                        row,
                        "counts " + row.getAs("_stated") + " rows of " + row.getAs("_schema") + ", the table has "
                                + (row.getAs("_rows") == null ? 0 : row.getAs("_rows"))));
            }
            Dataset<Row> missing = counted.where(col("_schema").isin(scanned.toArray()))
                    .select("trade_date", "dataset", "symbol")
                    .distinct()
                    .join(
                            stats.select("trade_date", "dataset", "symbol"),
                            toSeq("trade_date", "dataset", "symbol"),
                            "left_anti");
            for (Row row : missing.orderBy("trade_date", "dataset", "symbol")
                    .limit(NAMED)
                    .collectAsList()) {
                findings.add(finding(row, "no row: the scanner failed on it, or the row was lost"));
            }
            return findings;
        } finally {
            counted.unpersist();
        }
    }

    private static Finding finding(Row row, String detail) {
        LocalDate date = ((java.sql.Date) row.getAs("trade_date")).toLocalDate();
        return Finding.of(
                Finding.Kind.DAY_STATS,
                row.getAs("dataset") + " " + row.getAs("symbol"),
                Tables.DAY_STATS.name(),
                date,
                detail);
    }

    private static Column[] day(Column schema, Column rows) {
        return new Column[] {col("trade_date"), col("dataset"), col("symbol"), schema.as("_schema"), rows.as("_rows")};
    }

    /** Rows of every table by symbol-day and schema; null without a table. */
    private Dataset<Row> counted(Column wanted) {
        Dataset<Row> all = null;
        for (String schema : SourceSchema.names()) {
            LakeTable table = SourceSchema.named(schema).orElseThrow().table();
            boolean quotes = table.hasColumn("source_schema");
            if (!run.tableVersions().containsKey(table.name())
                    || (!quotes && !schema.equals("status") && !scanned.contains(schema))
                    || (quotes && !schema.equals("mbp-1"))) {
                continue;
            }
            Dataset<Row> one = run.read(table)
                    .where(wanted)
                    .withColumn("_schema", quotes ? col("source_schema") : lit(schema))
                    .groupBy("trade_date", "dataset", "symbol", "_schema")
                    .agg(count(lit(1)).as("_rows"));
            all = all == null ? one : all.union(one);
        }
        return all;
    }

    private static scala.collection.immutable.Seq<String> toSeq(String... names) {
        return scala.jdk.javaapi.CollectionConverters.asScala(List.of(names)).toSeq();
    }
}
