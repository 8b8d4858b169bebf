package io.tapelake.scanner;

/** Decides whether a day enters the day index. What is absent fulfils no condition. */
final class MomentumRule {
    private MomentumRule() {}

    static DayKind kind(DayStats stats, DayLookback lookback, ScanSettings.Momentum rule) {
        if (stats.dollarVolume() == DayStats.ABSENT || stats.dollarVolume() < rule.dollarVolumeMin()) {
            return DayKind.UNSUITABLE;
        }
        double movement = lookback.movement();
        if (movement >= rule.movementAlone() || (movement >= rule.movementMin() && lookback.rvol() >= rule.rvolMin())) {
            return DayKind.MOMENTUM;
        }
        boolean mixed = movement >= rule.mixedMovementMin() && lookback.rvol() >= rule.mixedRvolMin();
        return mixed ? DayKind.MIXED : DayKind.ORDINARY;
    }
}
