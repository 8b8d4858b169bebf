package io.tapelake.jobs.verify;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.LakeRun;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;
import scala.Tuple2;

/** Looks for the data files that the log names: each must be there with its size. Folders are listed by all executors. */
final class DataFileCheck {

    private final SparkSession spark;

    DataFileCheck(SparkSession spark) {
        this.spark = spark;
    }

    /**
     * A data file that is not as the log has it.
     *
     * @param file as the log has it
     * @param detail what it is like
     */
    record Broken(DataFile file, String detail) implements Serializable {}

    /** The broken ones among the files of a table. */
    List<Broken> broken(LakeRun run, LakeTable table, List<DataFile> files) {
        Map<String, List<DataFile>> byFolder = new TreeMap<>();
        files.forEach(file -> byFolder.computeIfAbsent(
                        new Path(file.path()).getParent().toString(), f -> new ArrayList<>())
                .add(file));
        List<Tuple2<String, List<DataFile>>> folders = new ArrayList<>();
        byFolder.forEach((folder, held) -> folders.add(new Tuple2<>(folder, held)));
        Configuration settings = spark.sessionState().newHadoopConf();
        int few = 32;
        if (folders.size() <= few) {
            return folders.stream().flatMap(f -> in(f, settings).stream()).toList();
        }
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(new SerializableConfiguration(settings));
        context.setJobDescription("look for " + files.size() + " files of " + table.name() + " of run " + run.id());
        try {
            return context.parallelize(folders, Math.min(folders.size(), 8 * context.defaultParallelism()))
                    .flatMap(folder -> in(folder, hadoop.value().value()).iterator())
                    .collect();
        } finally {
            context.setJobDescription(null);
        }
    }

    private static List<Broken> in(Tuple2<String, List<DataFile>> folder, Configuration hadoop) {
        Map<String, Long> sizes = new HashMap<>();
        Path path = new Path(folder._1());
        try {
            for (FileStatus status : path.getFileSystem(hadoop).listStatus(path)) {
                sizes.put(status.getPath().getName(), status.getLen());
            }
        } catch (FileNotFoundException gone) {
            sizes.clear();
        } catch (IOException e) {
            throw new UncheckedIOException("folder " + path + " cannot be listed: " + e.getMessage(), e);
        }
        List<Broken> broken = new ArrayList<>();
        for (DataFile file : folder._2()) {
            Long size = sizes.get(new Path(file.path()).getName());
            if (size == null) {
                broken.add(new Broken(file, "missing; the log names it with " + file.sizeBytes() + " bytes"));
            } else if (size != file.sizeBytes()) {
                broken.add(new Broken(file, size + " bytes; the log names it with " + file.sizeBytes()));
            }
        }
        return broken;
    }
}
