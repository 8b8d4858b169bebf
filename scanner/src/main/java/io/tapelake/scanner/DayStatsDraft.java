package io.tapelake.scanner;

import io.tapelake.model.Prices;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;

/** {@link DayStats} in the making: everything absent until written. Field names are the record's. */
final class DayStatsDraft {
    LocalDate tradeDate;
    String dataset;
    String symbol;
    String sourceSchema;
    String quoteSchema;
    String regularEnd;
    int publisherCount = (int) DayStats.ABSENT;
    long rows = DayStats.ABSENT;
    long firstIndexNs = DayStats.ABSENT;
    long lastIndexNs = DayStats.ABSENT;
    long tradeCount = DayStats.ABSENT;
    long volume = DayStats.ABSENT;
    long preVolume = DayStats.ABSENT;
    long regularVolume = DayStats.ABSENT;
    long postVolume = DayStats.ABSENT;
    long outsideVolume = DayStats.ABSENT;
    long dollarVolume = DayStats.ABSENT;
    long regOpenNanos = Prices.UNDEF;
    long regHighNanos = Prices.UNDEF;
    long regLowNanos = Prices.UNDEF;
    long regCloseNanos = Prices.UNDEF;
    long dayOpenNanos = Prices.UNDEF;
    long dayHighNanos = Prices.UNDEF;
    long dayLowNanos = Prices.UNDEF;
    long dayCloseNanos = Prices.UNDEF;
    long cleanDayOpenNanos = Prices.UNDEF;
    long cleanDayHighNanos = Prices.UNDEF;
    long cleanDayLowNanos = Prices.UNDEF;
    long cleanRegOpenNanos = Prices.UNDEF;
    long cleanRegHighNanos = Prices.UNDEF;
    long cleanRegLowNanos = Prices.UNDEF;
    int badPrints = (int) DayStats.ABSENT;
    long vwapNanos = Prices.UNDEF;
    double rangeRegular = Double.NaN;
    double rangeDay = Double.NaN;
    double runup = Double.NaN;
    long runupLowNs = DayStats.ABSENT;
    long runupHighNs = DayStats.ABSENT;
    double drawdown = Double.NaN;
    long drawdownHighNs = DayStats.ABSENT;
    long drawdownLowNs = DayStats.ABSENT;
    long bars1s = DayStats.ABSENT;
    long bars1m = DayStats.ABSENT;
    int haltCount = (int) DayStats.ABSENT;
    List<Long> haltStartsNs;
    List<Long> haltEndsNs;
    String haltEvidence;
    List<Long> cumVolume5m;
    long quoteRows = DayStats.ABSENT;
    long quoteFirstIndexNs = DayStats.ABSENT;
    long quoteLastIndexNs = DayStats.ABSENT;
    long quoteNormalRows = DayStats.ABSENT;
    long quoteLockedRows = DayStats.ABSENT;
    long quoteCrossedRows = DayStats.ABSENT;
    long quoteOneSidedRows = DayStats.ABSENT;
    long quoteEmptyRows = DayStats.ABSENT;
    double medianSpreadBps = Double.NaN;
    long statusRows = DayStats.ABSENT;
    long statusFirstIndexNs = DayStats.ABSENT;
    long statusLastIndexNs = DayStats.ABSENT;
    long outOfSessionRows = DayStats.ABSENT;
    long unpricedRows = DayStats.ABSENT;

    private final TreeSet<String> flags = new TreeSet<>();

    /** Notes something doubtful. */
    void flagIf(boolean condition, String flag) {
        if (condition) {
            flags.add(flag);
        }
    }

    DayStats build() {
        return new DayStats(
                tradeDate,
                dataset,
                symbol,
                sourceSchema,
                quoteSchema,
                regularEnd,
                publisherCount,
                rows,
                firstIndexNs,
                lastIndexNs,
                tradeCount,
                volume,
                preVolume,
                regularVolume,
                postVolume,
                outsideVolume,
                dollarVolume,
                regOpenNanos,
                regHighNanos,
                regLowNanos,
                regCloseNanos,
                dayOpenNanos,
                dayHighNanos,
                dayLowNanos,
                dayCloseNanos,
                cleanDayOpenNanos,
                cleanDayHighNanos,
                cleanDayLowNanos,
                cleanRegOpenNanos,
                cleanRegHighNanos,
                cleanRegLowNanos,
                badPrints,
                vwapNanos,
                rangeRegular,
                rangeDay,
                runup,
                runupLowNs,
                runupHighNs,
                drawdown,
                drawdownHighNs,
                drawdownLowNs,
                bars1s,
                bars1m,
                haltCount,
                haltStartsNs,
                haltEndsNs,
                haltEvidence,
                cumVolume5m,
                quoteRows,
                quoteFirstIndexNs,
                quoteLastIndexNs,
                quoteNormalRows,
                quoteLockedRows,
                quoteCrossedRows,
                quoteOneSidedRows,
                quoteEmptyRows,
                medianSpreadBps,
                statusRows,
                statusFirstIndexNs,
                statusLastIndexNs,
                outOfSessionRows,
                unpricedRows,
                String.join(",", flags));
    }
}
