package io.tapelake.scanner.tape;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WickFilterTest {
    private static final long BODY = 10_000_000_000L;

    private static long times(double factor) {
        return Math.round(BODY * factor);
    }

    @Test
    void aWickWithinTheFloorStays() {
        WickFilter minutes = new WickFilter(60);
        assertThat(minutes.high(times(1.28), BODY)).isEqualTo(times(1.28));
        assertThat(minutes.low(times(0.79), BODY)).isEqualTo(times(0.79));
        WickFilter seconds = new WickFilter(1);
        assertThat(seconds.high(times(1.12), BODY)).isEqualTo(times(1.12));
    }

    @Test
    void aLongerWickIsCutToTheBody() {
        WickFilter minutes = new WickFilter(60);
        assertThat(minutes.high(times(1.29), BODY)).isEqualTo(BODY);
        assertThat(minutes.low(times(0.77), BODY)).isEqualTo(BODY);
        WickFilter seconds = new WickFilter(1);
        assertThat(seconds.high(times(1.13), BODY)).isEqualTo(BODY);
        assertThat(seconds.low(times(0.88), BODY)).isEqualTo(BODY);
    }

    @Test
    void wideBarsAllowLongerWicksUpToACeiling() {
        WickFilter minutes = new WickFilter(60);
        for (int i = 0; i < 200; i++) {
            minutes.bar(times(1.06), BODY);
        }
        assertThat(minutes.high(times(1.4), BODY)).isEqualTo(times(1.4));
        assertThat(minutes.high(times(1.5), BODY))
                .as("more than 40% as log return")
                .isEqualTo(BODY);
    }

    @Test
    void aStrayHighLeavesTheMinuteAndIsNoted() {
        TapeBuilder builder = new TapeBuilder(java.time.LocalDate.of(2025, 11, 14), 60);
        long start = 1_763_130_600L * 1_000_000_000L;
        builder.bar(start, BODY, times(1.01), times(0.99), BODY, 100);
        builder.bar(start + 60_000_000_000L, BODY, times(1.5), times(0.99), times(1.005), 100);
        MinuteTape tape = builder.build(null, java.util.List.of(), Long.MAX_VALUE);
        assertThat(tape.highNanos(1)).isEqualTo(times(1.005));
        assertThat(tape.lowNanos(1)).isEqualTo(times(0.99));
        assertThat(tape.badPrintsNanos()).containsExactly(times(1.5));
        assertThat(tape.badPrintsNs()).containsExactly(start + 60_000_000_000L);
        assertThat(tape.badPrintsKnownNs()).containsExactly(start + 60_000_000_000L);
    }
}
