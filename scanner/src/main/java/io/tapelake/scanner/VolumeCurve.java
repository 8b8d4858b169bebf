package io.tapelake.scanner;

/**
 * The usual course of a security's volume through the day: shares traded from 04:00 to 04:05, 04:10, ... 20:00 New York
 * time, as a mean over days. Immutable.
 */
public final class VolumeCurve {
    private static final int MINUTES_PER_MARK = 5;

    private final double[] marks;

    private VolumeCurve(double[] marks) {
        this.marks = marks;
    }

    /** A curve of 192 ascending numbers. */
    static VolumeCurve of(double[] marks) {
        return new VolumeCurve(marks.clone());
    }

    /** Shares usually traded within some minutes from 04:00 on, 0 to 960; between marks in proportion to time. */
    public double shares(int minutesSince0400) {
        int minutes = Math.max(0, Math.min(minutesSince0400, marks.length * MINUTES_PER_MARK));
        int mark = minutes / MINUTES_PER_MARK;
        double before = mark == 0 ? 0 : marks[mark - 1];
        int rest = minutes % MINUTES_PER_MARK;
        return rest == 0 ? before : before + (marks[mark] - before) * rest / MINUTES_PER_MARK;
    }
}
