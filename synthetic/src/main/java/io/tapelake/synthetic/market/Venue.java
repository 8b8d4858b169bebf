package io.tapelake.synthetic.market;

import io.tapelake.model.DaySessions;
import java.util.List;

/**
 * The venues of the market: the publishers of EQUS.ALL, with the hours in which they trade and about what share of the
 * volume they have.
 */
public enum Venue {
    /** Nasdaq. */
    XNAS(0, 66, 0.34, Hours.ALL_DAY, 24_000),
    /** NYSE Arca. */
    ARCX(1, 79, 0.30, Hours.ALL_DAY, 38_000),
    /** Cboe BZX. */
    BATS(2, 71, 0.17, Hours.ALL_DAY, 31_000),
    /** New York Stock Exchange; trades in regular hours only. */
    XNYS(3, 67, 0.05, Hours.REGULAR, 36_000),
    /** Investors Exchange, behind its speed bump. */
    IEXG(4, 64, 0.07, Hours.FROM_EIGHT, 410_000),
    /** Nasdaq BX. */
    XBOS(5, 75, 0.04, Hours.FROM_EIGHT, 27_000),
    /** Nasdaq PSX. */
    XPSX(6, 76, 0.03, Hours.FROM_EIGHT, 27_000);

    /** All venues, in the order of their indexes. */
    public static final List<Venue> ALL = List.of(values());

    /** Number of venues. */
    static final int COUNT = values().length;

    private enum Hours {
        ALL_DAY,
        FROM_EIGHT,
        REGULAR
    }

    private static final long HOUR_NS = 3_600_000_000_000L;

    private final int index;
    private final int publisher;
    private final double share;
    private final Hours hours;
    private final int latencyNanos;

    Venue(int index, int publisher, double share, Hours hours, int latencyNanos) {
        this.index = index;
        this.publisher = publisher;
        this.share = share;
        this.hours = hours;
        this.latencyNanos = latencyNanos;
    }

    /** Position in {@link #ALL}. */
    public int index() {
        return index;
    }

    /** Databento's publisher id within EQUS.ALL. */
    public int publisher() {
        return publisher;
    }

    /** Share of the volume of a symbol that is listed elsewhere. */
    double share() {
        return share;
    }

    /** Typical nanoseconds from the matching engine to the capture server. */
    int latencyNanos() {
        return latencyNanos;
    }

    /** First instant of the day at which the venue trades. */
    long opensNs(DaySessions day) {
        return switch (hours) {
            case ALL_DAY -> day.preOpenNs();
            case FROM_EIGHT -> day.preOpenNs() + 4 * HOUR_NS;
            case REGULAR -> day.openNs();
        };
    }

    /** First instant of the day at which the venue trades no more. */
    long closesNs(DaySessions day) {
        return switch (hours) {
            case ALL_DAY -> day.postCloseNs();
            case FROM_EIGHT -> day.closeNs() + HOUR_NS;
            // The closing cross prints in the seconds after the bell.
            case REGULAR -> day.closeNs() + HOUR_NS / 60;
        };
    }
}
