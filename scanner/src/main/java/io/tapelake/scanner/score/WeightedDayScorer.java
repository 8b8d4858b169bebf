package io.tapelake.scanner.score;

import io.tapelake.scanner.measure.PiecewiseLinear;
import java.util.ArrayList;
import java.util.List;

/** A weighted mean of five components; {@code docs/measures.md} has the table. */
final class WeightedDayScorer implements DayScorer {
    private record Component(String name, double weight, PiecewiseLinear map) {}

    private static final List<Component> COMPONENTS = List.of(
            new Component("movement", 0.30, PiecewiseLinear.score(0.05, 0.10, 0.20, 0.50)),
            new Component("rvol", 0.25, PiecewiseLinear.score(1, 2, 3, 5)),
            new Component("clarity", 0.20, PiecewiseLinear.score(0.1, 0.4, 0.6, 0.8)),
            new Component("spread", 0.15, PiecewiseLinear.score(1.0, 0.5, 0.25, 0.1)),
            new Component("continuity", 0.10, PiecewiseLinear.score(0.2, 0.5, 0.7, 0.9)));

    @Override
    public List<ScorePart> parts(DayMeasures measures) {
        double[] values = {
            measures.movement(), measures.rvol(), measures.clarity(), measures.spreadToRange(), measures.continuity()
        };
        double present = 0;
        for (int i = 0; i < values.length; i++) {
            present += Double.isNaN(values[i]) ? 0 : COMPONENTS.get(i).weight();
        }
        List<ScorePart> parts = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            Component component = COMPONENTS.get(i);
            double weight = Double.isNaN(values[i]) || present == 0 ? 0 : component.weight() / present;
            parts.add(new ScorePart(component.name(), values[i], component.map().at(values[i]), weight));
        }
        return parts;
    }
}
