package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.model.SymbolDay;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.Lookback;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.execution.FutureBuffer;
import io.tapelake.simulator.execution.Interpolation;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class ExecutionViewTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long USD = 1_000_000_000L;
    private static final SymbolDay KEY = new SymbolDay(LocalDate.of(2025, 11, 14), "XNAS.ITCH", "AAA");
    private static final long OPEN = RawDay.CALENDAR.sessions(KEY.tradeDate()).openNs();

    private final LongAdder asked = new LongAdder();
    private final LongAdder guessed = new LongAdder();
    private final SimulatorDay day = new RawDay(
                    KEY,
                    DaySettings.defaults(),
                    Lookback.none(),
                    List.of(),
                    List.of(trade(0, 10 * USD, 100), trade(10, 10 * USD + USD / 5, 400), trade(400, 11 * USD, 100)),
                    List.of(),
                    List.of())
            .build();

    private static RawDay.Trade trade(int second, long price, long size) {
        return new RawDay.Trade(OPEN + second * SECOND, 2, price, size, 'B');
    }

    private FutureBuffer buffer() {
        FutureBuffer future = FutureBuffer.of(day, FutureBuffer.DEFAULT_SPAN_NS, asked);
        future.moveTo(OPEN);
        return future;
    }

    @Test
    void theFutureBufferEndsAfterFiveMinutesAndEveryQuestionIsCounted() {
        FutureBuffer future = buffer();
        assertThat(future.nextPrintRow(OPEN)).isEqualTo(1);
        assertThat(future.printRowBy(OPEN + 20 * SECOND)).isEqualTo(1);
        assertThat(future.nextPrintRow(OPEN + 20 * SECOND))
                .as("the third lies beyond it")
                .isEqualTo(-1);
        assertThatThrownBy(() -> future.printRowBy(OPEN + 300 * SECOND))
                .hasMessageContaining("beyond the future buffer");
        assertThat(asked.sum()).isEqualTo(4);
        assertThat(future.uses()).isEqualTo(4);
    }

    @Test
    void itGoesByTheTimeOfReceiptBeforeTheFeedDelay() {
        assertThat(buffer().printRowBy(OPEN + 10 * SECOND)).isEqualTo(1);
        assertThat(day.prints().rowAt(OPEN + 10 * SECOND)).isZero();
    }

    @Test
    void aGuessLiesOnTheLineBetweenTwoPrintsWithItsBidBelowItsAskAndIsCounted() {
        Interpolation between = new Interpolation(day, buffer(), 0.001, 0.1, guessed);
        Interpolation.Guess guess = between.at(OPEN + 5 * SECOND);
        assertThat(guess.priceNanos()).isEqualTo(10 * USD + USD / 10);
        assertThat(guess.shares()).isEqualTo(200);
        assertThat(guess.bidNanos()).isLessThan(guess.priceNanos());
        assertThat(guess.askNanos()).isGreaterThan(guess.priceNanos());
        Interpolation.Guess early = between.at(OPEN + SECOND);
        assertThat(guess.askNanos() - guess.bidNanos())
                .as("the spread widens with age")
                .isGreaterThan(early.askNanos() - early.bidNanos());
        assertThat(guessed.sum()).isEqualTo(2);
    }

    @Test
    void thereIsNoGuessPastTheBufferOrBeforeTheFirstPrint() {
        Interpolation between = new Interpolation(day, buffer(), 0.001, 0.1, guessed);
        assertThat(between.at(OPEN + 20 * SECOND)).isNull();
        assertThat(between.at(OPEN - SECOND)).isNull();
        assertThat(guessed.sum()).isZero();
    }
}
