package io.tapelake.scanner.score;

import io.tapelake.scanner.Extension;
import java.util.List;

/**
 * Judges a day from its measures. Chosen by name in the configuration: {@code weighted}, or the full name of a class with a
 * public constructor without parameters. Implementations keep no state.
 */
public interface DayScorer {
    /** The components of the judgement with their weights; their order and names are those of the table. */
    List<ScorePart> parts(DayMeasures measures);

    /** The judgement, from 0 to 1; NaN when no component could be computed. */
    default double quality(DayMeasures measures, List<ScorePart> parts) {
        double sum = 0;
        boolean any = false;
        for (ScorePart part : parts) {
            if (!Double.isNaN(part.score())) {
                sum += part.weight() * part.score();
                any = true;
            }
        }
        return any ? Math.max(0, Math.min(1, sum * measures.timeMultiplier())) : Double.NaN;
    }

    /**
     * The scorer of a name.
     *
     * @throws IllegalArgumentException when there is none, with what is allowed
     */
    static DayScorer named(String name) {
        return name.equals("weighted")
                ? new WeightedDayScorer()
                : Extension.load(DayScorer.class, "scorer", name, List.of("weighted"));
    }
}
