package io.tapelake.simulator.feature;

import java.util.function.ToDoubleFunction;

/**
 * A feature: its name, and what it is.
 *
 * @param name its name, unique
 * @param unit its unit
 * @param warmUp what must have happened before it is valid
 * @param basis what it is made of, for its age
 * @param value its value; NaN or infinite where there is none
 */
record Feature(String name, String unit, String warmUp, Basis basis, ToDoubleFunction<FeatureInputs> value) {

    /** What a feature is made of; its age is the time since that last changed. */
    enum Basis {
        /** Prints. */
        PRINTS,
        /** Best bid and ask, the older of those that are there. */
        QUOTES,
        /** The last minute that is over. */
        MINUTES,
        /** Status records. */
        STATUS,
        /** What does not age: the clock, and what was known before the day. */
        CLOCK
    }
}
