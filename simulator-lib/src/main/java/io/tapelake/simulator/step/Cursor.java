package io.tapelake.simulator.step;

import io.tapelake.simulator.day.SimulatorDay;

/**
 * Goes through the instants of a day in one of three ways. Instants of the uniform and the hybrid way lie on a grid that
 * begins with the pre-market session, so that they are the same wherever a cursor began. Keeps its place, for one thread;
 * nothing is allocated after it is made. Times are nanoseconds UTC.
 */
public final class Cursor {
    /** How to go on. */
    public enum Mode {
        /** To the next event. Records that become known at the same instant are one step. */
        SPARSE,
        /** By a fixed interval. */
        UNIFORM,
        /** By a fixed interval, but over a silence at once to the first instant of the grid that shows the event after it. */
        HYBRID
    }

    private final Mode mode;
    private final EventTimes events;
    private final long gridStartNs;
    private final long endNs;
    private final long intervalNs;
    private final long silenceNs;
    private long nowNs;

    private Cursor(SimulatorDay day, Mode mode, long intervalNs, long silenceNs) {
        if (mode != Mode.SPARSE && intervalNs <= 0) {
            throw new IllegalArgumentException("intervalNs is " + intervalNs + "; must be above 0");
        }
        if (mode == Mode.HYBRID && silenceNs < intervalNs) {
            throw new IllegalArgumentException(
                    "silenceNs is " + silenceNs + "; must be at least the interval, " + intervalNs);
        }
        this.mode = mode;
        this.events = EventTimes.of(day);
        this.gridStartNs = day.sessions().preOpenNs();
        this.endNs = day.sessions().postCloseNs();
        this.intervalNs = intervalNs;
        this.silenceNs = silenceNs;
        this.nowNs = gridStartNs;
    }

    /** From event to event. */
    public static Cursor sparse(SimulatorDay day) {
        return new Cursor(day, Mode.SPARSE, 0, 0);
    }

    /** By a fixed interval, in nanoseconds. */
    public static Cursor uniform(SimulatorDay day, long intervalNs) {
        return new Cursor(day, Mode.UNIFORM, intervalNs, 0);
    }

    /**
     * By a fixed interval while something happens.
     *
     * @param silenceNs where nothing happens for longer than this, the cursor jumps
     */
    public static Cursor hybrid(SimulatorDay day, long intervalNs, long silenceNs) {
        return new Cursor(day, Mode.HYBRID, intervalNs, silenceNs);
    }

    /** How it goes on. */
    public Mode mode() {
        return mode;
    }

    /** Where it is. A new cursor is at the start of the pre-market session. */
    public long nowNs() {
        return nowNs;
    }

    /** Goes to any instant: the next step goes on from there. */
    public void moveTo(long ns) {
        nowNs = ns;
    }

    /** Goes to the next instant; false, and stays, when it would be after the end of the post-market session. */
    public boolean next() {
        long next = peek();
        if (next > endNs) {
            return false;
        }
        nowNs = next;
        return true;
    }

    /** Where {@link #next} would go; {@link EventTimes#NONE} when there is nothing more. */
    public long peek() {
        return switch (mode) {
            case SPARSE -> events.after(nowNs);
            case UNIFORM -> gridAfter(nowNs);
            case HYBRID -> overSilence();
        };
    }

    private long overSilence() {
        long event = events.after(nowNs);
        if (event == EventTimes.NONE) {
            return EventTimes.NONE;
        }
        return event - nowNs > silenceNs ? gridAfter(event - 1) : gridAfter(nowNs);
    }

    /** The first instant of the grid after an instant. */
    private long gridAfter(long ns) {
        return gridStartNs + (Math.floorDiv(ns - gridStartNs, intervalNs) + 1) * intervalNs;
    }
}
