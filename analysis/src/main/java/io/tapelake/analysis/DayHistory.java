package io.tapelake.analysis;

import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import io.tapelake.model.CorporateAction;
import io.tapelake.model.Prices;
import io.tapelake.model.Securities;
import io.tapelake.model.SecurityName;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayStats;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** What tables of a run know of a security beside the day itself. Thread-safe. */
public final class DayHistory {

    private static final String COMPLETE = "complete";
    private static final String VENDOR_DEGRADED = "vendor-degraded";

    private final LakeRun run;

    /** Read at the first need, then kept: a run does not change. */
    private volatile Securities securities;

    /** What this run knows. Nothing is read yet. */
    public DayHistory(LakeRun run) {
        this.run = run;
    }

    /**
     * The last days before a day that had a source, of its security under whatever name, in date order; fewer where the table
     * has no more. Months are read backwards until there are enough.
     */
    public List<DayStats> before(SymbolDay day, int count) {
        List<DayStats> found = new ArrayList<>();
        if (!run.has(Tables.DAY_STATS)) {
            return found;
        }
        TreeMap<String, List<DataFile>> months = new TreeMap<>();
        for (DataFile file : run.table(Tables.DAY_STATS).files(LocalDate.EPOCH, day.tradeDate())) {
            months.computeIfAbsent(file.partitionValue(), m -> new ArrayList<>())
                    .add(file);
        }
        RecordRows<DayStats> stats = new RecordRows<>(DayStats.class);
        for (List<DataFile> month : months.descendingMap().values()) {
            if (found.size() >= count) {
                break;
            }
            for (SecurityName name : securities().namesOf(day.symbol(), day.tradeDate())) {
                add(month, day, name, stats, found);
            }
        }
        found.sort(Comparator.comparing(DayStats::tradeDate));
        return found.subList(Math.max(0, found.size() - count), found.size());
    }

    private void add(
            List<DataFile> month, SymbolDay day, SecurityName name, RecordRows<DayStats> stats, List<DayStats> found) {
        LocalDate from = name.from().isBefore(LocalDate.EPOCH) ? LocalDate.EPOCH : name.from();
        LocalDate last = name.covers(day.tradeDate()) || name.to() == null ? day.tradeDate() : name.to();
        if (!from.isBefore(last) || last.isAfter(day.tradeDate())) {
            return;
        }
        SymbolDay named = new SymbolDay(day.tradeDate(), day.dataset(), name.symbol());
        try (RowCursor row = rows(month, named, from, last.minusDays(1), stats.columns())) {
            while (row.next()) {
                DayStats one = stats.at(row);
                if (one.hasSource()) {
                    found.add(one);
                }
            }
        }
    }

    /** Where the data of a day ends; {@code Long.MAX_VALUE} when it is complete, or when nothing is known. */
    public long coveredUntilNs(SymbolDay day) {
        if (!run.has(Tables.DAY_STATS)) {
            return Long.MAX_VALUE;
        }
        List<DataFile> files = run.table(Tables.DAY_STATS).files(day.tradeDate());
        try (RowCursor row = rows(files, day, day.tradeDate(), day.tradeDate(), "state", "covered_until_ns")) {
            return row.next() && !COMPLETE.equals(row.textAt(0)) && !row.isNullAt(1) ? row.longAt(1) : Long.MAX_VALUE;
        }
    }

    /** What the run holds doubtful about a day that its rows do not show. */
    public Set<String> doubts(SymbolDay day) {
        if (!run.has(Tables.DAY_STATS)) {
            return Set.of();
        }
        List<DataFile> files = run.table(Tables.DAY_STATS).files(day.tradeDate());
        try (RowCursor row = rows(files, day, day.tradeDate(), day.tradeDate(), "quality_flags")) {
            boolean degraded = row.next() && List.of(row.textAt(0).split(",")).contains(VENDOR_DEGRADED);
            return degraded ? Set.of(VENDOR_DEGRADED) : Set.of();
        }
    }

    /** The probability with which an ordinary day was drawn as control; 0 when it was not. */
    double drawnWith(SymbolDay day) {
        if (!run.has(Tables.DAY_INDEX)) {
            return 0;
        }
        List<DataFile> files = run.table(Tables.DAY_INDEX).files(day.tradeDate());
        try (RowCursor row = TableScan.of(run.storage(), Tables.DAY_INDEX, files)
                .columns("inclusion_probability")
                .where(Condition.equal("symbol", day.symbol()))
                .where(Condition.equal("dataset", day.dataset()))
                .where(Condition.equal("kind", "control"))
                .where(on(day.tradeDate(), day.tradeDate()))
                .open()) {
            return row.next() ? row.doubleAt(0) : 0;
        }
    }

    /** The splits of the security that a symbol is on the day. */
    public List<CorporateAction> splits(SymbolDay day) {
        return securities().splitsOf(securities().securityOf(day.symbol(), day.tradeDate()));
    }

    /** The names and splits of the run. */
    public Securities securities() {
        if (securities == null) {
            securities = Securities.of(names(), splits());
        }
        return securities;
    }

    private List<SecurityName> names() {
        List<SecurityName> names = new ArrayList<>();
        if (!run.has(Tables.SYMBOLOGY)) {
            return names;
        }
        try (RowCursor row = TableScan.of(run.table(Tables.SYMBOLOGY))
                .columns("security_id", "symbol", "from_date", "to_date")
                .open()) {
            while (row.next()) {
                LocalDate to = row.isNullAt(3) ? null : LocalDate.ofEpochDay(row.longAt(3));
                names.add(new SecurityName(row.textAt(0), row.textAt(1), LocalDate.ofEpochDay(row.longAt(2)), to));
            }
        }
        return names;
    }

    private List<CorporateAction> splits() {
        List<CorporateAction> splits = new ArrayList<>();
        if (!run.has(Tables.CORPORATE_ACTIONS)) {
            return splits;
        }
        try (RowCursor row = TableScan.of(run.table(Tables.CORPORATE_ACTIONS))
                .columns("ex_date", "ratio", "symbol", "security_id")
                .where(Condition.equal("type", "split"))
                .open()) {
            while (row.next()) {
                splits.add(CorporateAction.split(
                                row.textAt(2), LocalDate.ofEpochDay(row.longAt(0)), Prices.toDecimal(row.longAt(1)))
                        .of(row.isNullAt(3) ? null : row.textAt(3)));
            }
        }
        return splits;
    }

    private RowCursor rows(List<DataFile> files, SymbolDay day, LocalDate from, LocalDate to, String... columns) {
        return TableScan.of(run.storage(), Tables.DAY_STATS, files)
                .columns(columns)
                .where(Condition.equal("symbol", day.symbol()))
                .where(Condition.equal("dataset", day.dataset()))
                .where(on(from, to))
                .open();
    }

    private static Condition on(LocalDate from, LocalDate to) {
        return Condition.between("trade_date", from.toEpochDay(), to.toEpochDay());
    }
}
