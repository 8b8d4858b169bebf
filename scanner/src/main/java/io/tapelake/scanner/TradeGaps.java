package io.tapelake.scanner;

import io.tapelake.model.DaySessions;
import io.tapelake.model.Halt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Halts inferred from trades: a gap of at least the configured length between two trades of the regular session, when
 * enough trades lie in the 60 seconds that end with the last one before the gap.
 */
final class TradeGaps {
    private static final long NS_PER_SECOND = 1_000_000_000L;
    private static final long BUSY_WINDOW_NS = 60 * NS_PER_SECOND;

    private final DaySessions sessions;
    private final long gapNs;
    private final long[] recentNs;
    private final List<Halt> halts = new ArrayList<>();
    private long count;
    private long lastNs = Long.MIN_VALUE;

    TradeGaps(DaySessions sessions, ScanSettings settings) {
        this.sessions = sessions;
        this.gapNs = settings.haltGapSeconds() * NS_PER_SECOND;
        this.recentNs = new long[settings.haltMinTrades()];
        Arrays.fill(recentNs, Long.MIN_VALUE);
    }

    void trade(long indexNs) {
        if (lastNs >= sessions.openNs() && indexNs < sessions.closeNs() && indexNs - lastNs >= gapNs && wasBusy()) {
            halts.add(new Halt(lastNs, indexNs, Halt.Evidence.TRADE_GAP, Halt.UNKNOWN_REASON));
        }
        recentNs[(int) (count % recentNs.length)] = indexNs;
        count++;
        lastNs = indexNs;
    }

    private boolean wasBusy() {
        if (count < recentNs.length) {
            return false;
        }
        long oldestNs = recentNs[(int) (count % recentNs.length)];
        return lastNs - oldestNs < BUSY_WINDOW_NS;
    }

    List<Halt> halts() {
        return List.copyOf(halts);
    }
}
