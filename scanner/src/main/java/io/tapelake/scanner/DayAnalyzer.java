package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import io.tapelake.scanner.score.DayScore;
import io.tapelake.scanner.score.DayStory;
import io.tapelake.scanner.tape.MinuteTape;
import java.util.List;

/** The third pass over one symbol-day. */
final class DayAnalyzer {
    private final ScannedDay day;
    private final MinuteTape tape;
    private final DaySessions sessions;
    private final ScanSettings settings;

    DayAnalyzer(ScannedDay day, MinuteTape tape, DaySessions sessions, ScanSettings settings) {
        this.day = day;
        this.tape = tape;
        this.sessions = sessions;
        this.settings = settings;
    }

    DayAnalysis analyze(DayKind kind, double inclusionProbability, long coveredUntilNs) {
        double none = Double.NaN;
        DayScore score = new DayScore(
                none,
                "MIXED",
                settings.scorer(),
                sessions.earlyClose() ? "early_close" : "",
                "A",
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                none,
                "");
        int no = (int) DayStats.ABSENT;
        DayStory story = new DayStory(
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                no,
                none,
                none,
                no,
                no,
                none,
                no,
                none,
                no,
                none,
                no,
                List.of(),
                List.of(),
                none,
                none,
                none,
                tape.badPrintsNs().size(),
                no,
                no);
        return new DayAnalysis(
                DayIndexRow.of(
                        kind, inclusionProbability, day.stats(), day.lookback().measures()),
                score,
                story,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
