package io.tapelake.simulator.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PolicySimulatorTest {
    /** Three days of 100 s; loads take 10 s, 20 s and 40 s. */
    private static final List<TraceDay> TRACE = TraceDay.parse(
            List.of("# name, load, training", "a\t10000\t100000", "b\t20000\t100000", "c\t40000\t100000"));

    private static PolicyResult run(double share, int size) {
        return PolicySimulator.run(TRACE, new BufferPolicy("p", share, size));
    }

    @Test
    void withoutPreloadEveryChangeWaitsForTheWholeLoad() {
        PolicyResult result = run(1, 0);
        assertThat(result.hits()).isZero();
        assertThat(result.stallsMs()).containsExactly(20_000.0, 40_000.0);
    }

    @Test
    void aLoadThatIsLongerThanTheLastQuarterStallsForTheRest() {
        PolicyResult result = run(0.75, 1);
        assertThat(result.hits()).isEqualTo(1);
        assertThat(result.stallsMs()).containsExactly(0.0, 15_000.0);
        assertThat(result.totalStallMs()).isEqualTo(15_000);
    }

    @Test
    void aLargerBufferBeginsEarlier() {
        // The third day follows the second at once: from 75 s to 95 s, then to 135 s.
        assertThat(run(0.75, 2).stallsMs()).containsExactly(0.0, 0.0);
    }

    @Test
    void theTableHasALinePerPolicy() {
        assertThat(PolicySimulator.table(TRACE).lines())
                .hasSize(BufferPolicy.all().size() + 1);
    }

    @Test
    void aMalformedLineIsNamed() {
        assertThatThrownBy(() -> TraceDay.parse(List.of("a\t1\t2", "b\tx\t2")))
                .hasMessageContaining("trace line 2 'b\tx\t2'");
    }
}
