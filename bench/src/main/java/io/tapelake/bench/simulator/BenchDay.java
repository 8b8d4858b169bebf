package io.tapelake.bench.simulator;

import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import io.tapelake.model.SymbolDay;
import io.tapelake.simulator.DayStore;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.SimulatorDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A day to measure on, by a text that goes to other processes: {@code busy:QUOTES}, or {@code lake|FOLDER|DATE|DATASET|SYMBOL}.
 */
record BenchDay(String text) {

    static BenchDay busy(long quotes) {
        return new BenchDay("busy:" + quotes);
    }

    static BenchDay of(String lake, SymbolDay key) {
        return new BenchDay("lake|" + lake + "|" + key.tradeDate() + "|" + key.dataset() + "|" + key.symbol());
    }

    /** The days of a lake with the most quotes, most first. */
    static List<BenchDay> largest(String lake, int count) {
        record Sized(SymbolDay key, long quotes) {}
        LakeRun run = Lake.open(lake).latest();
        List<Sized> days = new ArrayList<>();
        try (RowCursor row = TableScan.of(run.table(Tables.DAY_STATS))
                .columns("trade_date", "dataset", "symbol", "quote_rows")
                .open()) {
            while (row.next()) {
                SymbolDay key = new SymbolDay(LocalDate.ofEpochDay(row.longAt(0)), row.textAt(1), row.textAt(2));
                days.add(new Sized(key, row.longAt(3)));
            }
        }
        return days.stream()
                .sorted(Comparator.comparingLong(Sized::quotes).reversed())
                .limit(count)
                .map(day -> of(lake, day.key()))
                .toList();
    }

    /** A short name for figures. */
    String name() {
        return text.startsWith("busy:")
                ? "busy"
                : text.substring(text.lastIndexOf('|') + 1).toLowerCase(java.util.Locale.ROOT);
    }

    boolean isOfLake() {
        return text.startsWith("lake|");
    }

    SimulatorDay load() {
        if (!isOfLake()) {
            return BusyDay.of(Long.parseLong(text.substring("busy:".length())));
        }
        String[] parts = text.split("\\|", -1);
        SymbolDay key = new SymbolDay(LocalDate.parse(parts[2]), parts[3], parts[4]);
        return DayStore.of(Lake.open(parts[1]).latest(), DaySettings.defaults()).load(key);
    }
}
