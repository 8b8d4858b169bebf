package io.tapelake.bench.detect;

import io.tapelake.bench.Figure;
import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.synthetic.market.PlantedEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts over a whole market. Not thread-safe. */
final class Scoreboard {
    private final Map<PlantedEvent.Kind, Tally> tallies = new EnumMap<>(PlantedEvent.Kind.class);
    private final Map<String, Integer> confusion = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private int unplantedDays;
    private int judged;
    private int right;

    Scoreboard() {
        for (PlantedEvent.Kind kind : PlantedEvent.Kind.values()) {
            tallies.put(kind, new Tally());
        }
    }

    void day(ScannedMarket.Day day) {
        List<ScanEvent> events = day.analysis().events();
        for (PlantedEvent truth : day.planted()) {
            var match = EventMatch.find(truth, events);
            tallies.get(truth.kind()).planted(truth, match);
            boolean late = !truth.decoy()
                    && match.isPresent()
                    && Math.abs(match.get().startNs() - truth.startNs()) > EventMatch.ONSET_NS;
            if (truth.decoy() == match.isPresent() || late) {
                misses.add(day.key().symbol() + " " + day.key().tradeDate() + " " + truth + " -> " + match);
            }
        }
        if (day.planted().isEmpty()) {
            unplantedDays++;
            tallies.forEach((kind, tally) -> tally.stray(strayEvents(kind, events)));
        }
        category(day);
    }

    private static int strayEvents(PlantedEvent.Kind kind, List<ScanEvent> events) {
        EventKind wanted = EventMatch.kind(kind);
        boolean failed = kind == PlantedEvent.Kind.FAILED_BREAKOUT;
        return (int) events.stream()
                .filter(e -> e.kind() == wanted)
                .filter(e -> wanted != EventKind.RUN || e.hindsightFailed() == failed)
                .count();
    }

    private void category(ScannedMarket.Day day) {
        if (day.label().expected().isEmpty()) {
            return;
        }
        DayKind kind = day.scanned().kind();
        boolean indexed = kind == DayKind.MOMENTUM || kind == DayKind.MIXED;
        String category = indexed ? day.analysis().score().category() : "NONE";
        boolean ok = day.label().expected().stream().anyMatch(e -> e.name().equals(category));
        judged++;
        right += ok ? 1 : 0;
        confusion.merge(day.label().expected() + " -> " + category, 1, Integer::sum);
        if (!ok) {
            misses.add(day.key().symbol() + " " + day.key().tradeDate() + " category " + category + " expected "
                    + day.label().expected() + " " + day.label().parameters() + " "
                    + day.analysis().score() + " " + day.planted());
        }
    }

    List<String> misses() {
        return misses;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(Tally.header());
        tallies.forEach((kind, tally) -> lines.add(tally.line(kind.text(), unplantedDays)));
        lines.add(String.format(
                Locale.ROOT,
                "unplanted symbol-days %d; category right on %d of %d = %.3f",
                unplantedDays,
                right,
                judged,
                categoryAccuracy()));
        confusion.forEach((what, count) -> lines.add("  " + what + ": " + count));
        return lines;
    }

    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        tallies.forEach((kind, tally) -> {
            if (!Double.isNaN(tally.largeRecall())) {
                String name = "detect." + kind.text();
                figures.add(Figure.of(name + ".recall-10%", tally.largeRecall(), "share"));
                figures.add(Figure.of(name + ".precision-10%", tally.largePrecision(), "share"));
                figures.add(Figure.of(name + ".onset-60s-10%", tally.largeOnTime(), "share"));
            }
        });
        figures.add(Figure.of("detect.category", categoryAccuracy(), "share"));
        return figures;
    }

    double categoryAccuracy() {
        return right / (double) Math.max(1, judged);
    }

    Tally tally(PlantedEvent.Kind kind) {
        return tallies.get(kind);
    }
}
