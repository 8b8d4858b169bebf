package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.ResetPoint;

/** Every reset point at its time and the height of its setup_quality: selected ones filled, the others hollow. */
final class ResetPanel {

    /** Classes q0 to q4 of the style sheet. */
    static final int COLOURS = 5;

    private static final double[] LINES = {0, 0.5, 1};

    private ResetPanel() {}

    static void draw(ExplainedDay day, View view, TimeAxis time, double top, double bottom, Markup out) {
        Axis quality = new Axis(0, 1, bottom - 6, top + 6);
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
        for (double line : LINES) {
            double y = quality.at(line);
            out.empty("line", "class", "grid", "x1", DayChart.LEFT, "x2", DayChart.RIGHT, "y1", y, "y2", y);
            out.text("text", Shown.price(line), "class", "axis", "x", DayChart.RIGHT + 6, "y", y + 4);
        }
        double middle = (top + bottom) / 2;
        out.text("text", "setup", "class", "name", "x", DayChart.LEFT - 5, "y", middle - 3);
        out.text("text", "quality", "class", "name", "x", DayChart.LEFT - 5, "y", middle + 10);
        for (boolean selected : new boolean[] {false, true}) {
            for (int i = 0; i < day.resetPoints().size(); i++) {
                ResetPoint point = day.resetPoints().get(i);
                if (point.selected() == selected && view.holds(point.decisionNs())) {
                    double shown = Math.max(0, Math.min(1, point.setupQuality()));
                    mark(out, i, point, time.at(point.decisionNs()), quality.at(Double.isNaN(shown) ? 0 : shown), 4);
                }
            }
        }
    }

    static void mark(Markup out, int index, ResetPoint point, double x, double y, double radius) {
        out.empty(
                "circle",
                "class",
                (point.selected() ? "reset taken " : "reset ") + colour(point.setupQuality()),
                "data-i",
                "r" + index,
                "cx",
                x,
                "cy",
                y,
                "r",
                radius);
    }

    static String colour(double quality) {
        int step = Double.isNaN(quality) ? 0 : (int) (quality * COLOURS);
        return "q" + Math.max(0, Math.min(COLOURS - 1, step));
    }
}
