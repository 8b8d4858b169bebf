package io.tapelake.simulator.cache;

/**
 * How days are loaded ahead.
 *
 * @param startAtShare share of a day's reset points after which the next days are loaded, above 0 up to 1
 * @param bytesMax most bytes of the active day and those that wait; a day that is needed now is loaded whatever its size
 * @param attempts how often a load is tried before the day is skipped, at least 1
 * @param fastDayNs a day trained on for less than this asks for three days ahead
 * @param slowDayNs a day trained on for less than this asks for two, others for one
 */
public record PreloadSettings(double startAtShare, long bytesMax, int attempts, long fastDayNs, long slowDayNs) {
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the setting that is out of range
     */
    public PreloadSettings {
        if (!(startAtShare > 0 && startAtShare <= 1)) {
            throw new IllegalArgumentException("startAtShare is " + startAtShare + "; allowed: above 0 up to 1");
        }
        if (bytesMax < 1 || attempts < 1 || fastDayNs < 0 || slowDayNs < fastDayNs) {
            throw new IllegalArgumentException("bytesMax " + bytesMax + " and attempts " + attempts
                    + " must be at least 1, fastDayNs " + fastDayNs + " at most slowDayNs " + slowDayNs);
        }
    }

    /** From 75% on, within so many bytes, two attempts; under ten minutes a day three days ahead, under twenty two. */
    public static PreloadSettings defaults(long bytesMax) {
        return new PreloadSettings(0.75, bytesMax, 2, 10 * NS_PER_MINUTE, 20 * NS_PER_MINUTE);
    }

    /** How many days are loaded ahead when the last one was trained on for so long; 1 before the first is over. */
    public int capacity(long lastDayNs) {
        if (lastDayNs < 0) {
            return 1;
        }
        return lastDayNs < fastDayNs ? 3 : lastDayNs < slowDayNs ? 2 : 1;
    }
}
