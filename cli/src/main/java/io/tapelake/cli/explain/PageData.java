package io.tapelake.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapelake.cli.explain.ExplainedDay.Candle;
import io.tapelake.cli.explain.ExplainedDay.Event;
import io.tapelake.cli.explain.ExplainedDay.Phase;
import io.tapelake.cli.explain.ExplainedDay.ResetPoint;

/** What the page's script shows on hovering: texts, made here so that the script only looks them up. */
final class PageData {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long MILLI_NS = 1_000_000;

    private PageData() {}

    /** JSON that cannot end the script element it stands in. */
    static String json(ExplainedDay day) {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode candles = root.putArray("candles");
        for (Candle c : day.candles()) {
            candles.addArray()
                    .add(c.startNs() / MILLI_NS)
                    .add(Shown.time(c.startNs()) + "  O " + Shown.price(c.open()) + "  H " + Shown.price(c.high())
                            + "  L " + Shown.price(c.low()) + "  C " + Shown.price(c.close()))
                    .add("volume " + Shown.count(c.volume()) + "  vwap " + Shown.price(c.vwap()));
        }
        ArrayNode phases = root.putArray("phases");
        for (Phase p : day.phases()) {
            phases.addArray()
                    .add(p.startNs() / MILLI_NS)
                    .add(p.endNs() / MILLI_NS)
                    .add(Shown.words(p.name()));
        }
        ObjectNode marks = root.putObject("marks");
        for (int i = 0; i < day.events().size(); i++) {
            Event e = day.events().get(i);
            ArrayNode lines = marks.putArray("e" + i);
            lines.add(Shown.words(e.kind()) + (e.hindsight() ? " (hindsight)" : ""));
            lines.add(Shown.span(e.startNs(), e.endNs())
                    + (Double.isFinite(e.change()) ? "  " + Shown.change(e.change()) : ""));
            e.details().forEach(f -> lines.add(f.name() + " " + f.value()));
        }
        for (int i = 0; i < day.resetPoints().size(); i++) {
            ResetPoint r = day.resetPoints().get(i);
            ArrayNode lines = marks.putArray("r" + i);
            lines.add("reset point " + Shown.time(r.decisionNs()) + (r.selected() ? ", selected" : ""));
            lines.add(Shown.words(r.detector()) + " in " + Shown.words(r.phase()) + " at " + Shown.price(r.price()));
            lines.add("setup quality " + Shown.score(r.setupQuality()));
            r.components().forEach(c -> lines.add("  " + c.name() + " " + Shown.score(c.score())));
            lines.add("chance " + Shown.number(r.probability()) + ", weight " + Shown.number(r.weight()));
            r.details().forEach(f -> lines.add(f.name() + " " + f.value()));
        }
        try {
            return JSON.writeValueAsString(root)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a page's data is always JSON", e);
        }
    }
}
