package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Component;
import io.tapelake.cli.explain.ExplainedDay.Event;
import io.tapelake.cli.explain.ExplainedDay.Fact;
import io.tapelake.cli.explain.ExplainedDay.Phase;
import io.tapelake.cli.explain.ExplainedDay.ResetPoint;
import io.tapelake.cli.explain.ExplainedDay.Verdict;
import java.util.List;
import java.util.Locale;

/** One day as plain text for a terminal. Times are New York's. */
public final class ExplainText {

    private static final int LINE = 110;

    private ExplainText() {}

    /** Lines, each ended by a line feed. */
    public static String of(ExplainedDay day) {
        StringBuilder out = new StringBuilder();
        Verdict verdict = day.verdict();
        line(out, "%s %s  %s %s", day.symbol(), day.date(), verdict.category(), verdict.direction());
        line(out, "  because %s", verdict.rule());
        line(
                out,
                "  quality %s, times %s for the time of day included",
                Shown.score(verdict.quality()),
                Shown.score(verdict.multiplier()));
        line(out, "  tags    %s", verdict.tags().isEmpty() ? "none" : String.join(", ", verdict.tags()));

        heading(out, "Quality");
        for (Component part : verdict.components()) {
            boolean missing = !Double.isFinite(part.score());
            line(
                    out,
                    "  %-14s weight %.2f  score %7s  %s",
                    part.name(),
                    part.weight(),
                    missing ? "missing" : Shown.score(part.score()),
                    part.measured());
        }
        heading(out, "Measures");
        for (Fact fact : day.facts()) {
            line(out, "  %-22s %s", fact.name(), fact.value());
        }
        heading(out, "Phases, each from its time on");
        phases(out, day.phases());
        heading(out, "Events (* known only in hindsight)");
        for (Event event : day.events()) {
            line(
                    out,
                    "  %-18s %-18s %7s  %s",
                    Shown.span(event.startNs(), event.endNs()),
                    Shown.words(event.kind()) + (event.hindsight() ? " *" : ""),
                    Double.isFinite(event.change()) ? Shown.change(event.change()) : "",
                    Shown.facts(event.details()));
        }
        heading(out, "Reset points (> selected)");
        for (ResetPoint point : day.resetPoints()) {
            line(
                    out,
                    "%s %-9s %-14s %-14s %-11s %9s  quality %s  chance %s  %s",
                    point.selected() ? " >" : "  ",
                    Shown.time(point.decisionNs()),
                    Shown.words(point.detector()),
                    Shown.words(point.phase()),
                    Shown.words(point.timeBucket()),
                    Shown.price(point.price()),
                    Shown.score(point.setupQuality()),
                    Shown.number(point.probability()),
                    Shown.components(point.components()));
        }
        line(out, "");
        line(out, "%s", day.source());
        return out.toString();
    }

    private static void phases(StringBuilder out, List<Phase> phases) {
        StringBuilder line = new StringBuilder();
        for (Phase phase : phases) {
            String text =
                    "  " + Shown.time(phase.startNs()) + " " + phase.name().toLowerCase(Locale.ROOT);
            if (line.length() + text.length() > LINE) {
                line(out, "%s", line);
                line.setLength(0);
            }
            line.append(text);
        }
        if (line.length() > 0) {
            line(out, "%s", line);
        }
    }

    private static void heading(StringBuilder out, String heading) {
        line(out, "");
        line(out, "%s", heading);
    }

    private static void line(StringBuilder out, String format, Object... values) {
        out.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
