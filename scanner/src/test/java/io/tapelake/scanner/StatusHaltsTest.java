package io.tapelake.scanner;

import static io.tapelake.model.StatusEvent.HALT;
import static io.tapelake.model.StatusEvent.PAUSE;
import static io.tapelake.model.StatusEvent.PRE_OPEN;
import static io.tapelake.model.StatusEvent.QUOTING;
import static io.tapelake.model.StatusEvent.TRADING;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.Halt;
import io.tapelake.model.StatusEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusHaltsTest {
    private static final int LULD = 50;
    private static final int NONE = 0;
    private static final int SSR_CHANGE = 14;

    private final StatusHalts status = new StatusHalts(new RowSpan("status", null));

    private StatusHaltsTest event(long ns, int action, char isTrading) {
        status.event(new StatusEvent(ns, ns, 2, action, LULD, isTrading));
        return this;
    }

    private static Halt halt(long from, long to) {
        return new Halt(from, to, Halt.Evidence.STATUS, LULD);
    }

    @Test
    void aPauseLastsUntilTrading() {
        event(1, TRADING, 'Y')
                .event(10, PAUSE, 'N')
                .event(20, TRADING, 'Y')
                .event(30, HALT, '~')
                .event(40, TRADING, '~');
        assertThat(status.halts()).containsExactly(halt(10, 20), halt(30, 40));
    }

    @Test
    void quotingAndPreOpenDoNotEndAHalt() {
        event(10, PAUSE, 'N').event(15, QUOTING, 'N').event(16, PRE_OPEN, '~').event(20, TRADING, 'Y');
        assertThat(status.halts()).containsExactly(halt(10, 20));
    }

    @Test
    void noneAndShortSaleChangesLeaveTheStateAlone() {
        event(10, PAUSE, 'N').event(11, NONE, 'Y').event(12, SSR_CHANGE, 'Y').event(20, TRADING, 'Y');
        event(30, NONE, 'N').event(31, SSR_CHANGE, 'N');
        assertThat(status.halts()).containsExactly(halt(10, 20));
    }

    @Test
    void isTradingOverridesTheActionWhenKnown() {
        event(10, HALT, 'Y').event(20, TRADING, 'N').event(30, TRADING, 'N').event(40, QUOTING, 'Y');
        assertThat(status.halts()).containsExactly(halt(20, 40));
    }

    @Test
    void aHaltWithoutResumeStaysOpen() {
        event(10, PAUSE, 'N').event(20, 12, 'N');
        assertThat(status.halts()).isEqualTo(List.of(halt(10, Halt.NOT_RESUMED)));
    }

    @Test
    void aDayOfOrdinaryPhasesHasNoHalt() {
        event(1, PRE_OPEN, 'N')
                .event(2, 4, 'N')
                .event(3, TRADING, 'Y')
                .event(4, 11, 'Y')
                .event(5, 12, 'N')
                .event(6, 13, 'N');
        assertThat(status.halts()).isEmpty();
    }
}
