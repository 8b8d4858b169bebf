package io.tapelake.jobs.publish;

import io.tapelake.lake.LakeTable;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** One consistent set of table versions of a lake, to be read with Spark. */
public interface TableSource {

    /** The rows of a table at its version; none of a table that is not in the set. */
    Dataset<Row> read(LakeTable table);

    /** All rows of a small table. */
    default List<Row> collect(LakeTable table) {
        return read(table).collectAsList();
    }

    /** Table name to Delta version. */
    Map<String, Long> tableVersions();

    /** The folder of the lake, without a slash at the end. */
    String root();

    /** The run's id. */
    String runId();

    /** The Spark session that reads. */
    SparkSession spark();
}
