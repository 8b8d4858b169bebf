package io.tapelake.scanner.score;

import static io.tapelake.scanner.measure.Rounding.six;

import io.tapelake.scanner.DayKind;
import io.tapelake.scanner.ScannedDay;
import io.tapelake.scanner.event.MinuteGrid;
import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.scanner.reset.Phase;
import io.tapelake.scanner.reset.ResetPoint;
import java.util.List;

/** Judges a day that is over: score, category, tags, and its story in numbers. */
public final class DayJudge {
    private final ScannedDay day;
    private final MinuteGrid grid;
    private final int end;
    private final DayScorer scorer;
    private final DayMeasures measures;
    private final List<ScorePart> parts;

    /**
     * A judge of a day.
     *
     * @param end number of minutes that the data covers
     */
    public DayJudge(ScannedDay day, MinuteGrid grid, int end, DayScorer scorer) {
        this.day = day;
        this.grid = grid;
        this.end = end;
        this.scorer = scorer;
        this.measures = DayMeasures.of(
                grid,
                end,
                day.lookback().measures().movement(),
                day.lookback().measures().rvol());
        this.parts = scorer.parts(measures);
    }

    /** The components of the score. */
    public List<ScorePart> parts() {
        return parts;
    }

    /** The judgement. */
    public DayScore score(DayKind kind, List<ScanEvent> events, List<ResetPoint> points, List<Phase> phases) {
        double quality = scorer.quality(measures, parts);
        Category.Ruling ruling =
                Category.of(kind, new RiskRules(grid, end, events).reason(), quality, measures.movement(), points);
        List<String> missing = parts.stream()
                .filter(part -> Double.isNaN(part.score()))
                .map(ScorePart::name)
                .toList();
        return new DayScore(
                six(quality),
                ruling.category().name(),
                ruling.reason(),
                Tags.of(events, phases, measures.spreadIsEstimated(), grid.scaleIsEstimated()),
                DataGrade.of(day.stats(), missing.size(), end == grid.size()),
                scoreOf("movement"),
                scoreOf("rvol"),
                scoreOf("clarity"),
                scoreOf("spread"),
                scoreOf("continuity"),
                six(measures.clarity()),
                six(measures.spreadToRange()),
                six(measures.continuity()),
                six(measures.timeMultiplier()),
                String.join(",", missing));
    }

    private double scoreOf(String name) {
        return parts.stream()
                .filter(part -> part.name().equals(name))
                .findFirst()
                .map(part -> six(part.score()))
                .orElse(Double.NaN);
    }

    /** The day in numbers. */
    public DayStory story(List<ScanEvent> events, List<ResetPoint> points) {
        return new StoryTeller(grid, end, day.lookback()).tell(day.stats(), events, points);
    }
}
