package io.tapelake.index;

import io.tapelake.index.column.Chunk;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.NumberChunk;
import io.tapelake.index.column.RowSets;
import io.tapelake.index.column.TextChunk;
import io.tapelake.model.SymbolDay;

/** Finds the rows of a symbol-day by halving: rows are sorted by date, symbol and dataset. */
final class KeySearch {

    private KeySearch() {}

    /** Rows of a month, the end exclusive. */
    record Range(int from, int to) {
        static final Range NONE = new Range(0, 0);

        boolean isEmpty() {
            return from >= to;
        }
    }

    static Range rows(MonthRows month, SymbolDay day) {
        NumberChunk dates = (NumberChunk) month.key("trade_date");
        TextChunk symbols = (TextChunk) month.key("symbol");
        TextChunk datasets = (TextChunk) month.key("dataset");
        long date = day.tradeDate().toEpochDay();
        long dateCode = dates.codeNotBelow(date);
        long symbolCode = symbols.codeOf(day.symbol());
        long datasetCode = datasets.codeOf(day.dataset());
        if (dateCode != dates.codeNotAbove(date) || symbolCode == 0 || datasetCode == 0) {
            return Range.NONE;
        }
        Chunk[] keys = {dates, symbols, datasets};
        int size = month.size();
        int from = RowSets.firstNotBelow(keys, new long[] {dateCode, symbolCode, datasetCode}, size);
        int to = RowSets.firstNotBelow(keys, new long[] {dateCode, symbolCode, datasetCode + 1}, size);
        return new Range(from, to);
    }

    /** The symbol-day of a row. */
    static SymbolDay day(MonthRows month, int row) {
        return new SymbolDay(
                (java.time.LocalDate) month.key("trade_date").valueAt(row),
                (String) month.key("dataset").valueAt(row),
                (String) month.key("symbol").valueAt(row));
    }
}
