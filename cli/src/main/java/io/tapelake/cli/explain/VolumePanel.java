package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Candle;
import java.util.List;

/** Shares of each minute. A few giants, such as the auctions, are cut off so that the rest can be seen. */
final class VolumePanel {

    private static final double QUANTILE = 0.99;
    private static final double ABOVE_QUANTILE = 1.6;

    private VolumePanel() {}

    static void draw(List<Candle> candles, TimeAxis time, double top, double bottom, Markup out) {
        out.empty(
                "rect",
                "class",
                "frame",
                "x",
                DayChart.LEFT,
                "y",
                top,
                "width",
                DayChart.RIGHT - DayChart.LEFT,
                "height",
                bottom - top);
        out.text("text", "volume", "class", "name", "x", DayChart.LEFT - 5, "y", (top + bottom) / 2 + 4);
        long most = highest(candles);
        if (most == 0) {
            return;
        }
        out.text("text", Shown.count(most), "class", "axis", "x", DayChart.RIGHT + 6, "y", top + 10);
        Axis volume = new Axis(0, (double) most, bottom, top);
        double width = Math.max(0.6, 0.7 * time.minute());
        for (boolean up : new boolean[] {true, false}) {
            StringBuilder bars = new StringBuilder();
            StringBuilder cut = new StringBuilder();
            for (Candle c : candles) {
                if (c.close() >= c.open() != up || c.volume() <= 0) {
                    continue;
                }
                double x = time.at(c.startNs() + View.MINUTE_NS / 2) - width / 2;
                double y = volume.at((double) Math.min(c.volume(), most));
                bars.append('M').append(Markup.plain(x)).append(' ').append(Markup.plain(bottom));
                bars.append('V').append(Markup.plain(y)).append('h').append(Markup.plain(width));
                bars.append('V').append(Markup.plain(bottom)).append('z');
                if (c.volume() > most) {
                    cut.append('M').append(Markup.plain(x - 2)).append(' ').append(Markup.plain(top + 4));
                    cut.append('h').append(Markup.plain(width + 4));
                }
            }
            out.empty("path", "class", "body soft " + (up ? "up" : "down"), "d", bars.toString());
            out.empty("path", "class", "cut", "d", cut.toString());
        }
    }

    private static long highest(List<Candle> candles) {
        long[] sorted = candles.stream().mapToLong(Candle::volume).sorted().toArray();
        if (sorted.length == 0) {
            return 0;
        }
        long max = sorted[sorted.length - 1];
        long usual = sorted[(int) (QUANTILE * (sorted.length - 1))];
        return max > 2 * ABOVE_QUANTILE * usual && usual > 0 ? (long) (ABOVE_QUANTILE * usual) : max;
    }
}
