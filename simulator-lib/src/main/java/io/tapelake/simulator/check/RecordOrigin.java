package io.tapelake.simulator.check;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import io.tapelake.model.SymbolDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the rows of a day came from: file and record. Reads the lake at each question. Thread-safe. */
public final class RecordOrigin {
    private final LakeRun run;
    private final SymbolDay key;

    private RecordOrigin(LakeRun run, SymbolDay key) {
        this.run = run;
        this.key = key;
    }

    /** Origins of the rows of a symbol-day of a run. */
    public static RecordOrigin of(LakeRun run, SymbolDay key) {
        return new RecordOrigin(run, key);
    }

    /**
     * A record of a file that was taken in.
     *
     * @param table the table that holds it
     * @param file the path under which the file was taken in; its id when that is not known
     * @param recordIndex its ordinal in the file, from 0; -1 for bars, of which the table keeps the file only
     */
    public record Place(String table, String file, long recordIndex) {
        @Override
        public String toString() {
            return table + " " + file + (recordIndex < 0 ? "" : " record " + recordIndex);
        }
    }

    /** The trade of a publisher that was received at an instant, nanoseconds UTC; the first of several. */
    public Optional<Place> trade(long tsRecvNs, int publisher, long shares) {
        return first(
                find(Tables.TRADES, "ts_recv_ns", tsRecvNs, publisher, Condition.between("size", shares, shares)),
                () -> find(Tables.QUOTES, "ts_recv_ns", tsRecvNs, publisher, Condition.equal("action", "T")));
    }

    /** The quote of a publisher that was received at an instant; the last of several. */
    public Optional<Place> quote(long tsRecvNs, int publisher) {
        List<Place> found = find(Tables.QUOTES, "ts_recv_ns", tsRecvNs, publisher, null);
        return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
    }

    /** The status record that was received at an instant. */
    public Optional<Place> status(long tsRecvNs) {
        return find(Tables.STATUS, "ts_recv_ns", tsRecvNs, -1, null).stream().findFirst();
    }

    /** The bar that ended at an instant. */
    public Optional<Place> barEndingAt(long endNs) {
        return first(
                find(Tables.BARS_1S, "bar_start_ns", endNs - 1_000_000_000L, -1, null),
                () -> find(Tables.BARS_1M, "bar_start_ns", endNs - 60_000_000_000L, -1, null));
    }

    private static Optional<Place> first(List<Place> places, java.util.function.Supplier<List<Place>> otherwise) {
        return (places.isEmpty() ? otherwise.get() : places).stream().findFirst();
    }

    private List<Place> find(LakeTable table, String time, long ns, int publisher, Condition more) {
        List<Place> places = new ArrayList<>();
        if (!run.has(table)) {
            return places;
        }
        boolean indexed = table.columnNames().contains("record_index");
        List<DataFile> files = run.table(table).files(key.tradeDate());
        TableScan scan = TableScan.of(run.storage(), table, files)
                .columns(indexed ? List.of("file_id", "record_index") : List.of("file_id"))
                .where(Condition.equal("symbol", key.symbol()))
                .where(Condition.equal("dataset", key.dataset()))
                .where(Condition.between(time, ns, ns))
                .inOrder();
        scan = publisher < 0 ? scan : scan.where(Condition.between("publisher", publisher, publisher));
        scan = more == null ? scan : scan.where(more);
        try (RowCursor row = scan.open()) {
            while (row.next()) {
                places.add(new Place(table.name(), path(row.longAt(0)), indexed ? row.longAt(1) : -1));
            }
        }
        return places;
    }

    private String path(long fileId) {
        if (run.has(Tables.INGESTED_FILES)) {
            try (RowCursor row = TableScan.of(run.table(Tables.INGESTED_FILES))
                    .columns("path")
                    .where(Condition.between("file_id", fileId, fileId))
                    .open()) {
                if (row.next()) {
                    return row.textAt(0);
                }
            }
        }
        return "file " + fileId;
    }
}
