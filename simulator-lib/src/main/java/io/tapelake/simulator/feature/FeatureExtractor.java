package io.tapelake.simulator.feature;

import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.market.MarketView;

/**
 * Fills arrays with the features of one day. Going on in time is quicker than jumping, and gives the same bits. Allocates
 * nothing. For one thread; made by {@link FeatureSet#on}.
 */
public final class FeatureExtractor {
    private static final float NO_AGE = -1f;
    private static final double SECONDS_PER_NANO = 1e-9;

    private final Feature[] features;
    private final FeatureInputs inputs;
    private final MarketView ownView;

    FeatureExtractor(Feature[] features, SimulatorDay day) {
        this.features = features;
        this.inputs = new FeatureInputs(day);
        this.ownView = MarketView.of(day);
    }

    /**
     * Fills the features at the instant of a view of the same day.
     *
     * @param buffer gets {@link FeatureSet#floats} values from {@code offset} on
     */
    public void fill(MarketView view, float[] buffer, int offset) {
        inputs.at(view);
        int count = features.length;
        float printAge = seconds(view.lastPriceAgeNs());
        float quoteAge = seconds(older(view.bidAgeNs(), view.askAgeNs()));
        float minuteAge = seconds(view.minuteAgeNs());
        float statusAge = seconds(view.statusAgeNs());
        for (int i = 0; i < count; i++) {
            Feature feature = features[i];
            float value = (float) feature.value().applyAsDouble(inputs);
            boolean valid = Float.isFinite(value);
            buffer[offset + i] = valid ? value : 0f;
            buffer[offset + count + i] = valid ? 1f : 0f;
            float age =
                    switch (feature.basis()) {
                        case PRINTS -> printAge;
                        case QUOTES -> quoteAge;
                        case MINUTES -> minuteAge;
                        case STATUS -> statusAge;
                        case CLOCK -> 0f;
                    };
            buffer[offset + 2 * count + i] = valid ? age : NO_AGE;
        }
    }

    /** Fills the features of many instants, in any order, one after the other into the buffer. */
    public void fill(long[] instantsNs, float[] buffer, int offset) {
        int at = offset;
        for (long ns : instantsNs) {
            fill(ownView.moveTo(ns), buffer, at);
            at += 3 * features.length;
        }
    }

    /** The older of the sides that are there. */
    private static long older(long bidAgeNs, long askAgeNs) {
        return bidAgeNs == MarketView.NO_AGE || askAgeNs == MarketView.NO_AGE
                ? Math.min(bidAgeNs, askAgeNs)
                : Math.max(bidAgeNs, askAgeNs);
    }

    private static float seconds(long ns) {
        return ns == MarketView.NO_AGE ? NO_AGE : (float) (ns * SECONDS_PER_NANO);
    }
}
