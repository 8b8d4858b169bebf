package io.tapelake.scanner;

/** Decides whether a day enters the day index. What is absent fulfils no condition. */
final class MomentumRule {
    private MomentumRule() {}

    static boolean isMomentumDay(DayStats stats, DayLookback lookback, ScanSettings.Momentum rule) {
        boolean moved = lookback.movement() >= rule.movementAlone()
                || (lookback.movement() >= rule.movementMin() && lookback.rvol() >= rule.rvolMin());
        return moved && stats.dollarVolume() != DayStats.ABSENT && stats.dollarVolume() >= rule.dollarVolumeMin();
    }
}
