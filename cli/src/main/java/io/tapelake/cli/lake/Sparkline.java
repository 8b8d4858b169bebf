package io.tapelake.cli.lake;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.SymbolDayReader;
import io.tapelake.model.BarSeries;
import io.tapelake.model.SymbolDay;
import java.util.Arrays;
import java.util.List;

/** A symbol-day's prices as a line of block characters, time from left to right in even steps. */
public final class Sparkline {

    private static final String BLOCKS = "▁▂▃▄▅▆▇█";
    private static final List<LakeTable> FINEST_FIRST = List.of(Tables.BARS_1S, Tables.BARS_1M, Tables.BARS_1H);

    private Sparkline() {}

    /** The line of a day's closes from the finest bars the run has; empty if it has none. */
    public static String of(LakeRun run, SymbolDay day, int width) {
        for (LakeTable table : FINEST_FIRST) {
            if (run.has(table)) {
                BarSeries bars = SymbolDayReader.of(run).bars(table, day);
                if (bars.size() > 0) {
                    return draw(closes(bars, width));
                }
            }
        }
        return "";
    }

    /** The last close of each of {@code width} even stretches of time; a stretch without a bar carries the one before. */
    private static long[] closes(BarSeries bars, int width) {
        long first = bars.barStartNs(0);
        long span = bars.barStartNs(bars.size() - 1) - first + 1;
        long[] closes = new long[width];
        Arrays.fill(closes, Long.MIN_VALUE);
        for (int i = 0; i < bars.size(); i++) {
            closes[(int) ((double) (bars.barStartNs(i) - first) / span * width)] = bars.closeNanos(i);
        }
        for (int i = 1; i < width; i++) {
            if (closes[i] == Long.MIN_VALUE) {
                closes[i] = closes[i - 1];
            }
        }
        return closes;
    }

    /** Values as blocks, the lowest as the lowest block. */
    static String draw(long[] values) {
        long low = Arrays.stream(values).min().orElse(0);
        long high = Arrays.stream(values).max().orElse(0);
        StringBuilder line = new StringBuilder(values.length);
        for (long value : values) {
            int level = high == low ? 0 : (int) ((double) (value - low) / (high - low) * (BLOCKS.length() - 1) + 0.5);
            line.append(BLOCKS.charAt(level));
        }
        return line.toString();
    }
}
