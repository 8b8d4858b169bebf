package io.tapelake.scanner.tape;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells lone prints far from their neighbours from prices. A print that is too far from the last clean one is held back
 * until the next print judges it: one near it, or beyond it on the same side, confirms it, and it counts from then on;
 * one that is back where the market was makes it a bad print. Prints more than {@code NEIGHBOURS_NS} apart are no
 * neighbours: they neither doubt nor refute each other. What is clean by an instant depends on nothing after it.
 *
 * <p>Too far is more than {@code FLOOR}, or {@code SPREADS} times the usual distance between neighbours if that is more.
 * Not thread-safe.
 */
public final class PrintFilter {
    /** A print nearer than this to the last one is never doubted. */
    private static final double FLOOR = 0.0953;

    /** A print farther than this is always doubted, however wild the day. */
    public static final double CEILING = 0.35;

    private static final long NEIGHBOURS_NS = 600_000_000_000L;
    private static final double SPREADS = 8;
    private static final double MEMORY = 0.15;

    /** {@link #print}: the print before counts now, this one does not yet. */
    public static final int CONFIRMED_ONLY = -1;

    private final List<Long> badNs = new ArrayList<>();
    private final List<Long> badNanos = new ArrayList<>();
    private final List<Long> badKnownNs = new ArrayList<>();
    private double usual;
    private long clean;
    private long cleanNs;
    private long doubtedNs;
    private long doubted;
    private long confirmed;

    /** A filter before the first print of a day. */
    public PrintFilter() {}

    /**
     * The verdict on the next print: how many prints count now, the last of them this one; {@link #CONFIRMED_ONLY} when only
     * the one before does.
     *
     * @param ns index timestamp, nanoseconds UTC, not before the last one
     * @param price price nanos, positive
     */
    public int print(long ns, long price) {
        boolean confirms = doubted != 0 && (ns - doubtedNs > NEIGHBOURS_NS || confirms(price));
        if (doubted != 0 && !confirms) {
            bad(doubtedNs, doubted, ns);
        }
        if (confirms) {
            confirmed = doubted;
            clean = doubted;
            cleanNs = doubtedNs;
        }
        doubted = 0;
        if (clean == 0) {
            // There is nothing to compare the first print of a day with.
            clean = price;
            cleanNs = ns;
            return 1;
        }
        double distance = distance(price, clean);
        if (distance > tolerance() && ns - cleanNs <= NEIGHBOURS_NS) {
            doubted = price;
            doubtedNs = ns;
            return confirms ? CONFIRMED_ONLY : 0;
        }
        usual += MEMORY * (Math.min(distance, FLOOR) - usual);
        clean = price;
        cleanNs = ns;
        return confirms ? 2 : 1;
    }

    private boolean confirms(long price) {
        double back = Math.log((double) price / clean);
        double out = Math.log((double) doubted / clean);
        // More than half the way out on the same side.
        return back / out > 0.5;
    }

    /** The print that the last one confirmed. */
    public long confirmed() {
        return confirmed;
    }

    /** The last clean price; 0 before there was one. */
    public long clean() {
        return clean;
    }

    /** The print held back at this time; 0 when there is none. */
    public long doubted() {
        return doubted;
    }

    /** How far a price may be from the last clean one, as log return. */
    public double tolerance() {
        return Math.min(CEILING, Math.max(FLOOR, SPREADS * usual));
    }

    /** Notes a bad price, and when it turned out to be one. */
    public void bad(long ns, long price, long knownNs) {
        badNs.add(ns);
        badNanos.add(price);
        badKnownNs.add(knownNs);
    }

    /** Index timestamps of the bad prints. */
    public List<Long> badNs() {
        return List.copyOf(badNs);
    }

    /** Their prices. */
    public List<Long> badNanos() {
        return List.copyOf(badNanos);
    }

    /** When each turned out to be one. */
    public List<Long> badKnownNs() {
        return List.copyOf(badKnownNs);
    }

    /** Distance of two positive prices as absolute log return. */
    public static double distance(long a, long b) {
        return Math.abs(Math.log((double) a / b));
    }
}
