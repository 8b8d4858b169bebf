package io.tapelake.jobs.verify;

import io.tapelake.jobs.csv.CsvBar;
import io.tapelake.lake.LakeTable;
import java.util.List;
import org.apache.spark.unsafe.types.UTF8String;

/** The values that a bar of a CSV file has in its table. Not thread-safe. */
final class CsvBarValues implements RowValues {

    private static final long NS_PER_MICRO = 1_000;

    private final List<String> columns;
    private final UTF8String dataset;
    private final UTF8String symbol;
    private CsvBar bar;
    private int epochDay;

    CsvBarValues(LakeTable table, String dataset, String symbol) {
        this.columns = table.columnNames();
        this.dataset = UTF8String.fromString(dataset);
        this.symbol = UTF8String.fromString(symbol);
    }

    CsvBarValues at(CsvBar now, int tradeDate) {
        bar = now;
        epochDay = tradeDate;
        return this;
    }

    @Override
    public boolean isNull(int column) {
        return columns.get(column).equals("file_id");
    }

    @Override
    public long number(int column) {
        return switch (columns.get(column)) {
            case "trade_date" -> epochDay;
            case "publisher" -> 0;
            case "bar_start_ns" -> bar.startNs();
            case "bar_start" -> bar.startNs() / NS_PER_MICRO;
            case "open" -> bar.openNanos();
            case "high" -> bar.highNanos();
            case "low" -> bar.lowNanos();
            case "close" -> bar.closeNanos();
            case "volume" -> bar.volume();
            default -> throw new IllegalStateException("a bar has no number for the column " + columns.get(column));
        };
    }

    @Override
    public UTF8String text(int column) {
        return columns.get(column).equals("dataset") ? dataset : symbol;
    }
}
