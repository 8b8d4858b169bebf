package io.tapelake.jobs;

import io.tapelake.config.LoadOptions;
import io.tapelake.config.TapelakeConfig;
import io.tapelake.jobs.ingest.IngestReport;
import io.tapelake.jobs.scan.ScanReport;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A lake in a folder of a test, its jobs, and its tables as the newest published run has them. */
public final class TestLake {

    private final Path root;
    private final TapelakeConfig config;

    private TestLake(Path root, TapelakeConfig config) {
        this.root = root;
        this.config = config;
    }

    /** A lake with fast compression and configuration keys of its own, each as {@code key=value}. */
    public static TestLake in(Path root, String... settings) {
        LoadOptions options = LoadOptions.defaultsOnly()
                .with("ingest.zstd-level-bars", "3", "test")
                .with("ingest.settle-seconds", "0", "test");
        for (String setting : settings) {
            String[] keyValue = setting.split("=", 2);
            options = options.with(keyValue[0], keyValue[1], "test");
        }
        return new TestLake(root, TapelakeConfig.load(options));
    }

    /** The same lake with other configuration. */
    public TestLake with(String... settings) {
        return in(root, settings);
    }

    public IngestReport ingest(Path... inputs) {
        return jobs().ingest(Arrays.stream(inputs).map(Path::toString).toList());
    }

    public ScanReport scan() {
        return jobs().scan();
    }

    public LakeJobs jobs() {
        return LakeJobs.on(TestSpark.session(), root.toString(), config, Clock.systemUTC());
    }

    public TapelakeConfig config() {
        return config;
    }

    public Path root() {
        return root;
    }

    /** The newest published run, read without Spark. */
    public LakeRun run() {
        return Lake.open(root.toString()).latest();
    }

    /** The rows of a table in the newest run, read with Spark; columns that differ from run to run are left out. */
    public Dataset<Row> rows(LakeTable table) {
        Dataset<Row> rows = TestSpark.session()
                .read()
                .format("delta")
                .option("versionAsOf", run().table(table).version())
                .load(root.resolve(table.name()).toString());
        return rows.drop("run_id");
    }

    /** Rows of this that the other has not, and the other way round, counted with repetition. */
    public static long differences(Dataset<Row> a, Dataset<Row> b) {
        return a.exceptAll(b).count() + b.exceptAll(a).count();
    }

    /** The column names of a table without some. */
    static List<String> columnsWithout(LakeTable table, String... without) {
        List<String> names = new ArrayList<>(table.columnNames());
        names.removeAll(List.of(without));
        return names;
    }
}
