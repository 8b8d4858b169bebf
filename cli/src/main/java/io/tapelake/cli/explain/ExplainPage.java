package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Component;
import io.tapelake.cli.explain.ExplainedDay.Fact;
import io.tapelake.cli.explain.ExplainedDay.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One day on one HTML page that needs nothing else: no network, no other file. Charts are SVG inside the page; it follows the
 * reader's choice of light or dark. Well-formed XML but for the doctype. The same day gives the same page.
 */
public final class ExplainPage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);

    private final ExplainedDay day;
    private final Markup out = new Markup();

    private ExplainPage(ExplainedDay day) {
        this.day = day;
    }

    /** The page as text, to be written as UTF-8. */
    public static String of(ExplainedDay day) {
        return new ExplainPage(day).page();
    }

    private String page() {
        out.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        out.open("head").empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.text("title", day.symbol() + " " + day.date());
        out.open("style").raw(resource("explain.css")).close("style").close("head");
        out.open("body").open("main");
        header();
        scores();
        charts();
        PageTables.events(day, out);
        PageTables.resetPoints(day, out);
        out.open("footer").text("p", day.source());
        out.text(
                "p",
                "Times are New York's. Events marked * are known only in hindsight. Reset points are placed and "
                        + "scored with what was known at their time.");
        out.close("footer").close("main");
        out.open("div", "id", "tip", "hidden", "hidden").close("div");
        out.open("script", "type", "application/json", "id", "day")
                .raw(PageData.json(day))
                .close("script");
        out.open("script").raw(resource("explain.js")).close("script");
        return out.close("body").close("html").raw("\n").toString();
    }

    private void header() {
        Verdict verdict = day.verdict();
        out.open("header")
                .open("h1")
                .text(day.symbol())
                .text("small", DATE.format(day.date()))
                .close("h1");
        out.open("p", "class", "verdict");
        out.text("b", verdict.category(), "class", "badge cat-" + verdict.category());
        if (!verdict.direction().isEmpty()) {
            out.text("span", verdict.direction(), "class", "chip");
        }
        out.text("span", verdict.rule(), "class", "rule").close("p");
        if (!verdict.tags().isEmpty()) {
            out.open("p", "class", "tags");
            verdict.tags().forEach(tag -> out.text("span", Shown.words(tag), "class", "chip"));
            out.close("p");
        }
        out.close("header");
    }

    private void scores() {
        Verdict verdict = day.verdict();
        out.open("div", "class", "two");
        out.open("section")
                .open("h2")
                .text("Quality ")
                .text("b", Shown.score(verdict.quality()))
                .close("h2");
        out.open("table", "class", "bars").open("tbody");
        verdict.components().forEach(this::bar);
        out.close("tbody").close("table");
        if (Double.isFinite(verdict.multiplier())) {
            out.text(
                    "p",
                    "Times " + Shown.score(verdict.multiplier()) + " for the time of day. Weights of missing parts "
                            + "are shared out among the rest.",
                    "class",
                    "note");
        }
        out.close("section");
        out.open("section").text("h2", "Measures").open("dl");
        for (Fact fact : day.facts()) {
            out.open("div").text("dt", fact.name()).text("dd", fact.value()).close("div");
        }
        out.close("dl").close("section").close("div");
    }

    private void bar(Component part) {
        boolean missing = !Double.isFinite(part.score());
        out.open("tr", "class", missing ? "missing" : null).text("th", part.name(), "scope", "row");
        out.text("td", Shown.score(part.weight()), "class", "num", "title", "weight");
        out.open("td", "class", "track");
        if (!missing) {
            double share = 100 * Math.max(0, Math.min(1, part.score()));
            out.open("i", "style", "width:" + Markup.plain(share) + "%").close("i");
        }
        out.close("td").text("td", missing ? "missing" : Shown.score(part.score()), "class", "num");
        out.text("td", part.measured(), "class", "measured").close("tr");
    }

    private void charts() {
        List<View> views = View.of(day);
        out.open("section", "class", "charts");
        if (views.isEmpty()) {
            out.text("p", "Nothing traded on this day.").close("section");
            return;
        }
        for (int i = 0; i < views.size(); i++) {
            out.empty("input", "type", "radio", "name", "view", "id", "v" + i, "checked", i == 0 ? "checked" : null);
            out.text("label", views.get(i).name(), "for", "v" + i);
        }
        legend();
        for (int i = 0; i < views.size(); i++) {
            out.open("div", "class", "view w" + i)
                    .raw(DayChart.of(day, views.get(i)))
                    .close("div");
        }
        out.close("section");
    }

    private void legend() {
        out.open("p", "class", "legend");
        out.open("span")
                .open("i", "class", "key line")
                .close("i")
                .text("average price")
                .close("span");
        out.open("span")
                .open("i", "class", "key box failed")
                .close("i")
                .text("failed later")
                .close("span");
        out.open("span")
                .open("i", "class", "key box later")
                .close("i")
                .text("hindsight")
                .close("span");
        if (!day.badPrints().isEmpty()) {
            out.open("span")
                    .open("i", "class", "key ring")
                    .close("i")
                    .text("bad print")
                    .close("span");
        }
        if (!day.resetPoints().isEmpty()) {
            out.open("span").text("setup quality 0 ");
            for (int q = 0; q < ResetPanel.COLOURS; q++) {
                out.open("i", "class", "key dot q" + q).close("i");
            }
            out.text(" 1, filled: selected").close("span");
        }
        out.close("p");
    }

    private static String resource(String name) {
        try (InputStream in = ExplainPage.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing beside " + ExplainPage.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
