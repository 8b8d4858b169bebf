package io.tapelake.scanner.example;

import io.tapelake.scanner.measure.PiecewiseLinear;
import io.tapelake.scanner.score.DayMeasures;
import io.tapelake.scanner.score.DayScorer;
import io.tapelake.scanner.score.ScorePart;
import java.util.List;

/** Judges a day by its movement alone; quality is then this one part times the weight of the times of day. */
public final class MovementOnly implements DayScorer {
    private static final PiecewiseLinear MOVEMENT = PiecewiseLinear.score(0.05, 0.10, 0.20, 0.50);

    @Override
    public List<ScorePart> parts(DayMeasures measures) {
        double movement = measures.movement();
        return List.of(new ScorePart("movement", movement, MOVEMENT.at(movement), 1));
    }
}
