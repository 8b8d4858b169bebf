package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Event;
import io.tapelake.cli.explain.ExplainedDay.ResetPoint;
import java.util.List;

/** The events and the reset points of a day as tables; a row and its marks in the charts share {@code data-i}. */
final class PageTables {

    private PageTables() {}

    static void events(ExplainedDay day, Markup out) {
        List<Event> events = day.events();
        out.open("section")
                .open("h2")
                .text("Events ")
                .text("b", String.valueOf(events.size()))
                .close("h2");
        if (events.isEmpty()) {
            out.text("p", "None.", "class", "note").close("section");
            return;
        }
        head(out, "Event", "From", "To", "Change", "Details");
        for (int i = 0; i < events.size(); i++) {
            Event event = events.get(i);
            out.open("tr", "data-i", "e" + i);
            out.text("td", Shown.words(event.kind()) + (event.hindsight() ? " *" : ""));
            out.text("td", Shown.time(event.startNs()), "class", "num");
            out.text("td", event.endNs() > event.startNs() ? Shown.time(event.endNs()) : "", "class", "num");
            out.text("td", Double.isFinite(event.change()) ? Shown.change(event.change()) : "", "class", "num");
            out.text("td", Shown.facts(event.details())).close("tr");
        }
        out.close("tbody").close("table").close("div").close("section");
    }

    static void resetPoints(ExplainedDay day, Markup out) {
        List<ResetPoint> points = day.resetPoints();
        long selected = points.stream().filter(ResetPoint::selected).count();
        out.open("section").open("h2").text("Reset points ").text("b", String.valueOf(points.size()));
        out.text("small", selected + " selected").close("h2");
        if (points.isEmpty()) {
            out.text("p", "None.", "class", "note").close("section");
            return;
        }
        head(
                out,
                "Time",
                "Detector",
                "Phase",
                "Bucket",
                "Price",
                "Quality",
                "Components",
                "Drawn",
                "Chance",
                "Details");
        for (int i = 0; i < points.size(); i++) {
            row(points.get(i), i, out);
        }
        out.close("tbody").close("table").close("div").close("section");
    }

    private static void row(ResetPoint point, int index, Markup out) {
        out.open("tr", "data-i", "r" + index, "class", point.selected() ? "taken" : null);
        out.text("td", Shown.time(point.decisionNs()), "class", "num");
        out.text("td", Shown.words(point.detector()));
        out.text("td", Shown.words(point.phase()));
        out.text("td", Shown.words(point.timeBucket()));
        out.text("td", Shown.price(point.price()), "class", "num");
        out.open("td", "class", "num").open("i", "class", "key dot " + ResetPanel.colour(point.setupQuality()));
        out.close("i").text(" " + Shown.score(point.setupQuality())).close("td");
        out.text("td", Shown.components(point.components()), "class", "measured");
        out.text("td", point.selected() ? "selected" : "");
        out.text("td", Shown.number(point.probability()), "class", "num");
        out.text("td", Shown.facts(point.details()), "class", "measured").close("tr");
    }

    private static void head(Markup out, String... names) {
        out.open("div", "class", "wide")
                .open("table", "class", "list")
                .open("thead")
                .open("tr");
        for (String name : names) {
            out.text("th", name, "scope", "col");
        }
        out.close("tr").close("thead").open("tbody");
    }
}
