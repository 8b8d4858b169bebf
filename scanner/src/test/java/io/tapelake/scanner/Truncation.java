package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.DaySessions;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.event.EventKind;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.scanner.reset.ResetPoint;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Scans a day whole and cut off at some instant, and compares what was known by then. */
final class Truncation {
    private final DayScanner scanner;
    private final List<DayStats> lookback;
    private final RealDay rows;
    private final DaySessions sessions;
    private final DayAnalysis whole;

    /** A day after the days before it, which stay whole. */
    Truncation(DayScanner scanner, List<DayStats> lookback, RealDay rows) {
        this.scanner = scanner;
        this.lookback = lookback;
        this.rows = rows;
        this.sessions = SessionCalendar.usEquities().sessions(rows.key.tradeDate());
        this.whole = analyse(rows, Long.MAX_VALUE);
    }

    DayAnalysis whole() {
        return whole;
    }

    /** Null when no row gives a price. */
    private DayAnalysis analyse(RealDay day, long coveredUntilNs) {
        SecurityHistory history = scanner.history(List.of());
        lookback.forEach(history::seed);
        DayFold fold = day.fold(scanner);
        ScannedDay scanned = history.next(fold.finish());
        return fold.tape() == null ? null : scanner.analyze(scanned, fold.tape(), DayKind.MOMENTUM, 1, coveredUntilNs);
    }

    /** Instants of the day: anywhere, and around those at which something was decided. */
    long[] instants(SplittableRandom random, int count) {
        long[] instants = new long[count];
        for (int i = 0; i < count; i++) {
            long ns = random.nextLong(sessions.preOpenNs(), sessions.postCloseNs());
            List<ResetPoint> points = whole.resetPoints();
            if (i % 3 == 1 && !points.isEmpty()) {
                ns = points.get(random.nextInt(points.size())).decisionTsNs() + random.nextInt(-1, 2);
            } else if (i % 3 == 2) {
                ns = anEvent(random).map(ScanEvent::knownNs).orElse(ns) + random.nextInt(-1, 2);
            }
            // What is found at the end of the day is hindsight.
            instants[i] = Math.min(ns, sessions.postCloseNs() - 1);
        }
        return instants;
    }

    /** Rare kinds as often as frequent ones. */
    private Optional<ScanEvent> anEvent(SplittableRandom random) {
        List<EventKind> kinds =
                whole.events().stream().map(ScanEvent::kind).distinct().toList();
        if (kinds.isEmpty()) {
            return Optional.empty();
        }
        EventKind kind = kinds.get(random.nextInt(kinds.size()));
        List<ScanEvent> events =
                whole.events().stream().filter(e -> e.kind() == kind).toList();
        return Optional.of(events.get(random.nextInt(events.size())));
    }

    /** What was known at an instant is the same without everything that came after it. */
    void check(long ns) {
        String what = rows.key + " " + rows.rows.keySet() + " cut off at " + ns;
        RealDay known = rows.knownAt(ns);
        DayAnalysis cut = analyse(known, Long.MAX_VALUE);
        equal("reset point, " + what, cut == null ? List.of() : Knowable.points(cut, ns), Knowable.points(whole, ns));
        equal("event, " + what, cut == null ? List.of() : Knowable.events(cut, ns), Knowable.events(whole, ns));
        DayAnalysis covered = analyse(known, ns);
        equal(
                "reset point of data covered until then, " + what,
                covered == null ? List.of() : Knowable.points(covered, Long.MAX_VALUE),
                Knowable.points(whole, ns));
    }

    /** Names the first difference: a whole day is too long to read. */
    private static void equal(String what, List<Map<String, Object>> actual, List<Map<String, Object>> expected) {
        for (int i = 0; i < Math.min(actual.size(), expected.size()); i++) {
            assertThat(actual.get(i)).as(i + ". " + what).isEqualTo(expected.get(i));
        }
        assertThat(actual).as("number: " + what).hasSameSizeAs(expected);
    }
}
