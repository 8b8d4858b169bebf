package io.tapelake.jobs.publish;

import io.delta.kernel.Table;
import io.delta.kernel.defaults.engine.DefaultEngine;
import io.delta.kernel.engine.Engine;
import io.delta.kernel.exceptions.TableNotFoundException;
import io.delta.tables.DeltaTable;
import io.delta.tables.DeltaTableBuilder;
import io.tapelake.lake.LakeTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.ExprId;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.storage.StorageLevel;
import scala.jdk.javaapi.CollectionConverters;

/** One Delta table of the lake, as {@link LakeWriter} sees it. Nothing is checked here. Not thread-safe. */
final class DeltaFolder {

    /** There is no table in the folder. */
    static final long ABSENT = -1;

    private static final String ZSTD_LEVEL = "parquet.compression.codec.zstd.level";

    private final SparkSession spark;
    private final LakeTable table;
    private final String path;

    DeltaFolder(SparkSession spark, String root, LakeTable table) {
        this.spark = spark;
        this.table = table;
        this.path = root + "/" + table.name();
    }

    /** The newest version in the log, published or not; {@link #ABSENT} without a table. */
    long latestVersion() {
        Configuration hadoop = spark.sessionState().newHadoopConf();
        Engine engine = DefaultEngine.create(hadoop);
        try {
            return Table.forPath(engine, path).getLatestSnapshot(engine).getVersion();
        } catch (TableNotFoundException absent) {
            return ABSENT;
        }
    }

    /** The largest number of a kind of transactions that the newest version knows; 0 if it knows none. */
    long transaction(String appId) {
        Engine engine = DefaultEngine.create(spark.sessionState().newHadoopConf());
        try {
            return Table.forPath(engine, path)
                    .getLatestSnapshot(engine)
                    .getLatestTransactionVersion(engine, appId)
                    .orElse(0L);
        } catch (TableNotFoundException absent) {
            return 0;
        }
    }

    /** Makes the table. Version 0 is an empty table. */
    void create() {
        DeltaTableBuilder builder = DeltaTable.createIfNotExists(spark).location(path);
        for (StructField field : SparkSchemas.of(table).fields()) {
            builder.addColumn(field);
        }
        table.partitionColumn().ifPresent(column -> builder.partitionedBy(column));
        for (Map.Entry<String, String> property : table.properties().entrySet()) {
            builder.property(property.getKey(), property.getValue());
        }
        builder.execute();
    }

    /** The rows of one version; none for {@link #ABSENT}. */
    Dataset<Row> read(long version) {
        if (version < 0) {
            return spark.createDataFrame(List.of(), SparkSchemas.of(table));
        }
        return spark.read().format("delta").option("versionAsOf", version).load(path);
    }

    /**
     * Puts rows in the place of all that a predicate names, in one commit.
     *
     * @param rows columns in the table's order, already laid out as the files shall be
     * @param predicate which rows go; every new row must satisfy it. {@code true} replaces everything
     * @param zstdLevel level of compression of the new files
     * @param empty true if the table is known to have no rows: nothing has to be looked for that would go
     */
    void replace(Dataset<Row> rows, String predicate, int zstdLevel, boolean empty) {
        boolean known = columnsKeepTheirIds(rows);
        Dataset<Row> ordered = known ? rows : rows.persist(StorageLevel.DISK_ONLY());
        spark.conf().set(ZSTD_LEVEL, Integer.toString(zstdLevel));
        try {
            var writer = ordered.write().format("delta").mode(empty ? "append" : "overwrite");
            if ("true".equals(predicate)) {
                // A table made by an older version may lack columns.
                writer = writer.option("mergeSchema", "true");
            } else if (!empty) {
                writer = writer.option("replaceWhere", predicate);
            }
            writer.save(path);
        } finally {
            spark.conf().unset(ZSTD_LEVEL);
            if (!known) {
                ordered.unpersist();
            }
        }
    }

    /**
     * False if the optimizer gave the columns other ids than the analysed query has, as it does when one side of a union
     * turns out to be empty. Delta then does not see that the rows are sorted and sorts them again by the partition
     * column alone; where that sort spills to disk, the order inside a partition is lost without a word.
     */
    private static boolean columnsKeepTheirIds(Dataset<Row> rows) {
        return ids(rows.queryExecution().analyzed())
                .equals(ids(rows.queryExecution().optimizedPlan()));
    }

    private static List<ExprId> ids(LogicalPlan plan) {
        List<ExprId> ids = new ArrayList<>();
        CollectionConverters.asJava(plan.output()).forEach(column -> ids.add(column.exprId()));
        return ids;
    }

    /** Adds rows in one commit. */
    void append(Dataset<Row> rows) {
        rows.write().format("delta").mode("append").save(path);
    }

    /** Makes the content of an older version the newest again; what came between was never published. */
    void restore(long version) {
        DeltaTable.forPath(spark, path).restoreToVersion(version);
    }
}
