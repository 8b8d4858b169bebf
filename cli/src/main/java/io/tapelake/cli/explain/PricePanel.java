package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.BadPrint;
import io.tapelake.cli.explain.ExplainedDay.Candle;
import io.tapelake.cli.explain.ExplainedDay.Level;
import io.tapelake.cli.explain.ExplainedDay.Phase;
import io.tapelake.cli.explain.ExplainedDay.ResetPoint;
import java.util.List;

/** Candles, average price, levels, bad prints, and a dot where a selected reset point lies. */
final class PricePanel {

    private static final double MARGIN = 0.04;
    private static final int MOST_PRICES = 9;
    /** A gap of this many minutes without a trade interrupts the line of the average price. */
    private static final long BREAK_NS = 10 * View.MINUTE_NS;

    private static final double LABEL_HEIGHT = 11;

    private final ExplainedDay day;
    private final View view;
    private final TimeAxis time;
    private final Axis price;
    private final List<Candle> candles;
    private final double body;

    private PricePanel(ExplainedDay day, View view, TimeAxis time, Axis price, List<Candle> candles) {
        this.day = day;
        this.view = view;
        this.time = time;
        this.price = price;
        this.candles = candles;
        this.body = Math.max(0.6, 0.7 * time.minute());
    }

    static PricePanel of(ExplainedDay day, View view, TimeAxis time, List<Candle> candles, double top, double bottom) {
        double low = candles.stream().mapToDouble(Candle::low).min().orElse(0);
        double high = candles.stream().mapToDouble(Candle::high).max().orElse(1);
        double margin = high > low ? (high - low) * MARGIN : Math.max(high * MARGIN, 1e-9);
        return new PricePanel(day, view, time, new Axis(low - margin, high + margin, bottom, top), candles);
    }

    void draw(Markup out) {
        phases(out);
        grid(out);
        levels(out);
        candles(out);
        vwap(out);
        badPrints(out);
        resetPoints(out);
        out.empty(
                "rect",
                "class",
                "frame",
                "x",
                DayChart.LEFT,
                "y",
                price.atHigh(),
                "width",
                DayChart.RIGHT - DayChart.LEFT,
                "height",
                price.atLow() - price.atHigh());
    }

    private void phases(Markup out) {
        for (Phase phase : day.phases()) {
            double left = time.within(phase.startNs());
            double right = time.within(phase.endNs());
            if (right > left) {
                out.empty(
                        "rect",
                        "class",
                        "shade ph-" + phase.name(),
                        "x",
                        left,
                        "y",
                        price.atHigh(),
                        "width",
                        right - left,
                        "height",
                        price.atLow() - price.atHigh());
            }
        }
    }

    private void grid(Markup out) {
        for (double tick : price.ticks(MOST_PRICES)) {
            double y = price.at(tick);
            out.empty("line", "class", "grid", "x1", DayChart.LEFT, "x2", DayChart.RIGHT, "y1", y, "y2", y);
            out.text("text", Shown.price(tick), "class", "axis", "x", DayChart.RIGHT + 6, "y", y + 4);
        }
    }

    /** Names stand at the left edge, pushed apart where levels lie close together. */
    private void levels(Markup out) {
        List<Level> shown = day.levels().stream()
                .filter(level -> price.holds(level.price()))
                .sorted((a, b) -> Double.compare(b.price(), a.price()))
                .toList();
        double free = price.atHigh() + LABEL_HEIGHT;
        for (Level level : shown) {
            double y = price.at(level.price());
            out.open("g", "class", "level")
                    .text("title", level.name() + " " + Shown.price(level.price()))
                    .empty("line", "x1", DayChart.LEFT, "x2", DayChart.RIGHT, "y1", y, "y2", y);
            double baseline = Math.max(y + 4, free);
            out.text("text", level.name(), "x", DayChart.LEFT - 5, "y", baseline)
                    .close("g");
            free = baseline + LABEL_HEIGHT;
        }
    }

    /** One path for all wicks and one for all bodies of a colour keeps the page small. */
    private void candles(Markup out) {
        for (boolean up : new boolean[] {true, false}) {
            StringBuilder wicks = new StringBuilder();
            StringBuilder bodies = new StringBuilder();
            for (Candle c : candles) {
                if (c.close() >= c.open() != up) {
                    continue;
                }
                double x = time.at(c.startNs() + View.MINUTE_NS / 2);
                wicks.append('M').append(px(x)).append(' ').append(px(price.at(c.high())));
                wicks.append('V').append(px(price.at(c.low())));
                double y = price.at(Math.max(c.open(), c.close()));
                double height = Math.max(1, price.at(Math.min(c.open(), c.close())) - y);
                bodies.append('M').append(px(x - body / 2)).append(' ').append(px(y));
                bodies.append('h').append(px(body)).append('v').append(px(height));
                bodies.append('h').append(px(-body)).append('z');
            }
            String colour = up ? "up" : "down";
            out.empty("path", "class", "wick " + colour, "d", wicks.toString());
            out.empty("path", "class", "body " + colour, "d", bodies.toString());
        }
    }

    private void vwap(Markup out) {
        StringBuilder line = new StringBuilder();
        long before = Long.MIN_VALUE;
        for (Candle c : candles) {
            if (!Double.isFinite(c.vwap()) || !price.holds(c.vwap())) {
                before = Long.MIN_VALUE;
                continue;
            }
            boolean go = before == Long.MIN_VALUE || c.startNs() - before > BREAK_NS;
            line.append(go ? 'M' : 'L').append(px(time.at(c.startNs() + View.MINUTE_NS)));
            line.append(' ').append(px(price.at(c.vwap())));
            before = c.startNs();
        }
        out.empty("path", "class", "vwap", "d", line.toString());
    }

    /** One that is off the scale is drawn at the edge, as an arrow that points at it. */
    private void badPrints(Markup out) {
        for (BadPrint bad : day.badPrints()) {
            if (!view.holds(bad.timeNs())) {
                continue;
            }
            double x = time.at(bad.timeNs());
            out.open("g", "class", "bad")
                    .text(
                            "title",
                            "bad print, left out: " + Shown.price(bad.price()) + " at " + Shown.time(bad.timeNs()));
            if (price.holds(bad.price())) {
                out.empty("circle", "cx", x, "cy", price.at(bad.price()), "r", 4);
            } else {
                boolean above = bad.price() > price.high();
                double y = above ? price.atHigh() + 2 : price.atLow() - 2;
                double base = above ? y + 8 : y - 8;
                out.empty(
                        "path",
                        "d",
                        "M" + px(x) + " " + px(y) + "L" + px(x - 5) + " " + px(base) + "H" + px(x + 5) + "z");
                out.text(
                        "text",
                        Shown.price(bad.price()),
                        "x",
                        x + 8,
                        "y",
                        above ? price.atHigh() + 11 : price.atLow() - 4);
            }
            out.close("g");
        }
    }

    private void resetPoints(Markup out) {
        for (int i = 0; i < day.resetPoints().size(); i++) {
            ResetPoint point = day.resetPoints().get(i);
            if (point.selected() && view.holds(point.decisionNs()) && price.holds(point.price())) {
                ResetPanel.mark(out, i, point, time.at(point.decisionNs()), price.at(point.price()), 3.6);
            }
        }
    }

    private static String px(double value) {
        return Markup.plain(value);
    }
}
