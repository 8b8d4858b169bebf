package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.BadPrint;
import io.tapelake.cli.explain.ExplainedDay.Candle;
import io.tapelake.cli.explain.ExplainedDay.Component;
import io.tapelake.cli.explain.ExplainedDay.Event;
import io.tapelake.cli.explain.ExplainedDay.Fact;
import io.tapelake.cli.explain.ExplainedDay.Level;
import io.tapelake.cli.explain.ExplainedDay.Phase;
import io.tapelake.cli.explain.ExplainedDay.Verdict;
import io.tapelake.model.DaySessions;
import io.tapelake.model.Halt;
import io.tapelake.model.Prices;
import io.tapelake.scanner.DayAnalysis;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.scanner.score.ScorePart;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Turns what the scanner says of a day into what an explanation shows. Pure. */
public final class DayExplanation {

    /** The most touched ones of each side; more lines than that hide the candles. */
    private static final int LEVELS_SHOWN = 3;

    private static final double NANOS = Prices.NANOS_PER_UNIT;

    /** Kinds of days that are not in the day index. */
    private static final Set<String> UNLISTED = Set.of(DayKind.ORDINARY.text(), DayKind.UNSUITABLE.text());

    private final ScannedDay day;
    private final MinuteTape tape;
    private final DayAnalysis analysis;
    private final DaySessions sessions;

    private DayExplanation(ScannedDay day, MinuteTape tape, DayAnalysis analysis, DaySessions sessions) {
        this.day = day;
        this.tape = tape;
        this.analysis = analysis;
        this.sessions = sessions;
    }

    /**
     * The explanation of a day.
     *
     * @param sessions of the trade date
     * @param source where the values come from, in a sentence
     */
    public static ExplainedDay of(
            ScannedDay day, MinuteTape tape, DayAnalysis analysis, DaySessions sessions, String source) {
        return new DayExplanation(day, tape, analysis, sessions).explained(source);
    }

    private ExplainedDay explained(String source) {
        return new ExplainedDay(
                day.stats().symbol(),
                day.stats().dataset(),
                day.stats().tradeDate(),
                source,
                sessions,
                verdict(),
                DayFacts.of(day, analysis),
                candles(),
                levels(),
                phases(),
                events(),
                badPrints(),
                ResetPoints.of(analysis.resetPoints()));
    }

    private Verdict verdict() {
        List<Component> components = new ArrayList<>();
        for (ScorePart part : analysis.parts()) {
            components.add(new Component(part.name(), part.weight(), measured(part), part.score()));
        }
        var score = analysis.score();
        String direction = analysis.index().direction();
        boolean listed = !UNLISTED.contains(analysis.index().kind());
        return new Verdict(
                listed ? score.category() : "NONE",
                listed ? score.categoryReason() : unlisted(),
                direction == null ? "" : direction,
                score.quality(),
                score.timeMultiplier(),
                components,
                names(score.tags()));
    }

    private static String measured(ScorePart part) {
        if (!Double.isFinite(part.value())) {
            return "";
        }
        return switch (part.name()) {
            case "movement" -> Shown.percent(part.value());
            case "rvol" -> Shown.number(part.value()) + "x";
            default -> Shown.number(part.value());
        };
    }

    private String unlisted() {
        var stats = day.stats();
        var lookback = day.lookback().measures();
        String why =
                day.kind() == DayKind.UNSUITABLE ? "too few dollars traded, or no prices" : "it did not move enough";
        return "not in the day index, because " + why + ": movement " + Shown.change(lookback.movement()) + ", RVOL "
                + Shown.number(lookback.rvol()) + ", dollars "
                + (stats.dollarVolume() < 0 ? "unknown" : Shown.count(stats.dollarVolume()));
    }

    private List<Candle> candles() {
        List<Candle> candles = new ArrayList<>(tape.size());
        double dollars = 0;
        double shares = 0;
        for (int row = 0; row < tape.size(); row++) {
            dollars += tape.dollars(row);
            shares += tape.pricedVolume(row);
            candles.add(new Candle(
                    tape.dayStartNs() + tape.minute(row) * View.MINUTE_NS,
                    price(tape.openNanos(row)),
                    price(tape.highNanos(row)),
                    price(tape.lowNanos(row)),
                    price(tape.closeNanos(row)),
                    tape.volume(row),
                    shares > 0 ? dollars / shares : Double.NaN));
        }
        return candles;
    }

    private List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        level("prior close", day.lookback().prevCloseNanos(), levels);
        level("prior high", day.lookback().prevHighNanos(), levels);
        level("prior low", day.lookback().prevLowNanos(), levels);
        analysis.story().supports().stream().limit(LEVELS_SHOWN).forEach(nanos -> level("support", nanos, levels));
        analysis.story().resistances().stream()
                .limit(LEVELS_SHOWN)
                .forEach(nanos -> level("resistance", nanos, levels));
        return levels;
    }

    private static void level(String name, long nanos, List<Level> levels) {
        if (nanos != Prices.UNDEF) {
            levels.add(new Level(name, price(nanos)));
        }
    }

    /** Minutes of the same phase become one stretch; they count from the start of the pre-market session. */
    private List<Phase> phases() {
        List<Phase> stretches = new ArrayList<>();
        var phases = analysis.phases();
        int from = 0;
        for (int i = 1; i <= phases.size(); i++) {
            if (i == phases.size() || phases.get(i) != phases.get(from)) {
                stretches.add(new Phase(
                        phases.get(from).name(),
                        sessions.preOpenNs() + from * View.MINUTE_NS,
                        sessions.preOpenNs() + i * View.MINUTE_NS));
                from = i;
            }
        }
        return stretches;
    }

    private List<Event> events() {
        List<Event> events = new ArrayList<>();
        analysis.events().stream()
                .sorted(Comparator.comparingLong(ScanEvent::startNs))
                .forEach(event -> events.add(event(event)));
        return events;
    }

    private Event event(ScanEvent event) {
        long end = event.endNs() == Halt.NOT_RESUMED ? sessions.postCloseNs() : event.endNs();
        boolean hindsight = event.kind() == EventKind.RUN;
        List<Fact> details = new ArrayList<>();
        String kind = event.kind().text();
        if (event.pattern() != null
                && !event.pattern().isEmpty()
                && !event.pattern().equals(kind)) {
            details.add(new Fact("pattern", event.pattern()));
        }
        if (event.startPriceNanos() != Prices.UNDEF && event.endPriceNanos() != Prices.UNDEF) {
            details.add(new Fact(
                    "price",
                    Shown.price(price(event.startPriceNanos())) + " to " + Shown.price(price(event.endPriceNanos()))));
        }
        if (Double.isFinite(event.volumeZ())) {
            details.add(new Fact("volume z", Shown.tenths(event.volumeZ())));
        }
        if (event.confidence() < 1) {
            details.add(new Fact("confidence", Shown.score(event.confidence())));
        }
        if (!hindsight) {
            details.add(new Fact("known", Shown.time(event.knownNs())));
        }
        if (Double.isFinite(event.hindsightRetrace())) {
            details.add(new Fact("later gave back", Shown.percent(event.hindsightRetrace())));
        }
        if (event.hindsightFailed()) {
            details.add(new Fact("later", "failed"));
        }
        return new Event(
                kind,
                hindsight,
                event.hindsightFailed(),
                event.startNs(),
                end,
                event.direction(),
                event.move(),
                details);
    }

    private List<BadPrint> badPrints() {
        List<BadPrint> bad = new ArrayList<>();
        for (int i = 0; i < tape.badPrintsNs().size(); i++) {
            bad.add(new BadPrint(
                    tape.badPrintsNs().get(i), price(tape.badPrintsNanos().get(i))));
        }
        return bad;
    }

    static List<String> names(String joined) {
        return joined == null || joined.isEmpty() ? List.of() : List.of(joined.split(","));
    }

    static double price(long nanos) {
        return nanos == Prices.UNDEF ? Double.NaN : nanos / NANOS;
    }
}
