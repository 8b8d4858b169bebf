package io.tapelake.index;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.TableSnapshot;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.OpenDays;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** The days of one run that were found worth an episode. Thread-safe; a run once opened does not change. */
public final class DayIndex {

    private static final Comparator<DayRecord> BY_DATE = Comparator.comparing(DayRecord::tradeDate)
            .thenComparing(DayRecord::symbol)
            .thenComparing(DayRecord::dataset);

    private final TableSnapshot days;
    private final OpenDays openDays;

    private DayIndex(TableSnapshot days, OpenDays openDays) {
        this.days = days;
        this.openDays = openDays;
    }

    /**
     * The index of a run.
     *
     * @throws LakeException if the run was published without one
     */
    public static DayIndex open(LakeRun run) {
        if (!run.has(Tables.DAY_INDEX)) {
            throw new LakeException("run '" + run.id() + "' of the lake at " + run.root()
                    + " has no day index: no scan was published. Scan first: tapelake scan --lake " + run.root());
        }
        return new DayIndex(run.table(Tables.DAY_INDEX), run.openDays());
    }

    /**
     * The days that a query asks for: by rank if it asks for the top, else by trade date, symbol and dataset. Without a top
     * they are read as the stream is consumed, a month at a time, so the stream must be closed unless it is read to its end.
     */
    public Stream<DayRecord> find(DayQuery query) {
        return query.top().isPresent() ? top(query).stream() : all(query);
    }

    private Stream<DayRecord> all(DayQuery query) {
        return files(query).stream()
                .map(DataFile::partitionValue)
                .distinct()
                .sorted()
                .flatMap(month -> month(query, month));
    }

    /** A month of the index is small: it is sorted here, so that it need not be on disk. */
    private Stream<DayRecord> month(DayQuery query, String month) {
        List<DayRecord> found = new ArrayList<>();
        List<DataFile> files = files(query).stream()
                .filter(file -> file.partitionValue().equals(month))
                .toList();
        try (RowCursor row = scan(query, files).open()) {
            while (row.next()) {
                DayRecord day = DayRecord.at(row);
                if (isShown(day, query)) {
                    found.add(day);
                }
            }
        }
        found.sort(BY_DATE);
        return found.stream();
    }

    private List<DayRecord> top(DayQuery query) {
        int count = query.top().getAsInt();
        Comparator<DayRecord> worstFirst = (a, b) -> DayRecord.compare(a, b, query.by());
        worstFirst = worstFirst.thenComparing(BY_DATE.reversed());
        PriorityQueue<DayRecord> best = new PriorityQueue<>(worstFirst);
        try (RowCursor row = scan(query, files(query)).open()) {
            while (row.next()) {
                DayRecord day = DayRecord.at(row);
                if (!isShown(day, query)) {
                    continue;
                }
                best.add(day);
                if (best.size() > count) {
                    best.poll();
                }
            }
        }
        List<DayRecord> ranked = new ArrayList<>(best);
        ranked.sort(worstFirst.reversed());
        return ranked;
    }

    /** A day that was closed since the last scan is still judged by a part of it: its row says so. */
    private boolean isShown(DayRecord day, DayQuery query) {
        boolean isOpen = openDays.isOpen(day.tradeDate(), day.dataset()) || OpenDays.STATE.equals(day.value("state"));
        return query.open() || !isOpen;
    }

    private List<DataFile> files(DayQuery query) {
        return query.from().isEmpty() && query.to().isEmpty()
                ? days.files()
                : days.files(query.from().orElse(LocalDate.EPOCH), query.to().orElse(LocalDate.of(9999, 12, 31)));
    }

    private TableScan scan(DayQuery query, List<DataFile> files) {
        TableScan scan = TableScan.of(days.storage(), days.table(), files);
        if (query.symbol().isPresent()) {
            scan = scan.where(Condition.equal("symbol", query.symbol().get()));
        }
        if (query.dataset().isPresent()) {
            scan = scan.where(Condition.equal("dataset", query.dataset().get()));
        }
        long from = query.from().map(LocalDate::toEpochDay).orElse((long) Integer.MIN_VALUE);
        long to = query.to().map(LocalDate::toEpochDay).orElse((long) Integer.MAX_VALUE);
        return query.from().isPresent() || query.to().isPresent()
                ? scan.where(Condition.between("trade_date", from, to))
                : scan;
    }
}
