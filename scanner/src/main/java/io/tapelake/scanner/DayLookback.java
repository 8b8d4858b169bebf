package io.tapelake.scanner;

import java.time.LocalDate;

/**
 * What a symbol-day shows against the days before it: the second part of a row of table {@code day_stats}. Prices and
 * volumes of earlier days are on this day's split basis unless said otherwise. Absent values are as in the package
 * documentation.
 *
 * @param lookbackDays prior days looked at
 * @param prevDate the last of them
 * @param prevCloseNanos its regular close as traded then; its last price when it had no regular session
 * @param splitFactor product of the splits since then, this day's included; 1 when there was none
 * @param gap first price of the regular session (of the day when it has none) / prior close - 1
 * @param gapSplitAdjusted the same against the adjusted prior close
 * @param trueRangeNanos this day's true range
 * @param atr14Nanos Wilder's average true range of the prior days, this day excluded
 * @param volumeMedian median volume of the prior days
 * @param volumeMean mean volume of the prior days
 * @param rvol volume / median
 * @param rvolMean volume / mean
 * @param movement largest of regular range, day range, and distance of the extremes from the adjusted prior close
 * @param direction where the day moved by at least the threshold: {@code UP}, {@code DOWN} or {@code BOTH}
 */
public record DayLookback(
        @Always int lookbackDays,
        LocalDate prevDate,
        long prevCloseNanos,
        double splitFactor,
        double gap,
        double gapSplitAdjusted,
        long trueRangeNanos,
        long atr14Nanos,
        double volumeMedian,
        double volumeMean,
        double rvol,
        double rvolMean,
        double movement,
        String direction) {}
