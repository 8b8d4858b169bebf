package io.tapelake.scanner.reset;

import io.tapelake.model.DaySessions;

/** Parts of the trading day. Each includes its start and excludes its end. */
public enum TimeBucket {
    /** Before the bell. */
    PREMARKET(1.0),
    /** The first hour, 09:30 to 10:30. */
    OPEN(1.1),
    /** 10:30 to 11:30. */
    MORNING(1.0),
    /** 11:30 to 14:00. */
    MIDDAY(0.9),
    /** 14:00 to the last hour. */
    AFTERNOON(0.95),
    /** The last hour before that day's close. */
    POWER_HOUR(1.1),
    /** After the close. */
    POSTMARKET(0.9);

    private static final long HOUR_NS = 3_600_000_000_000L;

    private final double multiplier;

    TimeBucket(double multiplier) {
        this.multiplier = multiplier;
    }

    /** What movement in this part of the day counts for in the score of the day. */
    public double multiplier() {
        return multiplier;
    }

    /** Share of this part of the day that is over at an instant in it, from 0 to 1. */
    public double elapsed(long ns, DaySessions sessions) {
        long open = sessions.openNs();
        long lastHour = sessions.closeNs() - HOUR_NS;
        long from =
                switch (this) {
                    case PREMARKET -> sessions.preOpenNs();
                    case OPEN -> open;
                    case MORNING -> open + HOUR_NS;
                    case MIDDAY -> open + 2 * HOUR_NS;
                    case AFTERNOON -> open + 4 * HOUR_NS + HOUR_NS / 2;
                    case POWER_HOUR -> lastHour;
                    case POSTMARKET -> sessions.closeNs();
                };
        long to =
                switch (this) {
                    case PREMARKET -> open;
                    case OPEN -> Math.min(open + HOUR_NS, lastHour);
                    case MORNING -> Math.min(open + 2 * HOUR_NS, lastHour);
                    case MIDDAY -> Math.min(open + 4 * HOUR_NS + HOUR_NS / 2, lastHour);
                    case AFTERNOON -> lastHour;
                    case POWER_HOUR -> sessions.closeNs();
                    case POSTMARKET -> sessions.postCloseNs();
                };
        return to <= from ? 1 : Math.max(0, Math.min(1, (ns - from) / (double) (to - from)));
    }

    /** The part of the day an instant lies in, nanoseconds UTC. On an early close the last hour comes first. */
    public static TimeBucket at(long ns, DaySessions sessions) {
        if (ns < sessions.openNs()) {
            return PREMARKET;
        }
        if (ns >= sessions.closeNs()) {
            return POSTMARKET;
        }
        if (ns >= sessions.closeNs() - HOUR_NS) {
            return POWER_HOUR;
        }
        long since = ns - sessions.openNs();
        if (since < HOUR_NS) {
            return OPEN;
        }
        if (since < 2 * HOUR_NS) {
            return MORNING;
        }
        return since < 4 * HOUR_NS + HOUR_NS / 2 ? MIDDAY : AFTERNOON;
    }
}
