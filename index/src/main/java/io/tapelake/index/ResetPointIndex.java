package io.tapelake.index;

import io.tapelake.index.column.ChunkCache;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.MonthlyColumns;
import io.tapelake.index.column.NumberChunk;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.SymbolDay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The candidate starts of episodes of one run, and the days they belong to. Thread-safe; a run once opened does not change.
 *
 * <p>Columns are read when a query first needs them, month by month, and held in memory up to a number of bytes.
 */
public final class ResetPointIndex {

    private final LakeRun run;
    private final IndexRows rows;
    private final DayIndex days;
    private final DayJoin join;

    private ResetPointIndex(LakeRun run, ChunkCache cache) {
        this.run = run;
        this.rows = IndexRows.of(run, Tables.RESET_POINTS, cache);
        this.days = DayIndex.open(run, cache);
        this.join = new DayJoin(days.columns());
    }

    /**
     * The reset points of the newest run of a lake.
     *
     * @param lake a local folder or a URI, as for {@link Lake#open(String)}
     * @throws LakeException if nothing was published, or the run was published without reset points
     */
    public static ResetPointIndex open(String lake) {
        return open(Lake.open(lake).latest());
    }

    /**
     * The reset points of a run.
     *
     * @throws LakeException if the run was published without
     */
    public static ResetPointIndex open(LakeRun run) {
        return open(run, DayIndex.DEFAULT_HEAP_BYTES);
    }

    /**
     * The reset points of a run.
     *
     * @param mostHeapBytes about how much memory columns may take, those of days among them; those not used for the longest time
     *     are let go
     * @throws LakeException if the run was published without
     */
    public static ResetPointIndex open(LakeRun run, long mostHeapBytes) {
        if (!run.has(Tables.RESET_POINTS)) {
            throw new LakeException("run '" + run.id() + "' of the lake at " + run.root()
                    + " has no reset points: no scan was published. Scan first: tapelake scan --lake " + run.root());
        }
        return new ResetPointIndex(run, ChunkCache.ofBytes(mostHeapBytes));
    }

    /** The run. */
    public LakeRun run() {
        return run;
    }

    /** The days of the same run; they share the memory. */
    public DayIndex days() {
        return days;
    }

    /** The points that a query asks for, read as the stream is consumed where the order allows it. */
    public Stream<ResetPointRecord> find(ResetPointQuery query) {
        return rows.records(query.rows(), search(query), ResetPointIndex::record);
    }

    /** All points of a day, open or not, by decision time and detector; empty if it has none. */
    public List<ResetPointRecord> points(SymbolDay day) {
        return points(day, ResetPointQuery.all());
    }

    /** All points of a day with the columns that a query asks for, open or not, by decision time and detector. */
    public List<ResetPointRecord> points(SymbolDay day, ResetPointQuery columns) {
        Optional<MonthRows> month = rows.columns().month(MonthlyColumns.month(day.tradeDate()));
        if (month.isEmpty()) {
            return List.of();
        }
        KeySearch.Range range = KeySearch.rows(month.get(), day);
        if (range.isEmpty()) {
            return List.of();
        }
        List<String> asked = columns.rows().columns();
        var chunks = month.get().chunks(asked);
        List<ResetPointRecord> points = new ArrayList<>();
        for (int row = range.from(); row < range.to(); row++) {
            points.add(record(month.get(), row, RowValues.of(Tables.RESET_POINTS, asked, chunks, row)));
        }
        return points;
    }

    /** The day that a point belongs to; empty if the index of days does not have it. */
    public Optional<DayRecord> day(ResetPointRecord point) {
        return days.day(point.day());
    }

    /** Columns of the points that a query asks for, as arrays. */
    public ColumnArrays arrays(ResetPointQuery query, String... columns) {
        return rows.arrays(query.rows(), search(query), Arrays.asList(columns));
    }

    /** How many points a query finds by the values of columns, in the order of the values; without columns one count of all. */
    public List<GroupCount> counts(ResetPointQuery query, String... columns) {
        return rows.counts(query.rows(), search(query), Arrays.asList(columns));
    }

    /** How many points a query finds. */
    public long count(ResetPointQuery query) {
        return rows.count(query.rows(), search(query));
    }

    /**
     * Reads what tells rows apart, and some columns, of every month at once, so that no later query has to; of days what tells
     * them apart. Returns how many points there are.
     */
    public long load(String... columns) {
        days.load();
        return rows.columns().load(Arrays.asList(columns));
    }

    /** About how much heap the columns take that are in memory now, those of days among them. */
    public long heapBytes() {
        return days.heapBytes() + rows.columns().keyBytes() + join.heapBytes();
    }

    private RowSearch search(ResetPointQuery query) {
        if (query.days().isEmpty()) {
            return rows.search(query.rows(), (month, passing) -> {});
        }
        Map<MonthRows, BitSet> found = days.rowsOf(query.days().get());
        return rows.search(query.rows(), (month, passing) -> join.retain(month, passing, found));
    }

    private static ResetPointRecord record(MonthRows month, int row, RowValues values) {
        long decisionNs = ((NumberChunk) month.key("decision_ts_ns")).rankAt(row);
        return new ResetPointRecord(KeySearch.day(month, row), decisionNs, values);
    }
}
