package io.tapelake.jobs.verify;

import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.PublishedRun;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Whether the versions that runs name can be made from the logs of the tables. Lists each log once. */
final class RunVersions {

    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
    private static final Pattern CHECKPOINT = Pattern.compile("(\\d{20})\\.checkpoint.*\\.parquet");

    private final String root;
    private final Configuration hadoop;
    private final Map<String, Log> logs = new HashMap<>();

    private record Log(TreeSet<Long> commits, TreeSet<Long> checkpoints) {
        /** A version is its newest checkpoint, or nothing, and every commit after that. */
        boolean has(long version) {
            Long checkpoint = checkpoints.floor(version);
            long first = checkpoint == null ? 0 : checkpoint + 1;
            return ((checkpoint != null && checkpoint == version) || commits.contains(version))
                    && commits.subSet(first, true, Math.max(first, version), true)
                                    .size()
                            >= version - first + 1;
        }
    }

    private RunVersions(String root, Configuration hadoop) {
        this.root = root;
        this.hadoop = hadoop;
    }

    /** Runs that name a version that is not there, or a base that is not there. */
    static List<Finding> check(Lake lake, Configuration hadoop) {
        RunVersions versions = new RunVersions(lake.root(), hadoop);
        List<Finding> findings = new ArrayList<>();
        List<PublishedRun> runs = lake.runs();
        TreeSet<String> ids = new TreeSet<>();
        runs.forEach(run -> ids.add(run.runId()));
        for (PublishedRun run : runs) {
            run.tableVersions().forEach((table, version) -> {
                if (run.letGoAtNs().isEmpty() && !versions.log(table).has(version)) {
                    findings.add(Finding.of(
                            Finding.Kind.RUN,
                            run.runId(),
                            table,
                            null,
                            "names version " + version + " of " + table + ", which its log cannot give any more"));
                }
            });
            run.baseRunId()
                    .filter(base -> !ids.contains(base))
                    .ifPresent(base -> findings.add(Finding.of(
                            Finding.Kind.RUN, run.runId(), "started from run " + base + ", which is not in runs")));
        }
        return findings;
    }

    private Log log(String table) {
        return logs.computeIfAbsent(table, name -> list(new Path(root + "/" + name + "/_delta_log")));
    }

    private Log list(Path folder) {
        Log log = new Log(new TreeSet<>(), new TreeSet<>());
        try {
            for (FileStatus status : folder.getFileSystem(hadoop).listStatus(folder)) {
                String name = status.getPath().getName();
                Matcher commit = COMMIT.matcher(name);
                Matcher checkpoint = CHECKPOINT.matcher(name);
                if (commit.matches()) {
                    log.commits.add(Long.parseLong(commit.group(1)));
                } else if (checkpoint.matches()) {
                    log.checkpoints.add(Long.parseLong(checkpoint.group(1)));
                }
            }
        } catch (FileNotFoundException absent) {
            return log;
        } catch (IOException e) {
            throw new UncheckedIOException("log " + folder + " cannot be listed: " + e.getMessage(), e);
        }
        return log;
    }
}
