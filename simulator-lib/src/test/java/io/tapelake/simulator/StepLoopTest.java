package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.model.SymbolDay;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.Lookback;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.step.Cursor;
import io.tapelake.simulator.step.EventTimes;
import io.tapelake.simulator.step.StepLoop;
import io.tapelake.simulator.step.StepParticipant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class StepLoopTest {
    private static final long SECOND = 1_000_000_000L;
    private static final SymbolDay KEY = new SymbolDay(LocalDate.of(2025, 11, 14), "XNAS.ITCH", "AAA");
    private static final long OPEN = RawDay.CALENDAR.sessions(KEY.tradeDate()).openNs();

    private final List<String> seen = new ArrayList<>();

    /** Trades at some seconds after the open, without a feed delay. */
    private static SimulatorDay day(int... seconds) {
        List<RawDay.Trade> trades = new ArrayList<>();
        for (int second : seconds) {
            trades.add(new RawDay.Trade(OPEN + second * SECOND, 2, 10_000_000_000L + second, 100, 'B'));
        }
        return new RawDay(
                        KEY,
                        DaySettings.defaults().withFeedDelayNs(0),
                        Lookback.none(),
                        List.of(),
                        trades,
                        List.of(),
                        List.of())
                .build();
    }

    /** Sends an order at each step; it is due some seconds later. */
    private final class Recorder implements StepParticipant {
        private final TreeSet<Long> due = new TreeSet<>();
        private final long latencyNs;
        private int actions;

        Recorder(long latencyNs) {
            this.latencyNs = latencyNs;
        }

        private void see(String what, long now) {
            seen.add(what + " " + (now - OPEN) / SECOND);
        }

        @Override
        public void marketEvents(long now) {
            see("market", now);
        }

        @Override
        public void restingOrders(long now) {
            see("resting", now);
        }

        @Override
        public boolean agent(long now) {
            see("agent", now);
            due.add(now + latencyNs);
            return ++actions < 2;
        }

        @Override
        public void dueOrders(long now) {
            if (due.remove(now)) {
                see("due", now);
            }
        }

        @Override
        public long nextDueNs(long now) {
            return due.isEmpty() ? EventTimes.NONE : due.first();
        }
    }

    @Test
    void withinAnInstantTheMarketComesFirstThenRestingOrdersTheAgentAndOrdersThatBecomeDue() {
        Cursor cursor = Cursor.sparse(day(0, 5, 5, 9));
        cursor.moveTo(OPEN);
        long steps = StepLoop.run(cursor, Long.MAX_VALUE - 1, new Recorder(0));
        assertThat(steps).isEqualTo(2);
        assertThat(seen)
                .containsExactly("market 0", "resting 0", "agent 0", "due 0", "market 5", "resting 5", "agent 5");
    }

    @Test
    void anOrderThatBecomesDueBetweenTwoStepsMeetsTheMarketThereWithoutTheAgent() {
        Cursor cursor = Cursor.sparse(day(0, 5));
        cursor.moveTo(OPEN);
        StepLoop.run(cursor, Long.MAX_VALUE - 1, new Recorder(3 * SECOND));
        assertThat(seen)
                .containsExactly(
                        "market 0",
                        "resting 0",
                        "agent 0",
                        "market 3",
                        "resting 3",
                        "due 3",
                        "market 5",
                        "resting 5",
                        "agent 5");
    }

    @Test
    void recordsThatAreKnownAtOneInstantAreOneSparseStep() {
        Cursor cursor = Cursor.sparse(day(1, 1, 1, 4));
        cursor.moveTo(OPEN);
        List<Long> steps = new ArrayList<>();
        while (cursor.next()) {
            steps.add((cursor.nowNs() - OPEN) / SECOND);
        }
        assertThat(steps).containsExactly(1L, 4L);
    }

    @Test
    void aHybridCursorJumpsOverSilenceToTheGridInstantThatShowsTheNextEvent() {
        Cursor cursor = Cursor.hybrid(day(1, 2, 60), 2 * SECOND, 10 * SECOND);
        cursor.moveTo(OPEN);
        List<Long> steps = new ArrayList<>();
        while (cursor.next()) {
            steps.add((cursor.nowNs() - OPEN) / SECOND);
        }
        assertThat(steps).containsExactly(2L, 60L);
    }

    @Test
    void aUniformCursorGoesByItsGridFromWhereverItWasPut() {
        Cursor cursor = Cursor.uniform(day(1), 5 * SECOND);
        cursor.moveTo(OPEN + 7 * SECOND);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.nowNs()).isEqualTo(OPEN + 10 * SECOND);
        assertThatThrownBy(() -> Cursor.uniform(day(1), 0)).hasMessageContaining("intervalNs is 0");
    }

    @Test
    void theNearestEventsBeforeAndAfterAreFoundFromAnywhere() {
        EventTimes events = EventTimes.of(day(1, 4, 9));
        assertThat(events.after(OPEN + 4 * SECOND)).isEqualTo(OPEN + 9 * SECOND);
        assertThat(events.atOrBefore(OPEN + 4 * SECOND)).isEqualTo(OPEN + 4 * SECOND);
        assertThat(events.atOrBefore(OPEN + 4 * SECOND - 1)).isEqualTo(OPEN + SECOND);
        assertThat(events.atOrBefore(OPEN)).isEqualTo(Long.MIN_VALUE);
        assertThat(events.after(OPEN + 9 * SECOND)).isEqualTo(EventTimes.NONE);
    }
}
