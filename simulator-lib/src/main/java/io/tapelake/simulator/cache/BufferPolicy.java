package io.tapelake.simulator.cache;

import java.util.List;

/**
 * When days are loaded ahead, and how many.
 *
 * @param name in words
 * @param startAtShare share of a day after which loading begins, 0 to 1
 * @param size days ahead; {@link #ADAPTIVE} for one to three by the speed of the training, 0 for none
 */
public record BufferPolicy(String name, double startAtShare, int size) {
    /** A size that follows the training. */
    public static final int ADAPTIVE = -1;

    private static final PreloadSettings DEFAULTS = PreloadSettings.defaults(Long.MAX_VALUE);
    private static final double NS_PER_MS = 1e6;

    /** Those worth comparing. */
    public static List<BufferPolicy> all() {
        return List.of(
                new BufferPolicy("no preload", 1, 0),
                new BufferPolicy("1 day from 50%", 0.5, 1),
                new BufferPolicy("1 day from 75%", 0.75, 1),
                new BufferPolicy("1 day from 90%", 0.9, 1),
                new BufferPolicy("3 days from 75%", 0.75, 3),
                new BufferPolicy("adaptive from 75%", 0.75, ADAPTIVE),
                new BufferPolicy("1 day from the start", 0, 1));
    }

    /** How many days ahead while a day is trained on, after one that took so long; negative before the first is over. */
    int capacity(double lastTrainingMs) {
        return size == ADAPTIVE
                ? DEFAULTS.capacity(lastTrainingMs < 0 ? -1 : (long) (lastTrainingMs * NS_PER_MS))
                : size;
    }
}
