package io.tapelake.jobs.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;

class RunStateTest {

    private record Step(RunState from, RunState to) {}

    private static final Set<Step> LEGAL = Set.of(
            new Step(RunState.BEGUN, RunState.WRITING),
            new Step(RunState.BEGUN, RunState.ABANDONED),
            new Step(RunState.WRITING, RunState.WRITING),
            new Step(RunState.WRITING, RunState.PUBLISHED),
            new Step(RunState.WRITING, RunState.ABANDONED));

    @Test
    void onlyARunThatWroteCanBePublishedAndOneThatHasEndedDoesNothingMore() {
        for (RunState from : RunState.values()) {
            for (RunState to : RunState.values()) {
                if (LEGAL.contains(new Step(from, to))) {
                    assertThat(from.to(to)).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> from.to(to))
                            .isInstanceOf(IllegalStateException.class)
                            .hasMessageContaining("is " + from + " cannot become " + to);
                }
            }
        }
        assertThat(RunState.PUBLISHED.isOpen()).isFalse();
        assertThat(RunState.ABANDONED.isOpen()).isFalse();
    }
}
