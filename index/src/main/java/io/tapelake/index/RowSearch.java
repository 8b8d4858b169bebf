package io.tapelake.index;

import io.tapelake.index.column.Chunk;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.MonthlyColumns;
import io.tapelake.index.column.NumberChunk;
import io.tapelake.index.column.RowSets;
import io.tapelake.index.column.TextChunk;
import io.tapelake.lake.read.OpenDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** Finds the rows that a query asks for. */
final class RowSearch {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final MonthlyColumns columns;
    private final OpenDays openDays;
    private final RowQuery query;
    private final Restriction restriction;

    /** Takes rows out of a set for a reason that is not in the table itself. */
    interface Restriction {
        void retain(MonthRows month, BitSet rows);
    }

    RowSearch(MonthlyColumns columns, OpenDays openDays, RowQuery query, Restriction restriction) {
        this.columns = columns;
        this.openDays = openDays;
        this.query = query;
        this.restriction = restriction;
    }

    /** True if rows come in the order of the table, a month after the other. */
    boolean isInTableOrder() {
        return query.orders().isEmpty() && query.sample().isEmpty();
    }

    /** The months that may hold rows, ascending. */
    Collection<MonthRows> months() {
        return columns.months(query.from() == null ? FIRST : query.from(), query.to() == null ? LAST : query.to());
    }

    /** The rows of a month that pass, without regard to order, limit and sample. */
    BitSet passing(MonthRows month) {
        BitSet rows = new BitSet(month.size());
        rows.set(0, month.size());
        if (query.from() != null || query.to() != null) {
            NumberChunk dates = (NumberChunk) month.key("trade_date");
            RowSets.retain(
                    dates,
                    rows,
                    query.from() == null ? 1 : dates.codeNotBelow(query.from().toEpochDay()),
                    query.to() == null
                            ? Long.MAX_VALUE
                            : dates.codeNotAbove(query.to().toEpochDay()));
        }
        if (!query.open()) {
            hideOpen(month, rows);
        }
        Filters.retain(query.filters(), query.table(), month, rows);
        if (!rows.isEmpty()) {
            restriction.retain(month, rows);
        }
        return rows;
    }

    /** All rows in the order asked for, if {@link #isInTableOrder} is false. */
    List<Hit> ordered() {
        HitOrder order = new HitOrder(query.orders());
        if (query.sample().isPresent()) {
            List<String> key = query.table().sortColumns().stream()
                    .filter(column -> !query.table().partitionColumn().get().equals(column))
                    .toList();
            Drawing drawing = new Drawing(query.sample().get(), key);
            months().forEach(month -> drawing.offer(month, passing(month)));
            List<Hit> drawn = drawing.drawn();
            if (query.orders().isEmpty()) {
                return drawn.stream().limit(query.limit()).toList();
            }
            List<HitOrder.Ranked> ranked = drawn.stream()
                    .sorted(Comparator.<Hit, String>comparing(hit -> hit.month().month())
                            .thenComparingInt(Hit::row))
                    .map(order::ranked)
                    .toList();
            return order.sorted(ranked, query.limit());
        }
        List<HitOrder.Ranked> best = new ArrayList<>();
        for (MonthRows month : months()) {
            best.addAll(order.first(month, passing(month), query.limit()));
            if (best.size() > 4 * query.limit()) {
                best = order.best(best, query.limit());
            }
        }
        return order.sorted(best, query.limit());
    }

    /** A day that was closed since the last scan is still judged by a part of it: its row says so. */
    private void hideOpen(MonthRows month, BitSet rows) {
        TextChunk states = (TextChunk) month.chunk("state");
        long code = states.codeOf(OpenDays.STATE);
        if (code != 0) {
            remove(states, rows, code);
        }
        for (Map.Entry<LocalDate, SortedSet<String>> open : openDays.byDate().entrySet()) {
            if (!MonthlyColumns.month(open.getKey()).equals(month.month())) {
                continue;
            }
            for (String dataset : open.getValue()) {
                BitSet hidden = (BitSet) rows.clone();
                NumberChunk dates = (NumberChunk) month.key("trade_date");
                long day = open.getKey().toEpochDay();
                RowSets.retain(dates, hidden, dates.codeNotBelow(day), dates.codeNotAbove(day));
                TextChunk datasets = (TextChunk) month.key("dataset");
                long of = datasets.codeOf(dataset);
                RowSets.retain(datasets, hidden, of == 0 ? 1 : of, of);
                rows.andNot(hidden);
            }
        }
    }

    private static void remove(Chunk chunk, BitSet rows, long code) {
        BitSet hidden = (BitSet) rows.clone();
        RowSets.retain(chunk, hidden, code, code);
        rows.andNot(hidden);
    }
}
