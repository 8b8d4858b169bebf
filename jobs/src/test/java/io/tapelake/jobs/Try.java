package io.tapelake.jobs;

import io.tapelake.config.TapelakeConfig;
import java.time.Clock;
import java.util.*;

public class Try {
    public static void main(String[] a) throws Exception {
        var jobs = LakeJobs.on(
                SparkSessions.open(
                        "t",
                        "local[2]",
                        Map.of("spark.sql.shuffle.partitions", "2", "spark.databricks.delta.snapshotPartitions", "1")),
                a[0],
                TapelakeConfig.defaults(),
                Clock.systemUTC());
        long t = System.nanoTime();
        var r = jobs.ingest(Arrays.asList(a).subList(1, a.length));
        for (var f : r.files()) System.out.println((f.balanced() ? "OK " : "BAD ") + f);
        System.out.println(r.runId() + " " + r.changedDates().keySet() + " " + (System.nanoTime() - t) / 1e9);
        t = System.nanoTime();
        System.out.println(jobs.scan() + " " + (System.nanoTime() - t) / 1e9);
    }
}
