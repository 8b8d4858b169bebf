package io.tapelake.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Splits and dividends from CSV files with the header {@code symbol,ex_date,type,ratio,cash_amount,source}. A row that the
 * table has already is not taken twice.
 */
public final class CorporateActionsCsv {

    private static final String SHAPE =
            "symbol STRING, ex_date DATE, type STRING, ratio DECIMAL(18,9), cash_amount DECIMAL(18,9), source STRING";

    /**
     * What was taken.
     *
     * @param rows new rows
     * @param firstExDate the earliest ex-date among them
     */
    public record Taken(long rows, Optional<LocalDate> firstExDate) {}

    private CorporateActionsCsv() {}

    /**
     * Takes files into {@code corporate_actions}.
     *
     * @throws IllegalArgumentException for a type that is neither split nor dividend, or a split without a positive ratio
     */
    public static Taken take(WorkingRun run, List<String> files) {
        Dataset<Row> read = run.spark()
                .read()
                .option("header", "true")
                .option("mode", "FAILFAST")
                .option("enforceSchema", "false")
                .schema(SHAPE)
                .csv(files.toArray(String[]::new));
        Dataset<Row> wrong =
                read.where("symbol IS NULL OR ex_date IS NULL OR coalesce(type, '') NOT IN ('split', 'dividend')"
                        + " OR (type = 'split' AND (ratio IS NULL OR ratio <= 0))");
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "corporate actions in " + files + ": row " + wrong.first()
                            + " is not one; needed are symbol, ex_date, type split or dividend, and a ratio above 0 for a split");
        }
        Column[] columns =
                Tables.CORPORATE_ACTIONS.columnNames().stream().map(c -> col(c)).toArray(Column[]::new);
        Dataset<Row> before = run.read(Tables.CORPORATE_ACTIONS);
        Dataset<Row> added = read.withColumn("security_id", lit(null).cast("string"))
                .select(columns)
                .distinct()
                .except(before);
        long rows = added.count();
        if (rows == 0) {
            return new Taken(0, Optional.empty());
        }
        java.sql.Date first = added.selectExpr("min(ex_date)").first().getDate(0);
        run.replace(
                Tables.CORPORATE_ACTIONS,
                before.unionByName(added).repartition(1).sortWithinPartitions("symbol", "ex_date"),
                "true",
                9);
        return new Taken(rows, Optional.of(first.toLocalDate()));
    }
}
