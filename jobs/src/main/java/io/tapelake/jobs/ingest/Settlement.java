package io.tapelake.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import io.tapelake.lake.LakeTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Settles who gives a record that several files claim. Of the files that have a record of one key, the one of least rank
 * keeps all its records, twins too. A record of another file is merged if it equals one of those (each of them once), and
 * in conflict if it does not.
 */
final class Settlement {

    static final String FATE = "_fate";
    static final String STORED = "stored";
    static final String MERGED = "merged";
    static final String CONFLICT = "conflict";
    static final String RANK = "_rank";
    static final String ORDINAL = "_ordinal";

    private Settlement() {}

    /**
     * Adds the column {@link #FATE} to every row.
     *
     * @param rows rows of one table and one key, with {@link #RANK} (of the row's file) and {@link #ORDINAL} (place in it)
     * @param key columns that name a record
     */
    static Dataset<Row> settle(Dataset<Row> rows, LakeTable table, List<String> key) {
        List<Column> keys = columns(key);
        List<Column> values = columns(table.columnNames().stream()
                .filter(c -> !c.equals("file_id") && !c.equals("record_index"))
                .toList());
        List<Column> valuesOfFile = new ArrayList<>(values);
        valuesOfFile.add(col(RANK));
        List<Column> twins = new ArrayList<>(values);
        twins.add(col("_twin"));

        WindowSpec sameRecord = Window.partitionBy(keys.toArray(Column[]::new));
        WindowSpec sameInFile =
                Window.partitionBy(valuesOfFile.toArray(Column[]::new)).orderBy(col(ORDINAL));
        WindowSpec sameTwin = Window.partitionBy(twins.toArray(Column[]::new));

        return rows.withColumn("_first", min(col(RANK)).over(sameRecord))
                .withColumn("_twin", row_number().over(sameInFile))
                .withColumn("_given", max(col(RANK).equalTo(col("_first"))).over(sameTwin))
                .withColumn(
                        FATE,
                        when(col(RANK).equalTo(col("_first")), lit(STORED))
                                .when(col("_given"), lit(MERGED))
                                .otherwise(lit(CONFLICT)))
                .drop("_first", "_twin", "_given");
    }

    private static List<Column> columns(List<String> names) {
        return names.stream().map(name -> col(name)).toList();
    }
}
