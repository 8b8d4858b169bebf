package io.tapelake.scanner.reset;

import io.tapelake.scanner.event.MinuteView;
import io.tapelake.scanner.measure.PiecewiseLinear;
import java.util.ArrayList;
import java.util.List;

/**
 * A weighted mean of six components, the weights of missing ones spread over the others, times the weight of the part of the
 * day. {@code docs/measures.md} has the table.
 */
final class WeightedSetupScorer implements SetupScorer {
    static final int WINDOW = 20;
    static final int THRUST_MINUTES = 5;

    private static final List<String> NAMES = List.of("movement", "volume", "trend", "thrust", "spread", "continuity");
    private static final double[] WEIGHTS = {0.25, 0.25, 0.15, 0.15, 0.10, 0.10};
    private static final PiecewiseLinear MOVEMENT = PiecewiseLinear.score(0.05, 0.10, 0.20, 0.50);
    private static final PiecewiseLinear VOLUME = PiecewiseLinear.score(1, 2, 3, 5);
    private static final PiecewiseLinear TREND = PiecewiseLinear.score(0.1, 0.3, 0.5, 0.7);
    private static final PiecewiseLinear THRUST = PiecewiseLinear.score(0.3, 0.8, 1.3, 2.0);
    private static final PiecewiseLinear SPREAD = PiecewiseLinear.score(1.0, 0.5, 0.25, 0.1);
    private static final PiecewiseLinear CONTINUITY = PiecewiseLinear.score(0.2, 0.5, 0.7, 0.9);

    @Override
    public SetupScore score(MinuteView view, TimeBucket bucket) {
        int now = view.now();
        double atr = view.atr5(now);
        int from = now - WINDOW;
        int before = now - THRUST_MINUTES;
        double thrust = before < 0 ? Double.NaN : Math.abs(view.close(now) - view.close(before)) / atr;
        double[] scores = {
            MOVEMENT.at(Moment.movementSoFar(view)),
            VOLUME.at(Moment.relativeVolume(view)),
            TREND.at(from < 0 ? Double.NaN : Efficiency.of(view, from, now)),
            THRUST.at(thrust),
            SPREAD.at((view.ask(now) - view.bid(now)) / atr),
            CONTINUITY.at(from < 0 ? Double.NaN : view.tradedMinutes(from + 1, now) / (double) WINDOW)
        };
        double sum = 0;
        double weights = 0;
        List<String> missing = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            if (Double.isNaN(scores[i])) {
                missing.add(NAMES.get(i));
            } else {
                sum += WEIGHTS[i] * scores[i];
                weights += WEIGHTS[i];
            }
        }
        double quality = weights == 0 ? Double.NaN : Math.max(0, Math.min(1, sum / weights * bucket.multiplier()));
        return new SetupScore(
                quality, scores[0], scores[1], scores[2], scores[3], scores[4], scores[5], String.join(",", missing));
    }
}
