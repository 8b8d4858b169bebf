package io.tapelake.scanner.tape;

/**
 * Cuts the wick of a bar that reaches far beyond its body: a bar shows only its extremes, and one bad print makes one.
 * Too far is more than a floor that depends on the length of the bars, or {@code RANGES} times the usual range of a bar if that is more.
 * Not thread-safe.
 */
public final class WickFilter {
    private static final double FLOOR_SECOND = 0.12;
    private static final double FLOOR_MINUTE = 0.25;
    private static final double CEILING = 0.40;
    private static final double RANGES = 6;
    private static final double MEMORY = 0.05;

    private final double floor;
    private double usual;

    /** A filter of bars of this many seconds, before the first bar of a day. */
    public WickFilter(int barSeconds) {
        floor = barSeconds >= 60 ? FLOOR_MINUTE : FLOOR_SECOND;
    }

    /** The high, or the top of the body if the wick is too long. */
    public long high(long high, long bodyTop) {
        return PrintFilter.distance(high, bodyTop) > tolerance() ? bodyTop : high;
    }

    /** The low, or the bottom of the body if the wick is too long. */
    public long low(long low, long bodyBottom) {
        return PrintFilter.distance(low, bodyBottom) > tolerance() ? bodyBottom : low;
    }

    /** Learns from a clean bar. */
    public void bar(long high, long low) {
        usual += MEMORY * (PrintFilter.distance(high, low) - usual);
    }

    private double tolerance() {
        return Math.min(CEILING, Math.max(floor, RANGES * usual));
    }
}
