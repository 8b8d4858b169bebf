package io.tapelake.jobs.scan;

import io.tapelake.config.MomentumConfig;
import io.tapelake.config.ResetsConfig;
import io.tapelake.config.ScanConfig;
import io.tapelake.scanner.ScanSettings;
import io.tapelake.scanner.SourceOrder;

/** The scanner's settings as the configuration has them. Spark-free. */
public final class ConfiguredScan {

    private ConfiguredScan() {}

    /** The settings of a section {@code scan}. */
    public static ScanSettings settings(ScanConfig scan) {
        MomentumConfig momentum = scan.momentum();
        ResetsConfig resets = scan.resets();
        return new ScanSettings(
                SourceOrder.parse(scan.sourceOrder(), scan.quoteOrder()),
                scan.lookbackDays(),
                scan.rvolMinDays(),
                scan.haltGapSeconds(),
                scan.haltMinTrades(),
                scan.crossedShareMax(),
                new ScanSettings.Momentum(
                        momentum.movementMin(),
                        momentum.rvolMin(),
                        momentum.movementAlone(),
                        momentum.mixedMovementMin(),
                        momentum.mixedRvolMin(),
                        momentum.dollarVolumeMin()),
                scan.detectors(),
                scan.scorer(),
                scan.setupScorer(),
                new ScanSettings.Resets(
                        resets.seed(),
                        resets.perDay(),
                        resets.inclusionMin(),
                        resets.spacingMinutes(),
                        resets.latencyMs()));
    }
}
