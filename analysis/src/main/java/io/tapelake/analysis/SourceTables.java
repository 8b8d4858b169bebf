package io.tapelake.analysis;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.scanner.SourceSchema;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables that a symbol-day is folded from. */
public final class SourceTables {

    /** All of them. */
    public static final List<LakeTable> ALL = List.of(
            Tables.TRADES,
            Tables.QUOTES,
            Tables.BARS_1S,
            Tables.BARS_1M,
            Tables.BARS_1H,
            Tables.BARS_1D,
            Tables.STATUS);

    private static final Map<SourceSchema, LakeTable> BARS = Map.of(
            SourceSchema.OHLCV_1S, Tables.BARS_1S,
            SourceSchema.OHLCV_1M, Tables.BARS_1M,
            SourceSchema.OHLCV_1H, Tables.BARS_1H,
            SourceSchema.OHLCV_1D, Tables.BARS_1D);

    private SourceTables() {}

    /** The table of a schema of bars; null for other schemas. */
    public static LakeTable bars(SourceSchema schema) {
        return BARS.get(schema);
    }

    /** The files of a date, by name of the table; tables without a file of the date are absent. */
    public static Map<String, List<DataFile>> files(LakeRun run, LocalDate date) {
        Map<String, List<DataFile>> files = new HashMap<>();
        for (LakeTable table : ALL) {
            List<DataFile> held = run.has(table) ? run.table(table).files(date) : List.of();
            if (!held.isEmpty()) {
                files.put(table.name(), held);
            }
        }
        return files;
    }
}
