package io.tapelake.spark.dbn;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A set of instants as sorted, disjoint, closed intervals of UNIX nanoseconds. Immutable.
 *
 * <p>Closed at both ends so that the last representable nanosecond needs no special case. An undefined time is in no
 * set, not even in {@link #all()}: as in SQL, a comparison with null is not true.
 */
final class TimeRanges implements Serializable {
    private static final TimeRanges ALL = new TimeRanges(new long[] {0, Long.MAX_VALUE});
    private static final TimeRanges NONE = new TimeRanges(new long[0]);

    /** first0, last0, first1, last1, ... */
    private final long[] bounds;

    private TimeRanges(long[] bounds) {
        this.bounds = bounds;
    }

    /** Every defined time: DBN times are unsigned, so none is before 1970. */
    static TimeRanges all() {
        return ALL;
    }

    static TimeRanges none() {
        return NONE;
    }

    /** The times from {@code firstNs} to {@code lastNs}, both included; none if that is empty. */
    static TimeRanges closed(long firstNs, long lastNs) {
        long first = Math.max(0, firstNs);
        return first > lastNs ? NONE : new TimeRanges(new long[] {first, lastNs});
    }

    boolean isEmpty() {
        return bounds.length == 0;
    }

    /** Whether every defined time is in the set. */
    boolean isAll() {
        return bounds.length == 2 && bounds[0] == 0 && bounds[1] == Long.MAX_VALUE;
    }

    boolean contains(long ns) {
        if (bounds.length == 2) {
            return ns >= bounds[0] && ns <= bounds[1];
        }
        int at = Arrays.binarySearch(bounds, ns);
        // An exact hit is a bound, and bounds belong to their interval; else an odd insertion point is inside one.
        return at >= 0 || (-at - 1) % 2 == 1;
    }

    /** Whether any time from {@code firstNs} to {@code lastNs}, both included, is in the set. */
    boolean meets(long firstNs, long lastNs) {
        return !intersect(closed(firstNs, lastNs)).isEmpty();
    }

    TimeRanges intersect(TimeRanges other) {
        long[] out = new long[bounds.length + other.bounds.length];
        int n = 0;
        int i = 0;
        int j = 0;
        while (i < bounds.length && j < other.bounds.length) {
            long first = Math.max(bounds[i], other.bounds[j]);
            long last = Math.min(bounds[i + 1], other.bounds[j + 1]);
            if (first <= last) {
                out[n++] = first;
                out[n++] = last;
            }
            if (bounds[i + 1] < other.bounds[j + 1]) {
                i += 2;
            } else {
                j += 2;
            }
        }
        return n == 0 ? NONE : new TimeRanges(Arrays.copyOf(out, n));
    }

    TimeRanges union(TimeRanges other) {
        long[][] intervals = new long[(bounds.length + other.bounds.length) / 2][];
        for (int i = 0; i < intervals.length; i++) {
            int at = 2 * i;
            intervals[i] = at < bounds.length
                    ? new long[] {bounds[at], bounds[at + 1]}
                    : new long[] {other.bounds[at - bounds.length], other.bounds[at - bounds.length + 1]};
        }
        Arrays.sort(intervals, (a, b) -> Long.compare(a[0], b[0]));
        long[] out = new long[2 * intervals.length];
        int n = 0;
        for (long[] interval : intervals) {
            // Neighbours without a gap are joined; subtracting 1 cannot overflow because bounds are not negative.
            if (n > 0 && interval[0] - 1 <= out[n - 1]) {
                out[n - 1] = Math.max(out[n - 1], interval[1]);
            } else {
                out[n++] = interval[0];
                out[n++] = interval[1];
            }
        }
        return n == 0 ? NONE : new TimeRanges(Arrays.copyOf(out, n));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TimeRanges that && Arrays.equals(bounds, that.bounds);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bounds);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < bounds.length; i += 2) {
            text.append(i == 0 ? "" : " or ").append('[').append(bounds[i]).append(", ");
            text.append(bounds[i + 1]).append(']');
        }
        return text.isEmpty() ? "none" : text.toString();
    }
}
