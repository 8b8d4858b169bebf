package io.tapelake.jobs.publish;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.read.LakeRun;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A published run, read with Spark.
 *
 * @param spark the session that reads
 * @param runId its id
 * @param root the folder of its lake
 * @param tableVersions table name to Delta version
 */
public record PinnedRun(SparkSession spark, String runId, String root, Map<String, Long> tableVersions)
        implements TableSource {

    /** A run as the reader without Spark knows it. */
    public static PinnedRun of(SparkSession spark, LakeRun run) {
        Map<String, Long> versions = new TreeMap<>();
        run.tables().forEach(name -> versions.put(name, run.table(name).version()));
        return new PinnedRun(spark, run.id(), LakeWriter.absolute(spark, run.root()), versions);
    }

    @Override
    public Dataset<Row> read(LakeTable table) {
        return new DeltaFolder(spark, root, table).read(tableVersions.getOrDefault(table.name(), DeltaFolder.ABSENT));
    }
}
