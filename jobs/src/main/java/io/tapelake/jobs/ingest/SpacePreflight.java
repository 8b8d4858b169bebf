package io.tapelake.jobs.ingest;

import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.LakeTable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FsStatus;
import org.apache.hadoop.fs.Path;

/**
 * Looks whether there is space for what is about to be written, before anything is: first by the size of the files, then,
 * when they were read, by their rows and those that are written anew beside them. Estimates, on the high side. A file
 * system that does not tell its free space (object stores) is trusted.
 */
final class SpacePreflight {

    /** A row in a table file takes up to this: measured are 9 to 14 bytes for bars and about 20 for ticks. */
    private static final long BYTES_PER_ROW_OF_BARS = 15;

    private static final long BYTES_PER_ROW_OF_TICKS = 30;

    /** Footer, page index and log entry of a table file. */
    private static final long BYTES_PER_DATE = 12_000;

    /** A row on its way to its file, compressed as Spark does it. */
    private static final long TEMPORARY_BYTES_PER_ROW = 60;

    private final WorkingRun run;
    private final IngestSettings settings;

    private SpacePreflight(WorkingRun run, IngestSettings settings) {
        this.run = run;
        this.settings = settings;
    }

    static SpacePreflight of(WorkingRun run, IngestSettings settings) {
        return new SpacePreflight(run, settings);
    }

    /**
     * By the size of files that are to be opened.
     *
     * @throws NoSpaceException if the lake's file system or the folder for temporary files has less than is needed
     */
    void requireForFiles(List<InputFile> files) {
        // Compressed files are about as large as their rows in the lake; records as they are take some four times that.
        long lake = files.stream()
                .mapToLong(f -> f.name().endsWith(".dbn") ? f.size() / 4 : f.size())
                .sum();
        if (!files.isEmpty()) {
            require("the " + files.size() + " new files", lake, 2 * lake);
        }
    }

    /**
     * By the rows of the dates that are to be written.
     *
     * @throws NoSpaceException as above
     */
    void requireForRows(IngestPlan plan, FileLedger ledger) {
        long lake = 0;
        long temporary = 0;
        long dates = 0;
        for (Map.Entry<LakeTable, Set<LocalDate>> entry : plan.datesByTable().entrySet()) {
            String table = entry.getKey().name();
            long rows = entry.getValue().stream()
                    .flatMap(date -> ledger.takenFor(table, date).stream()
                            .map(f -> f.dates().get(date)))
                    .mapToLong(FileEntry.DateCounts::records)
                    .sum();
            lake += rows * (table.startsWith("bars_") ? BYTES_PER_ROW_OF_BARS : BYTES_PER_ROW_OF_TICKS)
                    + entry.getValue().size() * BYTES_PER_DATE;
            temporary = Math.max(temporary, Math.min(rows, ContestedDates.ROWS_PER_COMMIT) * TEMPORARY_BYTES_PER_ROW);
            dates += entry.getValue().size();
        }
        if (dates > 0) {
            require("the rows of " + dates + " dates", lake, temporary);
        }
    }

    private void require(String what, long lakeBytes, long temporaryBytes) {
        Path root = new Path(run.root());
        require(what, "lake at " + run.root(), free(root), lakeBytes);
        if (run.spark().sparkContext().isLocal()) {
            File folder = new File(run.spark()
                    .sparkContext()
                    .getConf()
                    .get("spark.local.dir", System.getProperty("java.io.tmpdir"))
                    .split(",")[0]);
            if (folder.isDirectory()) {
                require(
                        what,
                        "folder for temporary files at " + folder + " (spark.local.dir)",
                        OptionalLong.of(folder.getUsableSpace()),
                        temporaryBytes);
            }
        }
    }

    private void require(String what, String where, OptionalLong free, long bytes) {
        long needed = bytes + settings.minFreeBytes();
        if (free.isPresent() && free.getAsLong() < needed) {
            throw new NoSpaceException("not enough free space for " + what + ": the " + where + " has "
                    + megabytes(free.getAsLong()) + " MB, needed are about " + megabytes(bytes)
                    + " MB and ingest.min-free-mb = " + (settings.minFreeBytes() >> 20)
                    + ". Nothing was written: free some, or take in fewer files at once");
        }
    }

    private static long megabytes(long bytes) {
        return (bytes + (1 << 20) - 1) >> 20;
    }

    private OptionalLong free(Path root) {
        try {
            FileSystem fs = root.getFileSystem(run.spark().sessionState().newHadoopConf());
            Path there = root;
            while (!fs.exists(there) && there.getParent() != null) {
                there = there.getParent();
            }
            FsStatus status = fs.getStatus(there);
            boolean told = status.getCapacity() > 0 && status.getRemaining() != Long.MAX_VALUE;
            return told ? OptionalLong.of(status.getRemaining()) : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(new IOException(
                    "the free space of the lake at " + root + " cannot be asked: " + e.getMessage(), e));
        }
    }
}
