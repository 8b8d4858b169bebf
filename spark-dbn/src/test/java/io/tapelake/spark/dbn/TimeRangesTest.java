package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Sets of times beside the predicates they stand for, on every time of a small world. */
class TimeRangesTest {
    private static final int WORLD = 24;

    /** Closed intervals, to be united. */
    @Provide
    Arbitrary<List<long[]>> intervals() {
        Arbitrary<Long> time = Arbitraries.longs().between(-3, WORLD);
        return Combinators.combine(time, time)
                .as((first, last) -> new long[] {first, last})
                .list()
                .ofMaxSize(5);
    }

    @Property
    void unionAndIntersectionAreThoseOfThePredicates(
            @ForAll("intervals") List<long[]> left, @ForAll("intervals") List<long[]> right) {
        TimeRanges a = united(left);
        TimeRanges b = united(right);
        assertSame(a, ns -> holds(left, ns));
        assertSame(a.union(b), ns -> holds(left, ns) || holds(right, ns));
        assertSame(a.intersect(b), ns -> holds(left, ns) && holds(right, ns));
        assertThat(a.union(b)).isEqualTo(b.union(a));
        assertThat(a.intersect(b)).isEqualTo(b.intersect(a));
    }

    @Property
    void meetsIsAnyTimeOfTheInterval(@ForAll("intervals") List<long[]> set) {
        TimeRanges ranges = united(set);
        for (long first = 0; first < WORLD; first++) {
            boolean any = false;
            for (long last = first; last < WORLD; last++) {
                any |= holds(set, last);
                assertThat(ranges.meets(first, last)).isEqualTo(any);
            }
        }
    }

    @Test
    void allHoldsEveryDefinedTimeAndNoUndefinedOne() {
        assertThat(TimeRanges.all().contains(0)).isTrue();
        assertThat(TimeRanges.all().contains(Long.MAX_VALUE)).isTrue();
        assertThat(TimeRanges.all().contains(-1)).isFalse();
        assertThat(TimeRanges.none().contains(0)).isFalse();
        assertThat(TimeRanges.closed(0, 4).union(TimeRanges.closed(5, Long.MAX_VALUE)))
                .isEqualTo(TimeRanges.all());
    }

    private static TimeRanges united(List<long[]> intervals) {
        TimeRanges ranges = TimeRanges.none();
        for (long[] interval : intervals) {
            ranges = ranges.union(TimeRanges.closed(interval[0], interval[1]));
        }
        return ranges;
    }

    private static boolean holds(List<long[]> intervals, long ns) {
        return intervals.stream().anyMatch(interval -> ns >= interval[0] && ns <= interval[1]);
    }

    private static void assertSame(TimeRanges ranges, LongPredicate predicate) {
        List<Long> expected = new ArrayList<>();
        List<Long> found = new ArrayList<>();
        for (long ns = 0; ns <= WORLD + 1; ns++) {
            if (predicate.test(ns)) {
                expected.add(ns);
            }
            if (ranges.contains(ns)) {
                found.add(ns);
            }
        }
        assertThat(found).isEqualTo(expected);
        assertThat(ranges.isEmpty()).isEqualTo(expected.isEmpty());
        assertThat(ranges.contains(-1)).isFalse();
    }
}
