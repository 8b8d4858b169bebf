package io.tapelake.cli.report;

import io.tapelake.cli.explain.Markup;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.SymbolDayReader;
import io.tapelake.model.BarSeries;
import io.tapelake.model.DaySessions;
import io.tapelake.model.Prices;
import io.tapelake.model.SessionCalendar;
import io.tapelake.model.SymbolDay;
import java.util.List;
import java.util.Optional;

/** The prices of a day as a small picture: time from 04:00 to 20:00 to the right, the regular session on a lighter ground. */
final class PriceLine {

    private static final double WIDTH = 300;
    private static final double HEIGHT = 84;
    private static final double MARGIN = 4;
    private static final long MINUTE_NS = 60_000_000_000L;
    private static final int MINUTES = 960;
    private static final List<LakeTable> FINEST_FIRST = List.of(Tables.BARS_1M, Tables.BARS_1S, Tables.BARS_1H);

    private PriceLine() {}

    /** An {@code svg} element; empty if the run has no bars of the day. */
    static Optional<Markup> of(LakeRun run, SymbolDay day, boolean rising) {
        DaySessions sessions =
                SessionCalendar.usEquities().findSessions(day.tradeDate()).orElse(null);
        if (sessions == null) {
            return Optional.empty();
        }
        for (LakeTable table : FINEST_FIRST) {
            if (run.has(table)) {
                BarSeries bars = SymbolDayReader.of(run).bars(table, day);
                if (bars.size() > 1) {
                    return Optional.of(draw(bars, sessions, day, rising));
                }
            }
        }
        return Optional.empty();
    }

    private static Markup draw(BarSeries bars, DaySessions sessions, SymbolDay day, boolean rising) {
        long first = io.tapelake.model.NewYork.toEpochNs(day.tradeDate(), java.time.LocalTime.of(4, 0));
        double[] closes = new double[MINUTES];
        java.util.Arrays.fill(closes, Double.NaN);
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < bars.size(); i++) {
            long minute = Math.floorDiv(bars.barStartNs(i) - first, MINUTE_NS);
            if (minute >= 0 && minute < MINUTES && bars.closeNanos(i) != Prices.UNDEF) {
                double close = bars.closeNanos(i) / 1e9;
                closes[(int) minute] = close;
                low = Math.min(low, close);
                high = Math.max(high, close);
            }
        }
        double scale = high > low ? (HEIGHT - 2 * MARGIN) / (high - low) : 0;
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < MINUTES; i++) {
            if (!Double.isNaN(closes[i])) {
                line.append(line.isEmpty() ? 'M' : 'L')
                        .append(Markup.plain(x(i)))
                        .append(' ')
                        .append(Markup.plain(HEIGHT - MARGIN - (closes[i] - low) * scale));
            }
        }
        double open = x((sessions.openNs() - first) / (double) MINUTE_NS);
        double close = x((sessions.closeNs() - first) / (double) MINUTE_NS);
        return new Markup()
                .open(
                        "svg",
                        "class",
                        "line",
                        "viewBox",
                        "0 0 " + Markup.plain(WIDTH) + " " + Markup.plain(HEIGHT),
                        "role",
                        "img",
                        "aria-label",
                        "Price of " + day.symbol() + " on " + day.tradeDate())
                .empty("rect", "class", "session", "x", open, "y", 0.0, "width", close - open, "height", HEIGHT)
                .empty("path", "class", rising ? "up" : "down", "d", line.toString())
                .close("svg");
    }

    private static double x(double minute) {
        return minute / MINUTES * WIDTH;
    }
}
