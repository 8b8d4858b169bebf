package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Candle;
import io.tapelake.cli.explain.ExplainedDay.Event;
import io.tapelake.model.DaySessions;
import io.tapelake.model.NewYork;
import java.time.ZonedDateTime;
import java.util.List;

/**
 * The picture of one view: price on top, then phases and events as lanes, setup_quality of reset points, volume, and the
 * time of New York. Sizes are in the units of the picture; the page scales it.
 */
final class DayChart {

    static final double WIDTH = 1240;
    static final double LEFT = 86;
    static final double RIGHT = WIDTH - 64;

    private static final double PRICE_HEIGHT = 380;
    private static final double RESET_HEIGHT = 84;
    private static final double VOLUME_HEIGHT = 84;
    private static final double GAP = 12;
    private static final double TIME_HEIGHT = 26;
    private static final long MOST_TIMES = 16;
    private static final int[] STEPS_MINUTES = {1, 2, 5, 10, 15, 30, 60};

    private final ExplainedDay day;
    private final View view;
    private final TimeAxis time;
    private final List<Candle> candles;

    private DayChart(ExplainedDay day, View view) {
        this.day = day;
        this.view = view;
        this.time = new TimeAxis(view, LEFT, RIGHT);
        this.candles =
                day.candles().stream().filter(c -> view.holds(c.startNs())).toList();
    }

    /** An {@code svg} element. Marks carry {@code data-i}: e0, e1 ... for events, r0, r1 ... for reset points. */
    static Markup of(ExplainedDay day, View view) {
        return new DayChart(day, view).draw();
    }

    private Markup draw() {
        Markup body = new Markup();
        double top = GAP;
        PricePanel price = PricePanel.of(day, view, time, candles, top, top + PRICE_HEIGHT);
        price.draw(body);
        top += PRICE_HEIGHT + GAP;
        LanePanel lanes = LanePanel.of(day, view, time, top);
        lanes.draw(body);
        top = lanes.bottom() + GAP;
        if (!day.resetPoints().isEmpty()) {
            ResetPanel.draw(day, view, time, top, top + RESET_HEIGHT, body);
            top += RESET_HEIGHT + GAP;
        }
        VolumePanel.draw(candles, time, top, top + VOLUME_HEIGHT, body);
        double bottom = top + VOLUME_HEIGHT;
        body.empty("line", "class", "cross", "x1", -1.0, "x2", -1.0, "y1", GAP, "y2", bottom);

        String label = "Chart of " + day.symbol() + ", " + view.name();
        return new Markup()
                .open(
                        "svg",
                        "class",
                        "chart",
                        "viewBox",
                        "0 0 " + Markup.plain(WIDTH) + " " + Markup.plain(bottom + TIME_HEIGHT),
                        "role",
                        "img",
                        "aria-label",
                        label,
                        "data-t0",
                        view.fromNs() / 1_000_000,
                        "data-t1",
                        view.toNs() / 1_000_000,
                        "data-x0",
                        LEFT,
                        "data-x1",
                        RIGHT)
                .raw(sessions(bottom))
                .raw(halts(bottom))
                .raw(times(bottom))
                .raw(body)
                .close("svg");
    }

    /** What lies outside the regular session is shaded. */
    private Markup sessions(double bottom) {
        Markup out = new Markup();
        DaySessions sessions = day.sessions();
        if (sessions != null) {
            band(out, "off", view.fromNs(), sessions.openNs(), bottom);
            band(out, "off", sessions.closeNs(), view.toNs(), bottom);
        }
        return out;
    }

    private Markup halts(double bottom) {
        Markup out = new Markup();
        for (Event event : day.events()) {
            if (event.kind().equals("halt")) {
                band(out, "halt", event.startNs(), event.endNs(), bottom);
            }
        }
        return out;
    }

    private void band(Markup out, String style, long fromNs, long toNs, double bottom) {
        double left = time.within(fromNs);
        double right = time.within(toNs);
        if (right > left) {
            out.empty("rect", "class", style, "x", left, "y", GAP, "width", right - left, "height", bottom - GAP);
        }
    }

    private Markup times(double bottom) {
        Markup out = new Markup();
        long step = step() * View.MINUTE_NS;
        long midnight = NewYork.startOfDayNs(day.date());
        for (long t = midnight + Math.floorDiv(view.fromNs() - midnight + step - 1, step) * step;
                t <= view.toNs();
                t += step) {
            double x = time.at(t);
            ZonedDateTime at = NewYork.at(t);
            out.empty("line", "class", "grid", "x1", x, "x2", x, "y1", GAP, "y2", bottom);
            out.text(
                    "text",
                    Shown.time(t),
                    "class",
                    at.getMinute() == 0 ? "time hour" : "time",
                    "x",
                    x,
                    "y",
                    bottom + 17);
        }
        return out;
    }

    private long step() {
        long minutes = (view.toNs() - view.fromNs()) / View.MINUTE_NS;
        for (int step : STEPS_MINUTES) {
            if (minutes <= MOST_TIMES * step) {
                return step;
            }
        }
        return STEPS_MINUTES[STEPS_MINUTES.length - 1];
    }
}
