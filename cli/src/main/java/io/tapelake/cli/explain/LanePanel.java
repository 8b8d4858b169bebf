package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Event;
import io.tapelake.cli.explain.ExplainedDay.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A lane of phases, and below it a lane per kind of event that the day has, the same lanes in every view. */
final class LanePanel {

    /** The lanes from top to bottom: moves, then pauses, then marks. */
    private static final List<String> ORDER = List.of(
            "run",
            "halt",
            "gap",
            "breakout",
            "surge",
            "flush",
            "bounce",
            "consolidation",
            "squeeze",
            "accumulation",
            "dead_zone",
            "luld_touch",
            "bad_print",
            "opening_bell");

    private static final double LANE = 15;
    private static final double BAR = 9;
    /** What is shorter is drawn this wide, to be seen and to be pointed at. */
    private static final double SHORTEST = 3;
    /** A phase narrower than this has no room for its name. */
    private static final double LETTER = 6.2;

    private final ExplainedDay day;
    private final View view;
    private final TimeAxis time;
    private final double top;
    private final List<String> kinds;
    private final boolean hasPhases;

    private LanePanel(ExplainedDay day, View view, TimeAxis time, double top, List<String> kinds) {
        this.day = day;
        this.view = view;
        this.time = time;
        this.top = top;
        this.kinds = kinds;
        this.hasPhases = !day.phases().isEmpty();
    }

    static LanePanel of(ExplainedDay day, View view, TimeAxis time, double top) {
        List<String> kinds = new ArrayList<>();
        day.events().stream().map(Event::kind).distinct().forEach(kinds::add);
        kinds.sort(Comparator.comparingInt(LanePanel::place).thenComparing(Comparator.naturalOrder()));
        return new LanePanel(day, view, time, top, kinds);
    }

    /** Kinds that are not in the list come last. */
    private static int place(String kind) {
        int place = ORDER.indexOf(kind);
        return place < 0 ? ORDER.size() : place;
    }

    double bottom() {
        return top + LANE * (kinds.size() + (hasPhases ? 1 : 0));
    }

    void draw(Markup out) {
        double y = top;
        if (hasPhases) {
            phases(y, out);
            y += LANE;
        }
        for (String kind : kinds) {
            out.empty("line", "class", "grid", "x1", DayChart.LEFT, "x2", DayChart.RIGHT, "y1", y, "y2", y);
            out.text("text", Shown.words(kind), "class", "name", "x", DayChart.LEFT - 5, "y", y + LANE - 4);
            events(kind, y + (LANE - BAR) / 2, out);
            y += LANE;
        }
    }

    private void phases(double y, Markup out) {
        out.text("text", "phase", "class", "name", "x", DayChart.LEFT - 5, "y", y + LANE - 4);
        for (Phase phase : day.phases()) {
            double left = time.within(phase.startNs());
            double right = time.within(phase.endNs());
            if (right <= left) {
                continue;
            }
            String name = Shown.words(phase.name());
            out.open("g")
                    .text("title", name + " " + Shown.span(phase.startNs(), phase.endNs()))
                    .empty(
                            "rect",
                            "class",
                            "phase ph-" + phase.name(),
                            "x",
                            left,
                            "y",
                            y,
                            "width",
                            right - left,
                            "height",
                            LANE - 2);
            if (right - left > LETTER * name.length()) {
                out.text("text", name, "class", "inside", "x", (left + right) / 2, "y", y + LANE - 5);
            }
            out.close("g");
        }
    }

    private void events(String kind, double y, Markup out) {
        for (int i = 0; i < day.events().size(); i++) {
            Event event = day.events().get(i);
            if (!event.kind().equals(kind) || !view.touches(event.startNs(), event.endNs())) {
                continue;
            }
            double left = time.within(event.startNs());
            double right = time.within(event.endNs());
            double width = Math.max(SHORTEST, right - left);
            out.empty(
                    "rect",
                    "class",
                    "event " + tone(event) + (event.hindsight() ? " later" : "") + (event.failed() ? " failed" : ""),
                    "data-i",
                    "e" + i,
                    "x",
                    Math.min(left, DayChart.RIGHT - width),
                    "y",
                    y,
                    "width",
                    width,
                    "height",
                    BAR,
                    "rx",
                    2);
        }
    }

    private static String tone(Event event) {
        return event.direction() > 0 ? "up" : event.direction() < 0 ? "down" : "flat";
    }
}
