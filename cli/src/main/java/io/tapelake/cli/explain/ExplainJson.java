package io.tapelake.cli.explain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapelake.cli.explain.ExplainedDay.BadPrint;
import io.tapelake.cli.explain.ExplainedDay.Component;
import io.tapelake.cli.explain.ExplainedDay.Event;
import io.tapelake.cli.explain.ExplainedDay.Fact;
import io.tapelake.cli.explain.ExplainedDay.Level;
import io.tapelake.cli.explain.ExplainedDay.Phase;
import io.tapelake.cli.explain.ExplainedDay.ResetPoint;
import io.tapelake.cli.explain.ExplainedDay.Verdict;
import io.tapelake.model.NewYork;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * One day as one JSON object, without its candles: {@code tapelake table} has those. Times come twice, as nanoseconds UTC and
 * with the offset of New York; an absent number is null.
 */
public final class ExplainJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ExplainJson() {}

    /** The object, indented, ended by a line feed. */
    public static String of(ExplainedDay day) {
        ObjectNode root = JSON.createObjectNode();
        root.put("symbol", day.symbol());
        root.put("dataset", day.dataset());
        root.put("trade_date", day.date().toString());
        verdict(day.verdict(), root);
        facts(day.facts(), root.putObject("measures"));
        ArrayNode levels = root.putArray("levels");
        for (Level level : day.levels()) {
            number(levels.addObject().put("name", level.name()), "price", level.price());
        }
        ArrayNode phases = root.putArray("phases");
        for (Phase phase : day.phases()) {
            ObjectNode node = phases.addObject().put("phase", phase.name());
            time(node, "start", phase.startNs());
            time(node, "end", phase.endNs());
        }
        ArrayNode events = root.putArray("events");
        for (Event event : day.events()) {
            ObjectNode node = events.addObject().put("kind", event.kind());
            time(node, "start", event.startNs());
            time(node, "end", event.endNs());
            number(node.put("hindsight", event.hindsight()), "change", event.change());
            facts(event.details(), node.putObject("details"));
        }
        ArrayNode bad = root.putArray("bad_prints");
        for (BadPrint print : day.badPrints()) {
            ObjectNode node = bad.addObject();
            time(node, "time", print.timeNs());
            number(node, "price", print.price());
        }
        ArrayNode points = root.putArray("reset_points");
        day.resetPoints().forEach(point -> resetPoint(point, points.addObject()));
        root.put("source", day.source());
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of values is always JSON", e);
        }
    }

    private static void verdict(Verdict verdict, ObjectNode root) {
        root.put("category", verdict.category());
        root.put("rule", verdict.rule());
        root.put("direction", verdict.direction().isEmpty() ? null : verdict.direction());
        number(root, "quality", verdict.quality());
        number(root, "multiplier", verdict.multiplier());
        components(verdict.components(), root.putArray("components"));
        verdict.tags().forEach(root.putArray("tags")::add);
    }

    private static void resetPoint(ResetPoint point, ObjectNode node) {
        time(node, "decision", point.decisionNs());
        number(node, "price", point.price());
        node.put("detector", point.detector());
        node.put("phase", point.phase());
        node.put("time_bucket", point.timeBucket());
        number(node, "setup_quality", point.setupQuality());
        components(point.components(), node.putArray("components"));
        node.put("selected", point.selected());
        number(node, "probability", point.probability());
        number(node, "weight", point.weight());
        facts(point.details(), node.putObject("details"));
    }

    private static void components(List<Component> parts, ArrayNode nodes) {
        for (Component part : parts) {
            ObjectNode node = nodes.addObject().put("name", part.name());
            number(node, "weight", part.weight());
            number(node.put("measured", part.measured()), "score", part.score());
        }
    }

    private static void facts(List<Fact> facts, ObjectNode node) {
        facts.forEach(fact -> node.put(fact.name(), fact.value()));
    }

    private static void time(ObjectNode node, String name, long ns) {
        node.put(name + "_ns", ns);
        node.put(name, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(NewYork.at(ns)));
    }

    private static void number(ObjectNode node, String name, double value) {
        if (Double.isFinite(value)) {
            node.put(name, value);
        } else {
            node.putNull(name);
        }
    }
}
