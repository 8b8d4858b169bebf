package io.tapelake.cli.report;

import io.tapelake.cli.explain.Markup;
import io.tapelake.index.DayRecord;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.model.NewYork;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A night on one HTML page that needs nothing else: no network, no script, no other file, so that it can be mailed. It follows
 * the reader's choice of light or dark. Well-formed XML but for the doctype. The same run gives the same page.
 */
public final class NightPage {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DATE = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);
    private static final int TOP = 12;

    private final Night night;
    private final Markup out = new Markup();

    private NightPage(Night night) {
        this.night = night;
    }

    /** The page of a run as text, to be written as UTF-8. */
    public static String of(Lake lake, LakeRun run) {
        return new NightPage(Night.of(lake, run, TOP)).page();
    }

    private String page() {
        out.raw("<!DOCTYPE html>\n").open("html", "lang", "en");
        out.open("head").empty("meta", "charset", "utf-8");
        out.empty("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        out.empty("meta", "name", "color-scheme", "content", "light dark");
        out.text("title", "Tapelake: " + night.run().job() + " of " + span());
        out.open("style").raw(css()).close("style").close("head");
        out.open("body").open("main");
        header();
        tiles();
        NightInput.files(night, out);
        NightInput.quarantine(night, out);
        topDays();
        NightTables.categories(night, out);
        NightTables.patterns(night, out);
        NightTables.warnings(night, out);
        NightTables.changes(night, out);
        footer();
        return out.close("main").close("body").close("html").raw("\n").toString();
    }

    private void header() {
        out.open("header").text("h1", span());
        out.text(
                "p",
                night.run().job() + " run " + night.run().runId() + ", published "
                        + TIME.format(NewYork.at(night.run().createdAtNs())) + " New York time"
                        + (night.run().withdrawn() ? "; withdrawn" : ""),
                "class",
                "soft");
        out.close("header");
    }

    private void tiles() {
        out.open("div", "class", "tiles");
        tile("files taken", night.count("files_taken"), null);
        tile("records stored", night.count("stored"), "of " + count(night.count("records")));
        tile(
                "in quarantine",
                night.count("quarantined"),
                night.count("quarantined") > 0 ? "see below" : "nothing lost");
        tile("symbol-days scanned", night.count("symbol_days"), count(night.count("dates_scanned")) + " dates");
        tile("momentum days", night.count("momentum_days"), count(night.count("control_days")) + " control days");
        tile(
                "reset points",
                night.count("reset_points_selected"),
                "of " + count(night.count("reset_points")) + " candidates");
        out.close("div");
    }

    private void tile(String name, long number, String more) {
        out.open("div").text("b", count(number)).text("span", name);
        if (more != null) {
            out.text("small", more);
        }
        out.close("div");
    }

    private void topDays() {
        out.open("section").text("h2", "Top days");
        if (night.top().isEmpty()) {
            out.text("p", "No day of these dates is in the index.", "class", "soft")
                    .close("section");
            return;
        }
        out.open("div", "class", "cards");
        night.top().forEach(this::card);
        out.close("div").close("section");
    }

    private void card(DayRecord day) {
        String category = day.value("category") == null ? "" : (String) day.value("category");
        out.open("article");
        out.open("h3").text(day.symbol() + " ").text("small", SHORT_DATE.format(day.tradeDate()));
        out.text("b", category, "class", "badge cat-" + category).close("h3");
        boolean rising = !"DOWN".equals(day.value("direction"));
        PriceLine.of(night.lake(), day.key(), rising).ifPresent(out::raw);
        out.open("p", "class", "figures");
        out.text("b", percent(day.number("movement").orElse(Double.NaN)));
        out.text("span", "RVOL " + number(day.number("rvol").orElse(Double.NaN), "%.1fx"));
        out.text("span", "quality " + number(day.number("quality").orElse(Double.NaN), "%.2f"));
        out.close("p");
        Object tags = day.value("tags");
        if (tags != null && !tags.toString().isEmpty()) {
            out.text("p", tags.toString().replace(",", " · ").replace('_', ' '), "class", "tags soft");
        }
        out.close("article");
    }

    private void footer() {
        out.open("footer")
                .text(
                        "p",
                        "Lake " + night.lake().root() + ", code " + night.run().codeVersion() + ", configuration "
                                + shortened(night.run().configHash()) + ".");
        out.text(
                "p",
                "Movement is the largest of the ranges of the day and of the move from the prior close. Measures of days are"
                        + " hindsight. A day explained: tapelake explain --symbol S --date D --out day.html");
        out.close("footer");
    }

    private String span() {
        if (night.dates().isEmpty()) {
            return "No date changed";
        }
        LocalDate first = night.dates().first();
        LocalDate last = night.dates().last();
        return first.equals(last)
                ? DATE.format(first)
                : DATE.format(first) + " to " + DATE.format(last) + " ("
                        + night.dates().size() + " dates)";
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String percent(double fraction) {
        return number(100 * fraction, "%.1f%%");
    }

    static String number(double value, String format) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "–";
    }

    /** The head of a table; headings that begin with # are of numbers. */
    static void head(Markup out, List<String> headings) {
        out.open("div", "class", "wide").open("table").open("thead").open("tr");
        for (String heading : headings) {
            boolean number = heading.startsWith("#");
            out.text("th", number ? heading.substring(1) : heading, "scope", "col", "class", number ? "num" : null);
        }
        out.close("tr").close("thead").open("tbody");
    }

    static void tail(Markup out) {
        out.close("tbody").close("table").close("div");
    }

    private static String shortened(String hash) {
        return hash.substring(0, Math.min(12, hash.length()));
    }

    private static String css() {
        try (InputStream in = NightPage.class.getResourceAsStream("night.css")) {
            if (in == null) {
                throw new IllegalStateException("night.css is missing beside " + NightPage.class.getName());
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
