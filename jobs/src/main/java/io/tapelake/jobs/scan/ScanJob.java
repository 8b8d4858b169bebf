package io.tapelake.jobs.scan;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import io.tapelake.jobs.ingest.DatesInLake;
import io.tapelake.jobs.log.LogFields;
import io.tapelake.jobs.publish.TableSource;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.jobs.reference.ReferenceTables;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.Securities;
import io.tapelake.scanner.ScanSettings;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes {@code day_stats}, {@code day_index} and {@code reset_points} of dates, in batches of whole months and in date
 * order. A symbol-day on which the scanner fails is reported and does not keep the others.
 *
 * <p>Writes into a {@link WorkingRun} and does not publish it.
 */
public final class ScanJob {

    private static final Logger LOG = LoggerFactory.getLogger(ScanJob.class);

    private final TableSource in;
    private final WorkingRun out;
    private final ScanSettings settings;

    private ScanJob(TableSource in, WorkingRun out, ScanSettings settings) {
        this.in = in;
        this.out = out;
        this.settings = settings;
    }

    /** A scan of a lake into itself. */
    public static ScanJob of(WorkingRun run, ScanSettings settings) {
        return new ScanJob(run, run, settings);
    }

    /** A scan of a published run into another lake, in which its rows take the place of all others. */
    public static ScanJob whatIf(TableSource in, WorkingRun out, ScanSettings settings) {
        return new ScanJob(in, out, settings);
    }

    /**
     * Scans what is due: what changed since the last scan, open dates that files reach farther into now, and what looks
     * back at them.
     *
     * @param changedNow dates that this run's own ingest changed
     */
    public ScanReport scan(Set<LocalDate> changedNow) {
        out.steps().enter("find due dates");
        DatesInLake lake = DatesInLake.of(in);
        PendingDates pending = PendingDates.of(out.lineage(), out.configHash(), lake.dates(), changedNow);
        Set<LocalDate> changed = new TreeSet<>(pending.changed());
        changed.addAll(OpenDates.closedOrExtended(in.read(Tables.DAY_STATS), lake));
        SortedSet<LocalDate> due =
                DueDates.of(in, lake, ReferenceTables.securities(in), changed, settings.lookbackDays());
        Set<LocalDate> lookingBack = new TreeSet<>(pending.lookback());
        lookingBack.retainAll(lake.dates());
        due.addAll(lookingBack);
        return scan(lake, due);
    }

    /**
     * Scans the dates of a range, both ends inclusive. Days before it are looked back at as the run has them in
     * {@code day_stats}.
     */
    public ScanReport scan(LocalDate from, LocalDate to) {
        for (var table : List.of(Tables.DAY_STATS, Tables.DAY_INDEX, Tables.RESET_POINTS)) {
            out.replace(table, out.readAt(table, -1), "true", 1);
        }
        DatesInLake lake = DatesInLake.of(in);
        SortedSet<LocalDate> dates = new TreeSet<>(lake.dates());
        dates.removeIf(date -> date.isBefore(from) || date.isAfter(to));
        return scan(lake, dates);
    }

    private ScanReport scan(DatesInLake lake, SortedSet<LocalDate> dates) {
        if (dates.isEmpty()) {
            return ScanReport.of(List.of(), ScanCounts.none());
        }
        out.steps().enter("scan");
        LakeRun ticks = Lake.open(in.root(), in.spark().sessionState().newHadoopConf())
                .unpublished(in.runId(), in.tableVersions());
        Securities securities = ReferenceTables.securities(in);
        ScanFacts facts = new ScanFacts(settings, securities, lake.coverage(), lake.degraded(), out.runId());
        ScanBatch batch = new ScanBatch(out, ticks, lake, facts);
        Dataset<Row> before = in.read(Tables.DAY_STATS).where(not(MonthlyTable.on(dates)));
        ScanCounts counts = ScanCounts.none();
        for (SortedSet<LocalDate> some : ScanBatches.of(dates)) {
            Dataset<Row> written = out.read(Tables.DAY_STATS)
                    .where(MonthlyTable.on(dates))
                    .where(col("trade_date").lt(lit(java.sql.Date.valueOf(some.first()))));
            counts = counts.plus(batch.scan(some, before.unionByName(written)));
        }
        ScanReport report = ScanReport.of(List.copyOf(dates), counts);
        report.failures().forEach(ScanJob::log);
        return report;
    }

    private static void log(ScanReport.Failure f) {
        LogFields.log(
                () -> LOG.warn("{} {} on {} was not scanned: {}", f.dataset(), f.symbol(), f.tradeDate(), f.what()),
                LogFields.SYMBOL,
                f.symbol(),
                LogFields.DATE,
                f.tradeDate().toString());
    }
}
