package io.tapelake.scanner;

import static io.tapelake.scanner.measure.Rounding.six;

import java.time.LocalDate;

/**
 * A row of table {@code day_index}: a momentum day. Every value is hindsight. Values are those of {@link DayStats} and
 * {@link DayLookback} of the same names, ratios rounded to six significant digits.
 *
 * @param tradeDate New York calendar date
 * @param dataset dataset code
 * @param symbol raw symbol of that day
 * @param kind {@code momentum}, {@code mixed} or {@code control}
 * @param inclusionProbability probability with which the day came into the index: 1 unless it is a control day
 * @param direction {@code UP}, {@code DOWN} or {@code BOTH}
 * @param movement largest movement of the day
 * @param gap gap, adjusted for splits
 * @param rvol volume against the median of the prior days
 * @param rvolMean volume against the mean of the prior days
 * @param volume shares
 * @param preVolume shares in the pre-market session
 * @param regularVolume shares in the regular session
 * @param postVolume shares in the post-market session
 * @param dollarVolume whole US dollars traded
 * @param prevDate the prior day
 * @param prevCloseNanos its close as traded then
 * @param dayOpenNanos first price
 * @param dayHighNanos highest price
 * @param dayLowNanos lowest price
 * @param dayCloseNanos last price
 * @param regOpenNanos first price of the regular session
 * @param regCloseNanos last price of the regular session
 * @param vwapNanos volume-weighted average price
 * @param rangeRegular range of the regular session
 * @param rangeDay range of the day
 * @param runup largest rise
 * @param drawdown largest fall, not positive
 * @param atr14Nanos average true range of the prior days
 * @param haltCount halts
 * @param medianSpreadBps median spread in basis points
 * @param sourceSchema schema of prices and volumes
 * @param quoteSchema schema of the spread
 * @param qualityFlags what is doubtful
 */
public record DayIndexRow(
        @Always LocalDate tradeDate,
        @Always String dataset,
        @Always String symbol,
        @Always String kind,
        @Always double inclusionProbability,
        String direction,
        double movement,
        double gap,
        double rvol,
        double rvolMean,
        long volume,
        long preVolume,
        long regularVolume,
        long postVolume,
        long dollarVolume,
        LocalDate prevDate,
        long prevCloseNanos,
        long dayOpenNanos,
        long dayHighNanos,
        long dayLowNanos,
        long dayCloseNanos,
        long regOpenNanos,
        long regCloseNanos,
        long vwapNanos,
        double rangeRegular,
        double rangeDay,
        double runup,
        double drawdown,
        long atr14Nanos,
        int haltCount,
        double medianSpreadBps,
        String sourceSchema,
        String quoteSchema,
        @Always String qualityFlags) {

    /** The row of a day; {@code inclusionProbability} is 1 unless it is a control day. */
    public static DayIndexRow of(DayKind kind, double inclusionProbability, DayStats s, DayLookback l) {
        return new DayIndexRow(
                s.tradeDate(),
                s.dataset(),
                s.symbol(),
                kind.text(),
                six(inclusionProbability),
                l.direction(),
                six(l.movement()),
                six(l.gapSplitAdjusted()),
                six(l.rvol()),
                six(l.rvolMean()),
                s.volume(),
                s.preVolume(),
                s.regularVolume(),
                s.postVolume(),
                s.dollarVolume(),
                l.prevDate(),
                l.prevCloseNanos(),
                s.dayOpenNanos(),
                s.dayHighNanos(),
                s.dayLowNanos(),
                s.dayCloseNanos(),
                s.regOpenNanos(),
                s.regCloseNanos(),
                s.vwapNanos(),
                six(s.rangeRegular()),
                six(s.rangeDay()),
                six(s.runup()),
                six(s.drawdown()),
                l.atr14Nanos(),
                s.haltCount(),
                six(s.medianSpreadBps()),
                s.sourceSchema(),
                s.quoteSchema(),
                s.qualityFlags());
    }
}
