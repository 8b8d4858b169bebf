package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.NearMisses;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.TableSnapshot;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import io.tapelake.model.SymbolDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The symbol-days that a run has measured, by its table {@code day_stats}; says what is near when one is not there. */
final class KnownDays {

    private static final int NEAREST = 3;

    private final LakeRun run;

    private KnownDays(LakeRun run) {
        this.run = run;
    }

    static KnownDays of(LakeRun run) {
        return new KnownDays(run);
    }

    /**
     * The one symbol-day that is meant.
     *
     * @param dataset null when there can be only one
     * @throws CommandException naming the nearest dates, the nearest symbols, or the datasets to choose from
     */
    SymbolDay find(String symbol, LocalDate date, String dataset) {
        NavigableSet<LocalDate> dates = new TreeSet<>();
        NavigableSet<String> datasets = new TreeSet<>();
        TableSnapshot table = table();
        try (RowCursor row = TableScan.of(table)
                .columns("trade_date", "dataset")
                .where(Condition.equal("symbol", symbol))
                .open()) {
            while (row.next()) {
                LocalDate day = LocalDate.ofEpochDay(row.longAt(0));
                if (dataset == null || dataset.equals(row.textAt(1))) {
                    dates.add(day);
                }
                if (day.equals(date)) {
                    datasets.add(row.textAt(1));
                }
            }
        }
        if (dataset != null ? datasets.contains(dataset) : datasets.size() == 1) {
            return new SymbolDay(date, dataset == null ? datasets.first() : dataset, symbol);
        }
        if (dataset == null && datasets.size() > 1) {
            throw CommandException.usage(symbol + " has " + date + " in several datasets: "
                    + String.join(", ", datasets) + "; choose one with --dataset");
        }
        throw CommandException.missingInput(dates.isEmpty() ? noSymbol(symbol, dataset) : noDate(symbol, date, dates));
    }

    private TableSnapshot table() {
        if (!run.has(Tables.DAY_STATS)) {
            throw CommandException.missingInput(
                    "run " + run.id() + " of lake " + run.root() + " has no table day_stats; 'tapelake scan' makes it");
        }
        try {
            return run.table(Tables.DAY_STATS);
        } catch (LakeException e) {
            throw CommandException.missingInput(e.getMessage());
        }
    }

    private String noDate(String symbol, LocalDate date, NavigableSet<LocalDate> dates) {
        Stream<LocalDate> before =
                dates.headSet(date, false).descendingSet().stream().limit(NEAREST);
        Stream<LocalDate> after = dates.tailSet(date, false).stream().limit(NEAREST);
        String nearest =
                Stream.concat(before, after).sorted().map(LocalDate::toString).collect(Collectors.joining(", "));
        return symbol + " has no data on " + date + " in run " + run.id() + "; the nearest of its " + dates.size()
                + (dates.size() == 1 ? " date: " : " dates: ") + nearest;
    }

    private String noSymbol(String symbol, String dataset) {
        NavigableMap<String, String> symbols = symbolsByLowerCase();
        List<String> near = NearMisses.of(symbol, symbols.keySet());
        String hint = near.isEmpty()
                ? "; it has " + symbols.size() + ", such as "
                        + symbols.values().stream().limit(NEAREST).collect(Collectors.joining(", "))
                : "; did you mean " + near.stream().map(symbols::get).collect(Collectors.joining(" or ")) + "?";
        return "run " + run.id() + " of lake " + run.root() + " has no symbol '" + symbol + "'"
                + (dataset == null ? "" : " in dataset " + dataset) + (symbols.isEmpty() ? " nor any other" : hint);
    }

    /** Near misses are looked for in lower case. */
    private NavigableMap<String, String> symbolsByLowerCase() {
        NavigableMap<String, String> symbols = new TreeMap<>();
        try (RowCursor row = TableScan.of(table()).columns("symbol").open()) {
            while (row.next()) {
                symbols.put(row.textAt(0).toLowerCase(Locale.ROOT), row.textAt(0));
            }
        }
        return symbols;
    }
}
