package io.tapelake.synthetic.market;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The label of something planted, in seconds of the day.
 *
 * @param kind what it is, or nearly is
 * @param decoy whether it only comes near
 * @param startSecond second of the day at which it begins
 * @param endSecond second of the day at which it is complete
 * @param logAmplitude log return planned for it
 * @param parameters further numbers, by name, in a fixed order
 */
record PlannedThing(
        PlantedEvent.Kind kind,
        boolean decoy,
        int startSecond,
        int endSecond,
        double logAmplitude,
        Map<String, Double> parameters) {
    PlannedThing {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Parameters from names and values in turn. */
    static Map<String, Double> numbers(Object... namesAndValues) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            numbers.put((String) namesAndValues[i], ((Number) namesAndValues[i + 1]).doubleValue());
        }
        return numbers;
    }
}
