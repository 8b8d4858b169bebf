package io.tapelake.index;

import io.tapelake.index.column.ChunkCache;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.MonthlyColumns;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.SymbolDay;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The days of one run that were found worth an episode. Thread-safe; a run once opened does not change.
 *
 * <p>Columns are read when a query first needs them, month by month, and held in memory up to a number of bytes.
 */
public final class DayIndex {

    /** Most bytes of heap for columns unless another number is given. */
    public static final long DEFAULT_HEAP_BYTES = 200L << 20;

    private final LakeRun run;
    private final ChunkCache cache;
    private final IndexRows rows;
    private volatile Map<Long, RawFile> files;

    private DayIndex(LakeRun run, ChunkCache cache) {
        this.run = run;
        this.cache = cache;
        this.rows = IndexRows.of(run, Tables.DAY_INDEX, cache);
    }

    /**
     * The index of the newest run of a lake.
     *
     * @param lake a local folder or a URI, as for {@link Lake#open(String)}
     * @throws LakeException if nothing was published, or the run was published without an index
     */
    public static DayIndex open(String lake) {
        return open(Lake.open(lake).latest());
    }

    /**
     * The index of a run.
     *
     * @throws LakeException if the run was published without one
     */
    public static DayIndex open(LakeRun run) {
        return open(run, DEFAULT_HEAP_BYTES);
    }

    /**
     * The index of a run.
     *
     * @param mostHeapBytes about how much memory columns may take; those not used for the longest time are let go
     * @throws LakeException if the run was published without one
     */
    public static DayIndex open(LakeRun run, long mostHeapBytes) {
        return open(run, ChunkCache.ofBytes(mostHeapBytes));
    }

    static DayIndex open(LakeRun run, ChunkCache cache) {
        if (!run.has(Tables.DAY_INDEX)) {
            throw new LakeException("run '" + run.id() + "' of the lake at " + run.root()
                    + " has no day index: no scan was published. Scan first: tapelake scan --lake " + run.root());
        }
        return new DayIndex(run, cache);
    }

    /** The run. */
    public LakeRun run() {
        return run;
    }

    /** The days that a query asks for, read as the stream is consumed where the order allows it. */
    public Stream<DayRecord> find(DayQuery query) {
        return rows.records(query.rows(), search(query), DayIndex::record);
    }

    /** One day, open or not; empty if it is not in the index. */
    public Optional<DayRecord> day(SymbolDay key) {
        return day(key, DayQuery.all().rows());
    }

    /** One day with the columns that a query asks for, open or not; empty if it is not in the index. */
    public Optional<DayRecord> day(SymbolDay key, DayQuery columns) {
        return day(key, columns.rows());
    }

    private Optional<DayRecord> day(SymbolDay key, RowQuery query) {
        Optional<MonthRows> month = rows.columns().month(MonthlyColumns.month(key.tradeDate()));
        if (month.isEmpty()) {
            return Optional.empty();
        }
        KeySearch.Range range = KeySearch.rows(month.get(), key);
        return range.isEmpty()
                ? Optional.empty()
                : Optional.of(new DayRecord(
                        key,
                        RowValues.of(
                                query.table(), query.columns(), month.get().chunks(query.columns()), range.from())));
    }

    /** Columns of the days that a query asks for, as arrays. */
    public ColumnArrays arrays(DayQuery query, String... columns) {
        return rows.arrays(query.rows(), search(query), Arrays.asList(columns));
    }

    /** How many days a query finds by the values of columns, in the order of the values; without columns one count of all. */
    public List<GroupCount> counts(DayQuery query, String... columns) {
        return rows.counts(query.rows(), search(query), Arrays.asList(columns));
    }

    /** How many days a query finds. */
    public long count(DayQuery query) {
        return rows.count(query.rows(), search(query));
    }

    /**
     * The files that a day's raw rows came from, in the order of the day's {@code file_ids}; empty where the index does not know.
     *
     * @throws LakeException if the run does not say which files were taken in
     */
    public List<RawFile> files(SymbolDay key) {
        Object ids = day(key, DayQuery.all().columns("file_ids"))
                .map(day -> day.value("file_ids"))
                .orElse(null);
        if (ids == null) {
            return List.of();
        }
        Map<Long, RawFile> known = files;
        if (known == null) {
            known = RawFile.of(run);
            files = known;
        }
        return ((List<?>) ids).stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /**
     * Reads what tells rows apart, and some columns, of every month at once, so that no later query has to. Returns how many
     * days there are.
     */
    public long load(String... columns) {
        return rows.columns().load(Arrays.asList(columns));
    }

    /** About how much heap the columns take that are in memory now. */
    public long heapBytes() {
        return cache.heldBytes() + rows.columns().keyBytes();
    }

    /** By month, the rows that a query finds. */
    Map<MonthRows, BitSet> rowsOf(DayQuery query) {
        return rows.rows(query.rows(), search(query));
    }

    MonthlyColumns columns() {
        return rows.columns();
    }

    private RowSearch search(DayQuery query) {
        return rows.search(query.rows(), (month, passing) -> {});
    }

    private static DayRecord record(MonthRows month, int row, RowValues values) {
        return new DayRecord(KeySearch.day(month, row), values);
    }
}
