package io.tapelake.cli.job;

import io.tapelake.config.ProgressConfig;
import io.tapelake.jobs.ingest.InputSelection;
import io.tapelake.jobs.ingest.InputSelection.Dated;
import io.tapelake.jobs.night.BackfillListener;
import io.tapelake.jobs.night.NightReport;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.SparkSession;

/**
 * Shows how a backfill goes on: a line per run, and on a terminal a bar. What is left is told from the bytes of the files
 * done and the time they took, so not before the first run is published.
 */
final class BackfillProgress implements BackfillListener, AutoCloseable {

    private static final long KB = 1000;

    private final SparkSession spark;
    private final boolean shown;
    private final ReportFormat format;
    private final PrintWriter out;
    private final Clock clock;
    private final Describing describing = new Describing();

    private Instant began;
    private long bytes;
    private long bytesDone;
    private int parts;
    private int partsDone;
    private ProgressBar bar;

    private BackfillProgress(SparkSession spark, boolean shown, ReportFormat format, PrintWriter out, Clock clock) {
        this.spark = spark;
        this.shown = shown;
        this.format = format;
        this.out = out;
        this.clock = clock;
    }

    static BackfillProgress on(
            SparkSession spark, ProgressConfig config, ReportFormat format, PrintWriter out, Clock clock) {
        return new BackfillProgress(spark, SparkProgress.isShown(config), format, out, clock);
    }

    /** Puts what Spark is doing beside the bar. */
    private final class Describing extends SparkListener {
        @Override
        public void onJobStart(SparkListenerJobStart start) {
            String what = start.properties() == null ? null : start.properties().getProperty("spark.job.description");
            ProgressBar shownBar = bar;
            if (what != null && shownBar != null) {
                shownBar.setExtraMessage(" run " + (partsDone + 1) + " of " + parts + ": "
                        + what.lines().findFirst().orElse(""));
            }
        }
    }

    @Override
    public void planned(InputSelection selection, List<List<Dated>> planned) {
        began = clock.instant();
        bytes = selection.bytes();
        parts = planned.size();
        if (format == ReportFormat.TEXT) {
            out.printf(
                    Locale.ROOT,
                    "%,d files to take in, %s, in %d runs; %,d known, %,d outside the range%n",
                    selection.files().size(),
                    NightLines.megabytes(bytes),
                    parts,
                    selection.known(),
                    selection.outside());
            out.flush();
        }
        if (shown && parts > 0) {
            bar = new ProgressBarBuilder()
                    .setTaskName("backfill")
                    .setInitialMax(Math.max(1, bytes / KB))
                    .setUnit(" MB", 1000)
                    .setStyle(ProgressBarStyle.ASCII)
                    .setUpdateIntervalMillis(500)
                    .build();
            spark.sparkContext().addSparkListener(describing);
        }
    }

    @Override
    public void done(List<Dated> part, NightReport report) {
        bytesDone += part.stream().mapToLong(Dated::bytes).sum();
        partsDone++;
        if (bar != null) {
            bar.stepTo(bytesDone / KB);
        }
        if (format == ReportFormat.JSON) {
            out.println(NightJson.of(report, JobExit.of(report)));
        } else {
            NightLines.part(part, report, left(), out);
        }
        out.flush();
    }

    /** How much is done and how long the rest will take. */
    private String left() {
        double share = bytes == 0 ? 1 : (double) bytesDone / bytes;
        String done = String.format(Locale.ROOT, "%.0f%% done", 100 * share);
        if (partsDone == parts || bytesDone == 0) {
            return done;
        }
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        return done + ", about " + duration(seconds / bytesDone * (bytes - bytesDone)) + " left";
    }

    static String duration(double seconds) {
        long minutes = Math.round(seconds / 60);
        if (minutes < 1) {
            return Math.max(1, Math.round(seconds)) + " s";
        }
        return minutes < 120
                ? minutes + " min"
                : String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
    }

    @Override
    public void close() {
        if (bar != null) {
            spark.sparkContext().removeSparkListener(describing);
            bar.close();
        }
    }
}
