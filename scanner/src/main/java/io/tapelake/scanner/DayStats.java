package io.tapelake.scanner;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * What one symbol-day shows by itself: the first part of a row of table {@code day_stats}. Every value is hindsight until
 * the day is over. {@code docs/measures.md} defines the measures; absent values are as in the package documentation.
 *
 * @param tradeDate New York calendar date
 * @param dataset dataset code
 * @param symbol raw symbol of that day
 * @param sourceSchema schema that prices and volumes were computed from; null when there was none
 * @param quoteSchema schema that the spread was computed from; null when there was none
 * @param regularEnd New York time at which the regular session ended, 16:00 or 13:00; null when no known trading day
 * @param publisherCount distinct publishers in the source schema
 * @param rows rows of the source schema
 * @param firstIndexNs index timestamp of the first of them
 * @param lastIndexNs index timestamp of the last of them
 * @param tradeCount trades; absent for bars
 * @param volume shares of the whole trade date
 * @param preVolume shares in the pre-market session
 * @param regularVolume shares in the regular session
 * @param postVolume shares in the post-market session
 * @param outsideVolume shares outside the sessions
 * @param dollarVolume whole US dollars traded
 * @param regOpenNanos first price of the regular session
 * @param regHighNanos highest price of the regular session
 * @param regLowNanos lowest price of the regular session
 * @param regCloseNanos last price of the regular session
 * @param dayOpenNanos first price of the trade date
 * @param dayHighNanos highest price of the trade date
 * @param dayLowNanos lowest price of the trade date
 * @param dayCloseNanos last price of the trade date
 * @param cleanDayOpenNanos first price of the trade date without bad prints; absent when sessions are not known
 * @param cleanDayHighNanos highest price likewise
 * @param cleanDayLowNanos lowest price likewise
 * @param cleanRegOpenNanos first price of the regular session without bad prints
 * @param cleanRegHighNanos highest price likewise
 * @param cleanRegLowNanos lowest price likewise
 * @param badPrints prints left out of the clean prices
 * @param vwapNanos volume-weighted average price of the trade date
 * @param rangeRegular (high - low) / open of the regular session
 * @param rangeDay (high - low) / open of the trade date
 * @param runup largest rise from the lowest price so far
 * @param runupLowNs when that low was
 * @param runupHighNs when that rise ended
 * @param drawdown largest fall from the highest price so far, not positive
 * @param drawdownHighNs when that high was
 * @param drawdownLowNs when that fall ended
 * @param bars1s seconds with a trade
 * @param bars1m minutes with a trade
 * @param haltCount halts; absent when neither status records nor trades can tell
 * @param haltStartsNs when each halt began; null when the count is absent
 * @param haltEndsNs when each ended, {@link io.tapelake.model.Halt#NOT_RESUMED} when it did not
 * @param haltEvidence {@code status} or {@code trade_gap}; null when the count is absent
 * @param cumVolume5m shares from 04:00 until 04:05, 04:10, ... 20:00: 192 numbers; null when the source is too coarse
 * @param quoteRows rows of the quote schema
 * @param quoteFirstIndexNs index timestamp of the first of them
 * @param quoteLastIndexNs index timestamp of the last of them
 * @param quoteNormalRows of them, those with ask above bid
 * @param quoteLockedRows those with ask equal to bid
 * @param quoteCrossedRows those with ask below bid
 * @param quoteOneSidedRows those with one side
 * @param quoteEmptyRows those with neither
 * @param medianSpreadBps median of (ask - bid) / mid over the normal ones, in basis points
 * @param statusRows status records
 * @param statusFirstIndexNs index timestamp of the first of them
 * @param statusLastIndexNs index timestamp of the last of them
 * @param outOfSessionRows rows of the source schema outside the sessions
 * @param unpricedRows rows of the source schema without a usable price
 * @param qualityFlags names of what is doubtful, sorted, joined by commas; empty when nothing is
 */
public record DayStats(
        @Always LocalDate tradeDate,
        @Always String dataset,
        @Always String symbol,
        String sourceSchema,
        String quoteSchema,
        String regularEnd,
        int publisherCount,
        long rows,
        long firstIndexNs,
        long lastIndexNs,
        long tradeCount,
        long volume,
        long preVolume,
        long regularVolume,
        long postVolume,
        long outsideVolume,
        long dollarVolume,
        long regOpenNanos,
        long regHighNanos,
        long regLowNanos,
        long regCloseNanos,
        long dayOpenNanos,
        long dayHighNanos,
        long dayLowNanos,
        long dayCloseNanos,
        long cleanDayOpenNanos,
        long cleanDayHighNanos,
        long cleanDayLowNanos,
        long cleanRegOpenNanos,
        long cleanRegHighNanos,
        long cleanRegLowNanos,
        int badPrints,
        long vwapNanos,
        double rangeRegular,
        double rangeDay,
        double runup,
        long runupLowNs,
        long runupHighNs,
        double drawdown,
        long drawdownHighNs,
        long drawdownLowNs,
        long bars1s,
        long bars1m,
        int haltCount,
        List<Long> haltStartsNs,
        List<Long> haltEndsNs,
        String haltEvidence,
        List<Long> cumVolume5m,
        long quoteRows,
        long quoteFirstIndexNs,
        long quoteLastIndexNs,
        long quoteNormalRows,
        long quoteLockedRows,
        long quoteCrossedRows,
        long quoteOneSidedRows,
        long quoteEmptyRows,
        double medianSpreadBps,
        long statusRows,
        long statusFirstIndexNs,
        long statusLastIndexNs,
        long outOfSessionRows,
        long unpricedRows,
        @Always String qualityFlags)
        implements Serializable {
    /** An absent count, volume or time. */
    public static final long ABSENT = -1;

    /** Whether prices and volumes could be computed. */
    public boolean hasSource() {
        return sourceSchema != null;
    }

    /** Whether it is known which rows lie in the regular session; not so for hour and day bars and unknown dates. */
    public boolean knowsSessions() {
        return regularVolume != ABSENT;
    }
}
