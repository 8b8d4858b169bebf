package io.tapelake.scanner.reset;

import io.tapelake.scanner.Always;
import java.time.LocalDate;

/**
 * A candidate start of an episode: a row of table {@code reset_points}. All but the components named hindsight were
 * computed from data up to {@code decisionTsNs}, and stay as they are when everything after it is deleted. Absent values
 * are as in the scanner's package documentation. Ratios are rounded to four significant digits, the
 * probability to two.
 *
 * @param tradeDate New York calendar date
 * @param dataset dataset code
 * @param symbol raw symbol of that day
 * @param decisionTsNs when it was decided, the end of a minute, nanoseconds UTC; an episode may start here
 * @param detector name of the detector that proposed it
 * @param pattern its variant, such as {@code donchian_up}
 * @param direction 1 up, -1 down, 0 neither
 * @param phase a {@link Phase}
 * @param timeBucket a {@link TimeBucket}
 * @param setupQuality from 0 to 1; see {@code docs/measures.md}
 * @param setupMovement component: how far the day has moved, 0 to 1
 * @param setupVolume component: volume against what is usual at this time, 0 to 1
 * @param setupTrend component: efficiency of the last 20 minutes, 0 to 1
 * @param setupThrust component: the last five minutes against the usual range, 0 to 1
 * @param setupSpread component: spread against the usual range, 0 to 1
 * @param setupContinuity component: minutes with trades among the last 20, 0 to 1
 * @param componentsMissing names of components that could not be computed, joined by commas
 * @param priceNanos last clean price
 * @param bidNanos best bid
 * @param askNanos best ask
 * @param spreadBps ask over bid, in basis points of the middle
 * @param spreadTicks ask over bid, in ticks
 * @param atr5mNanos average true range of five-minute bars so far
 * @param priceVelocity return per minute over the last five minutes
 * @param volumeVelocity shares per minute over the last five minutes, over those of the 20 minutes before
 * @param rvol volume since 04:00 over the mean of the prior days by this time
 * @param vwapDistance price over the day's VWAP so far, minus 1
 * @param dayMovement price over the prior close, minus 1; over the day's first price where there is none
 * @param cumVolume shares since 04:00
 * @param haltsSoFar halts begun so far; absent when it cannot be known
 * @param inclusionProbability probability with which it was drawn
 * @param selected whether it was drawn
 * @param weight 1 / inclusionProbability
 * @param hindsightEntryNanos price of a purchase at the first ask after the decision and the latency
 * @param hindsightMfe5m largest rise over the entry within five minutes, 0 or more
 * @param hindsightMae5m largest fall under the entry within five minutes, 0 or more
 * @param hindsightMfe15m the same within fifteen minutes
 * @param hindsightMae15m the same within fifteen minutes
 * @param hindsightMfe60m the same within an hour
 * @param hindsightMae60m the same within an hour
 */
public record ResetPoint(
        @Always LocalDate tradeDate,
        @Always String dataset,
        @Always String symbol,
        @Always long decisionTsNs,
        @Always String detector,
        String pattern,
        @Always int direction,
        @Always String phase,
        @Always String timeBucket,
        double setupQuality,
        double setupMovement,
        double setupVolume,
        double setupTrend,
        double setupThrust,
        double setupSpread,
        double setupContinuity,
        @Always String componentsMissing,
        long priceNanos,
        long bidNanos,
        long askNanos,
        double spreadBps,
        double spreadTicks,
        long atr5mNanos,
        double priceVelocity,
        double volumeVelocity,
        double rvol,
        double vwapDistance,
        double dayMovement,
        long cumVolume,
        int haltsSoFar,
        @Always double inclusionProbability,
        boolean selected,
        @Always double weight,
        long hindsightEntryNanos,
        double hindsightMfe5m,
        double hindsightMae5m,
        double hindsightMfe15m,
        double hindsightMae15m,
        double hindsightMfe60m,
        double hindsightMae60m) {

    /** This point with its outcomes. */
    ResetPoint withOutcome(
            long entryNanos, double mfe5m, double mae5m, double mfe15m, double mae15m, double mfe60m, double mae60m) {
        return new ResetPoint(
                tradeDate,
                dataset,
                symbol,
                decisionTsNs,
                detector,
                pattern,
                direction,
                phase,
                timeBucket,
                setupQuality,
                setupMovement,
                setupVolume,
                setupTrend,
                setupThrust,
                setupSpread,
                setupContinuity,
                componentsMissing,
                priceNanos,
                bidNanos,
                askNanos,
                spreadBps,
                spreadTicks,
                atr5mNanos,
                priceVelocity,
                volumeVelocity,
                rvol,
                vwapDistance,
                dayMovement,
                cumVolume,
                haltsSoFar,
                inclusionProbability,
                selected,
                weight,
                entryNanos,
                mfe5m,
                mae5m,
                mfe15m,
                mae15m,
                mfe60m,
                mae60m);
    }
}
