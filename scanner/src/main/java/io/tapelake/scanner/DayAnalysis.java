package io.tapelake.scanner;

import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.scanner.reset.Phase;
import io.tapelake.scanner.reset.ResetPoint;
import io.tapelake.scanner.score.DayScore;
import io.tapelake.scanner.score.DayStory;
import io.tapelake.scanner.score.ScorePart;
import java.util.List;

/**
 * The third pass over one symbol-day: what happened in it, and where episodes may start.
 *
 * @param index first part of its row of {@code day_index}
 * @param score second part of that row
 * @param story third part of that row
 * @param parts the components of the score with their weights, for explanations
 * @param events every event in order of {@code knownNs}
 * @param resetPoints every candidate in order of decision
 * @param phases the phase of each minute from the start of the pre-market session on
 */
public record DayAnalysis(
        DayIndexRow index,
        DayScore score,
        DayStory story,
        List<ScorePart> parts,
        List<ScanEvent> events,
        List<ResetPoint> resetPoints,
        List<Phase> phases) {}
