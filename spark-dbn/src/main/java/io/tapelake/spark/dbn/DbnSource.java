package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.Schema;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.connector.catalog.Table;
import org.apache.spark.sql.connector.catalog.TableProvider;
import org.apache.spark.sql.connector.expressions.Transform;
import org.apache.spark.sql.sources.DataSourceRegister;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.util.CaseInsensitiveStringMap;

/**
 * DBN files as a Spark data source: {@code spark.read().format("dbn").load(path)}. Spark makes it by its name; the
 * options and columns are in the module's README. One instance serves one read.
 */
public final class DbnSource implements TableProvider, DataSourceRegister {
    private Map<String, String> listedFor;
    private DbnFiles files;

    /** For Spark, which finds this class by {@code META-INF/services}. */
    public DbnSource() {}

    @Override
    public String shortName() {
        return "dbn";
    }

    @Override
    public StructType inferSchema(CaseInsensitiveStringMap options) {
        return DbnTable.structType(
                Columns.of(files(options.asCaseSensitiveMap()).schema()));
    }

    @Override
    public Table getTable(StructType schema, Transform[] partitioning, Map<String, String> options) {
        DbnFiles found = files(options);
        Schema dbnSchema = found.schema();
        return new DbnTable(found, dbnSchema);
    }

    /** Spark asks for the schema and then for the table: the files are listed once for both. */
    private synchronized DbnFiles files(Map<String, String> options) {
        if (!options.equals(listedFor)) {
            SparkSession session = SparkSession.active();
            DbnOptions checked = DbnOptions.of(new CaseInsensitiveStringMap(options));
            Configuration hadoop = session.sessionState().newHadoopConf();
            checked.hadoop().forEach(hadoop::set);
            files = DbnFiles.list(checked, hadoop);
            listedFor = Map.copyOf(options);
        }
        return files;
    }
}
