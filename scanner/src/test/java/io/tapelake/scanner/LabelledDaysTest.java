package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.ScanEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The detectors beside the labels that were made by eye before there were any detectors. Prints the agreement. */
class LabelledDaysTest {

    /** Below what was reached: labels are there to see, not to tune to. */
    private static final int ACCEPTED_MIN = 19;

    private static final long MINUTE_NS = 60_000_000_000L;
    private static final long FAST_NS = 2 * MINUTE_NS;
    private static final long SLOW_NS = 5 * MINUTE_NS;

    private record Found(ScannedDay day, DayAnalysis analysis) {}

    /** How many labels of a kind were found. */
    private static final class Tally {
        int sure;
        int sureFound;
        int likely;
        int likelyFound;
        int onTime;
    }

    private final Map<EventKind, Tally> tallies = new EnumMap<>(EventKind.class);
    private final StringBuilder report = new StringBuilder();
    private final List<String> notSeenByEye = new ArrayList<>();
    private int categories;
    private int accepted;
    private int momentum;

    @Test
    void detectorsAgreeWithTheEye() throws IOException {
        Path root = ReferenceData.require("real-dbn");
        List<DayLabels> labels = DayLabels.all();
        Map<String, Found> found = analyse(root, labels);
        for (DayLabels day : labels) {
            compare(day, found.get(day.symbol() + " " + day.date()));
        }
        summary(labels.size());
        System.out.println(report);
        assertThat(accepted).as("days with a category that the eye accepts").isGreaterThanOrEqualTo(ACCEPTED_MIN);
        for (EventKind kind : List.of(EventKind.HALT, EventKind.GAP, EventKind.BAD_PRINT)) {
            Tally tally = tallies.get(kind);
            assertThat(tally.sureFound).as("sure labels found, %s", kind).isEqualTo(tally.sure);
        }
        assertThat(notSeenByEye)
                .as("halts and bad prints that the eye did not see")
                .isEmpty();
    }

    private static Map<String, Found> analyse(Path root, List<DayLabels> labels) throws IOException {
        DayScanner scanner = DayScanner.of(SessionCalendar.usEquities(), ScanSettings.defaults());
        Map<String, Found> found = new HashMap<>();
        for (String set : labels.stream().map(DayLabels::set).distinct().toList()) {
            Map<String, SecurityHistory> histories = new HashMap<>();
            for (RealDay day : RealDbnFolder.read(root.resolve(set))) {
                String symbol = day.key.symbol();
                SecurityHistory history = histories.get(symbol);
                if (history == null) {
                    history = scanner.history(Truth.splits(root.resolve("corporate_actions.csv"), symbol));
                    histories.put(symbol, history);
                }
                DayFold fold = day.fold(scanner);
                ScannedDay scanned = history.next(fold.finish());
                if (labels.stream()
                        .anyMatch(l -> l.set().equals(set)
                                && l.symbol().equals(symbol)
                                && l.date().equals(day.key.tradeDate()))) {
                    DayAnalysis analysis = scanner.analyze(scanned, fold.tape(), scanned.kind(), 1, Long.MAX_VALUE);
                    found.put(symbol + " " + day.key.tradeDate(), new Found(scanned, analysis));
                }
            }
        }
        return found;
    }

    private void compare(DayLabels labels, Found found) {
        boolean moves = found.day().kind() == DayKind.MOMENTUM;
        boolean listed = moves || found.day().kind() == DayKind.MIXED;
        String category = listed ? found.analysis().score().category() : "NONE";
        momentum += moves == labels.momentum() ? 1 : 0;
        categories += category.equals(labels.category()) ? 1 : 0;
        accepted += labels.accepts(category) ? 1 : 0;
        line(
                "%-5s %s  by eye %-9s (%s)  scanner %-9s %-6s quality %.2f  %s",
                labels.symbol(),
                labels.date(),
                labels.category(),
                labels.categorySure() ? "sure" : "likely",
                category,
                labels.accepts(category) ? "" : "DIFFERS",
                found.analysis().score().quality(),
                found.analysis().score().categoryReason());
        for (DayLabels.Event label : labels.events()) {
            compare(label, found.analysis().events());
        }
        List<String> unlabelled = found.analysis().events().stream()
                .filter(e -> e.kind() == EventKind.HALT || e.kind() == EventKind.BAD_PRINT)
                .filter(e -> labels.events().stream().noneMatch(l -> l.kind() == e.kind() && near(l, e)))
                .map(e -> labels.symbol() + " " + labels.date() + " has no " + shown(e))
                .toList();
        unlabelled.forEach(text -> line("      NOT LABELLED %s", text));
        notSeenByEye.addAll(unlabelled);
    }

    private void compare(DayLabels.Event label, List<ScanEvent> events) {
        ScanEvent best = null;
        for (ScanEvent event : events) {
            boolean against = label.direction() * event.direction() < 0;
            if (event.kind() == label.kind() && !against && near(label, event)) {
                best = best == null || overlap(label, event) > overlap(label, best) ? event : best;
            }
        }
        Tally tally = tallies.computeIfAbsent(label.kind(), k -> new Tally());
        tally.onTime += best != null && Math.abs(best.startNs() - label.startNs()) <= slack(label) ? 1 : 0;
        tally.sure += label.sure() ? 1 : 0;
        tally.likely += label.sure() ? 0 : 1;
        tally.sureFound += label.sure() && best != null ? 1 : 0;
        tally.likelyFound += !label.sure() && best != null ? 1 : 0;
        String outcome = "";
        if (best != null && label.failed() != null && label.failed() != best.hindsightFailed()) {
            outcome = label.failed() ? "  FAILED BY EYE" : "  NOT FAILED BY EYE";
        }
        line(
                "      %-8s %-13s %s %-6s %s%s",
                best == null ? "MISSED" : "found",
                label.kind().text(),
                label.minutes(),
                label.sure() ? "sure" : "likely",
                best == null ? sameTime(label, events) : shown(best),
                outcome);
    }

    /** What else was seen at that time, for a label that was missed. */
    private static String sameTime(DayLabels.Event label, List<ScanEvent> events) {
        return events.stream()
                .filter(e -> overlap(label, e) > 0 && e.kind() != EventKind.RUN)
                .map(LabelledDaysTest::shown)
                .limit(4)
                .collect(Collectors.joining("; ", "but ", ""));
    }

    private static boolean near(DayLabels.Event label, ScanEvent event) {
        return event.startNs() < label.endNs() + slack(label) && event.endNs() > label.startNs() - slack(label);
    }

    private static long slack(DayLabels.Event label) {
        return switch (label.kind()) {
            case RUN, CONSOLIDATION, DEAD_ZONE -> SLOW_NS;
            default -> FAST_NS;
        };
    }

    private static long overlap(DayLabels.Event label, ScanEvent event) {
        return Math.min(label.endNs(), event.endNs()) - Math.max(label.startNs(), event.startNs());
    }

    private static String shown(ScanEvent event) {
        return String.format(
                Locale.ROOT,
                "%s %s-%s %+.1f%%%s",
                event.kind().text(),
                NewYork.at(event.startNs()).toLocalTime().withNano(0),
                NewYork.at(Math.min(event.endNs(), event.startNs() + 86_400_000_000_000L))
                        .toLocalTime()
                        .withNano(0),
                100 * event.move(),
                event.hindsightFailed() ? " failed" : "");
    }

    private void summary(int days) {
        line("");
        line(
                "labels of which something of the kind overlaps, sure, likely; of both, begun within 2 (slow kinds: 5) minutes");
        tallies.forEach((kind, t) -> line(
                "  %-13s %2d of %2d, %2d of %2d; %2d",
                kind.text(), t.sureFound, t.sure, t.likelyFound, t.likely, t.onTime));
        line(
                "of %d days: momentum or not as by eye %d, category as by eye %d, one that the eye accepts %d",
                days, momentum, categories, accepted);
    }

    private void line(String format, Object... values) {
        report.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
