package io.tapelake.jobs.publish;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Reads lakes over and over while others write to them, and looks whether a date is ever there in part. */
final class PollingReader implements AutoCloseable {

    private static final List<LakeTable> TABLES = List.of(Tables.BARS_1M, Tables.DAY_STATS);

    private final Map<LakeTable, Map<LocalDate, Long>> whole =
            new TreeMap<>(java.util.Comparator.comparing(LakeTable::name));
    private final Map<Path, String> found = new ConcurrentHashMap<>();
    private final Thread thread = new Thread(this::poll, "polling-reader");
    private volatile List<Path> roots = List.of();
    private volatile boolean closed;
    private volatile long polls;

    private PollingReader(Path undisturbed) {
        LakeRun run = Lake.open(undisturbed.toString()).latest();
        TABLES.forEach(table -> whole.put(table, rowsByDate(run, table)));
        thread.setDaemon(true);
    }

    /** A reader that knows from a lake which rows a whole date has. */
    static PollingReader knowing(Path undisturbed) {
        PollingReader reader = new PollingReader(undisturbed);
        reader.thread.start();
        return reader;
    }

    void read(List<Path> lakes) {
        roots = List.copyOf(lakes);
    }

    long polls() {
        return polls;
    }

    /** What it saw that must not be; empty if nothing. */
    Map<Path, String> found() {
        return Map.copyOf(found);
    }

    private void poll() {
        while (!closed) {
            for (Path root : roots) {
                look(root);
                polls++;
            }
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void look(Path root) {
        try {
            LakeRun run = Lake.open(root.toString()).latest();
            Map<LocalDate, Long> bars = rowsByDate(run, Tables.BARS_1M);
            for (LakeTable table : TABLES) {
                Map<LocalDate, Long> rows = rowsByDate(run, table);
                if (!rows.keySet().equals(bars.keySet())
                        || !whole.get(table).entrySet().containsAll(rows.entrySet())) {
                    found.put(
                            root, "run " + run.id() + ": " + table.name() + " has " + rows + " of " + whole.get(table));
                }
            }
        } catch (LakeException e) {
            if (!String.valueOf(e.getMessage()).startsWith("no published run")) {
                found.put(root, e.toString());
            }
        } catch (RuntimeException e) {
            found.put(root, e.toString());
        }
    }

    private static Map<LocalDate, Long> rowsByDate(LakeRun run, LakeTable table) {
        Map<LocalDate, Long> rows = new TreeMap<>();
        try (RowCursor cursor =
                TableScan.of(run.table(table)).columns("trade_date").open()) {
            while (cursor.next()) {
                rows.merge((LocalDate) cursor.valueAt(0), 1L, Long::sum);
            }
        }
        return rows;
    }

    @Override
    public void close() {
        closed = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
