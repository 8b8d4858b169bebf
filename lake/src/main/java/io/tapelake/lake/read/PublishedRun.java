package io.tapelake.lake.read;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A row of {@code runs}: one consistent set of table versions.
 *
 * @param runId name of the run
 * @param sequence counts the runs of a lake upward
 * @param baseRunId the run whose tables it started from; empty when it started from nothing
 * @param createdAtNs when it was published, nanoseconds UTC
 * @param job the job that published it
 * @param codeVersion version and commit of the code
 * @param configHash hash of the resolved configuration
 * @param tableVersions table name to Delta version
 * @param dates JSON: trade date to covered_until and state, of the dates it changed and of all that are open
 * @param counts JSON: counts by table and outcome
 * @param durations JSON: step to seconds
 * @param pinned kept until unpinned
 * @param withdrawn not to be read any more
 * @param letGoAtNs when it was let go, so that its files may be gone, nanoseconds UTC; empty while it is kept
 */
public record PublishedRun(
        String runId,
        long sequence,
        Optional<String> baseRunId,
        long createdAtNs,
        String job,
        String codeVersion,
        String configHash,
        Map<String, Long> tableVersions,
        Optional<String> dates,
        Optional<String> counts,
        Optional<String> durations,
        boolean pinned,
        boolean withdrawn,
        OptionalLong letGoAtNs) {

    /** Copies the versions. */
    public PublishedRun {
        tableVersions = Map.copyOf(tableVersions);
    }

    /** The dates that were open when it was published. */
    public OpenDays openDays() {
        return dates.map(text -> OpenDays.parse(runId, text)).orElse(OpenDays.none());
    }

    /** Reads the row a cursor is at; all columns of {@code runs} must have been asked for. */
    @SuppressWarnings("unchecked")
    static PublishedRun at(RowCursor row) {
        return new PublishedRun(
                row.textAt(row.place("run_id")),
                row.longAt(row.place("sequence")),
                Optional.ofNullable(row.textAt(row.place("base_run_id"))),
                row.longAt(row.place("created_at_ns")),
                row.textAt(row.place("job")),
                row.textAt(row.place("code_version")),
                row.textAt(row.place("config_hash")),
                (Map<String, Long>) row.valueAt(row.place("table_versions")),
                Optional.ofNullable(row.textAt(row.place("dates"))),
                Optional.ofNullable(row.textAt(row.place("counts"))),
                Optional.ofNullable(row.textAt(row.place("durations"))),
                row.longAt(row.place("pinned")) != 0,
                row.longAt(row.place("withdrawn")) != 0,
                row.isNullAt(row.place("let_go_at_ns"))
                        ? OptionalLong.empty()
                        : OptionalLong.of(row.longAt(row.place("let_go_at_ns"))));
    }

    /** True if its day statistics were up to date with its ticks when it was published: its job scanned. */
    public boolean scanned() {
        return scans(job);
    }

    /** Whether a job of this name scans. */
    public static boolean scans(String job) {
        return job.contains("scan") || job.equals("nightly") || job.equals("backfill");
    }

    /** True if readers get it as the latest and jobs start from it, provided that no newer one is. */
    public boolean isUsable() {
        return !withdrawn && letGoAtNs.isEmpty();
    }
}
