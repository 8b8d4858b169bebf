package io.tapelake.jobs.scan;

import io.tapelake.analysis.FoldedDay;
import io.tapelake.analysis.FoldedRange;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayStats;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * A folded symbol-day on its way to the other days of its security: some 10 to 60 kilobytes, whatever the number of ticks.
 *
 * @param tradeDate its date
 * @param dataset its dataset
 * @param symbol its symbol
 * @param stats its measures; null when the fold failed
 * @param tape its minutes as bytes; null when it has none
 * @param fileIds the files its rows came from
 * @param failure what went wrong; null when nothing did
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record FoldedRow(
        LocalDate tradeDate,
        String dataset,
        String symbol,
        DayStats stats,
        byte[] tape,
        List<Long> fileIds,
        String failure)
        implements Serializable {

    static FoldedRow of(FoldedDay day) {
        DayStats stats = day.stats();
        byte[] tape = day.tape() == null ? null : day.tape().toBytes();
        return new FoldedRow(
                stats.tradeDate(), stats.dataset(), stats.symbol(), stats, tape, List.copyOf(day.fileIds()), null);
    }

    static FoldedRow of(FoldedRange.Failure failure) {
        SymbolDay day = failure.day();
        return new FoldedRow(
                day.tradeDate(), day.dataset(), day.symbol(), null, null, List.of(), text(failure.error()));
    }

    /** What an error says, with its type, in one line. */
    static String text(RuntimeException error) {
        return error.toString().lines().findFirst().orElse("");
    }

    /** A symbol of a dataset as a key. */
    static String symbolKey(String dataset, String symbol) {
        return dataset + "\n" + symbol;
    }
}
