package io.tapelake.scanner;

import io.tapelake.scanner.event.Detectors;
import java.io.Serializable;
import java.util.List;

/**
 * Thresholds and orders of the scanner. {@link #defaults()} are the documented ones; see {@code docs/measures.md}.
 *
 * @param sources preferred schemas
 * @param lookbackDays most prior days of the security that are looked at
 * @param rvolMinDays fewest prior days for which RVOL is computed; with fewer it is absent
 * @param haltGapSeconds shortest gap between trades, in regular hours, that counts as a halt where no status is known
 * @param haltMinTrades trades needed in the 60 seconds before such a gap
 * @param crossedShareMax largest share of crossed among two-sided quotes that raises no quality flag
 * @param momentum when a day enters the day index
 * @param detectors names of the detectors that look for events, see {@code Detectors}
 * @param scorer name of the scorer of days
 * @param setupScorer name of the scorer of reset points
 * @param resets how reset points are drawn
 */
public record ScanSettings(
        SourceOrder sources,
        int lookbackDays,
        int rvolMinDays,
        int haltGapSeconds,
        int haltMinTrades,
        double crossedShareMax,
        Momentum momentum,
        List<String> detectors,
        String scorer,
        String setupScorer,
        Resets resets)
        implements Serializable {

    /**
     * When a day is a momentum day: enough dollars traded, and either movement with unusual volume or movement alone.
     *
     * @param movementMin movement that counts together with {@code rvolMin}
     * @param rvolMin RVOL that counts together with {@code movementMin}
     * @param movementAlone movement that counts whatever the volume
     * @param mixedMovementMin movement from which a day is at least a mixed one, together with {@code mixedRvolMin}
     * @param mixedRvolMin RVOL that counts together with {@code mixedMovementMin}
     * @param dollarVolumeMin dollars traded on the venues seen
     */
    public record Momentum(
            double movementMin,
            double rvolMin,
            double movementAlone,
            double mixedMovementMin,
            double mixedRvolMin,
            long dollarVolumeMin)
            implements Serializable {}

    /**
     * How reset points are spaced and drawn.
     *
     * @param seed seed of every draw, of control days too
     * @param perDay expected number of selected reset points on a day with that many candidates or more
     * @param inclusionMin smallest inclusion probability
     * @param spacingMinutes fewest minutes between two candidates of one detector
     * @param latencyMs milliseconds from a decision to the fill that hindsight columns start from
     */
    public record Resets(long seed, double perDay, double inclusionMin, int spacingMinutes, int latencyMs)
            implements Serializable {}

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the setting that is out of range
     */
    public ScanSettings {
        requireAtLeast("lookbackDays", lookbackDays, 1);
        requireAtLeast("rvolMinDays", rvolMinDays, 1);
        requireAtLeast("haltGapSeconds", haltGapSeconds, 1);
        requireAtLeast("haltMinTrades", haltMinTrades, 1);
        requireAtLeast("resets.spacingMinutes", resets.spacingMinutes(), 1);
        detectors = List.copyOf(detectors);
    }

    /** The documented defaults. */
    public static ScanSettings defaults() {
        return new ScanSettings(
                SourceOrder.defaults(),
                20,
                5,
                290,
                100,
                0.01,
                new Momentum(0.10, 2.0, 0.15, 0.05, 1.5, 1_000_000),
                Detectors.NAMES,
                "weighted",
                "weighted",
                new Resets(1, 24, 0.02, 5, 50));
    }

    /** These settings with other preferred schemas. */
    public ScanSettings withSources(SourceOrder other) {
        return new ScanSettings(
                other,
                lookbackDays,
                rvolMinDays,
                haltGapSeconds,
                haltMinTrades,
                crossedShareMax,
                momentum,
                detectors,
                scorer,
                setupScorer,
                resets);
    }

    private static void requireAtLeast(String name, int value, int min) {
        if (value < min) {
            throw new IllegalArgumentException(name + " must be at least " + min + " but is " + value);
        }
    }
}
