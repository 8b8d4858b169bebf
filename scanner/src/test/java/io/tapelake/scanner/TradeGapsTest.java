package io.tapelake.scanner;

import static io.tapelake.scanner.Fixture.DATE;
import static io.tapelake.scanner.Fixture.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.Halt;
import io.tapelake.model.SessionCalendar;
import java.util.List;
import org.junit.jupiter.api.Test;

class TradeGapsTest {
    private static final long SECOND = 1_000_000_000L;

    /** Halts found when {@code count} trades in the half minute before {@code last} are followed by one at {@code next}. */
    private static List<Halt> halts(int count, String last, String next) {
        TradeGaps gaps = new TradeGaps(SessionCalendar.usEquities().sessions(DATE), ScanSettings.defaults());
        for (int i = count - 1; i >= 0; i--) {
            gaps.trade(at(last) - i * 30 * SECOND / count);
        }
        gaps.trade(at(next));
        return gaps.halts();
    }

    @Test
    void aGapOfTheThresholdAfterABusyMinuteIsAHalt() {
        assertThat(halts(100, "10:08:36", "10:13:26"))
                .containsExactly(
                        new Halt(at("10:08:36"), at("10:13:26"), Halt.Evidence.TRADE_GAP, Halt.UNKNOWN_REASON));
    }

    @Test
    void aShorterGapIsNone() {
        assertThat(halts(100, "10:08:36", "10:13:25.999999999")).isEmpty();
    }

    @Test
    void aQuietMinuteBeforeTheGapIsNone() {
        assertThat(halts(99, "10:08:36", "10:20:00")).isEmpty();
    }

    @Test
    void tradesOlderThanAMinuteDoNotMakeItBusy() {
        TradeGaps gaps = new TradeGaps(SessionCalendar.usEquities().sessions(DATE), ScanSettings.defaults());
        gaps.trade(at("10:07:36"));
        for (int i = 98; i >= 0; i--) {
            gaps.trade(at("10:08:36") - i);
        }
        gaps.trade(at("10:20:00"));
        assertThat(gaps.halts()).as("the first of the hundred is 60 s old").isEmpty();
    }

    @Test
    void gapsThatLeaveTheRegularSessionAreNone() {
        assertThat(halts(500, "09:29:59", "09:40:00")).isEmpty();
        assertThat(halts(500, "15:50:00", "16:00:00")).isEmpty();
        assertThat(halts(500, "15:50:00", "15:59:59")).hasSize(1);
    }
}
