package io.tapelake.index;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What every query over a monthly table is made of. Immutable; names and types are checked as it is made.
 *
 * @param from first trade date, inclusive; null for no bound
 * @param to last trade date, inclusive; null for no bound
 * @param orders what rows are ordered by, then by the table's own order
 * @param limit at most so many rows
 * @param columns what records hold
 */
record RowQuery(
        LakeTable table,
        List<Filter> filters,
        LocalDate from,
        LocalDate to,
        List<Order> orders,
        long limit,
        Optional<Sample> sample,
        boolean open,
        List<String> columns) {

    static RowQuery all(LakeTable table) {
        return new RowQuery(
                table, List.of(), null, null, List.of(), Long.MAX_VALUE, Optional.empty(), false, table.columnNames());
    }

    RowQuery where(Filter filter) {
        Filters.check(filter, table);
        return new RowQuery(table, plus(filters, filter), from, to, orders, limit, sample, open, columns);
    }

    RowQuery dates(LocalDate first, LocalDate last) {
        if (first != null && last != null && first.isAfter(last)) {
            throw new LakeException("dates run backwards: from " + first + " to " + last);
        }
        return new RowQuery(table, filters, first, last, orders, limit, sample, open, columns);
    }

    RowQuery order(Order order) {
        if (table.column(order.column()).type().isNested()) {
            throw new LakeException("rows cannot be ordered by '" + order.column() + "', which is "
                    + table.column(order.column()).type().sql());
        }
        return new RowQuery(table, filters, from, to, plus(orders, order), limit, sample, open, columns);
    }

    RowQuery limit(long most) {
        if (most < 0) {
            throw new LakeException("limit must be 0 or more but is " + most);
        }
        return new RowQuery(table, filters, from, to, orders, most, sample, open, columns);
    }

    /** Only the rows with the largest numbers of a column. */
    RowQuery top(int count, String by) {
        if (count < 1) {
            throw new LakeException("top must be at least 1 but is " + count);
        }
        if (!isNumber(table.column(by).type())) {
            throw new LakeException("rows cannot be ranked by '" + by + "', which is "
                    + table.column(by).type().sql() + ". Allowed: " + String.join(", ", numbers(table)) + ".");
        }
        return new RowQuery(table, filters, from, to, List.of(Order.descending(by)), count, sample, open, columns);
    }

    RowQuery sample(Sample drawn) {
        if (drawn.count() < 1) {
            throw new LakeException("a sample must be of at least 1 row but is of " + drawn.count());
        }
        if (drawn.weightColumn() != null
                && !isNumber(table.column(drawn.weightColumn()).type())) {
            throw new LakeException("'" + drawn.weightColumn() + "' is no weight: it is "
                    + table.column(drawn.weightColumn()).type().sql() + ". Allowed: "
                    + String.join(", ", numbers(table)) + ".");
        }
        return new RowQuery(table, filters, from, to, orders, limit, Optional.of(drawn), open, columns);
    }

    RowQuery withOpen() {
        return new RowQuery(table, filters, from, to, orders, limit, sample, true, columns);
    }

    RowQuery columns(List<String> names) {
        names.forEach(table::column);
        return new RowQuery(table, filters, from, to, orders, limit, sample, open, List.copyOf(names));
    }

    /** The columns of a table that are numbers, so that rows can be ranked and weighted by them. */
    static List<String> numbers(LakeTable table) {
        return table.columns().stream()
                .filter(column -> isNumber(column.type()))
                .map(LakeColumn::name)
                .toList();
    }

    private static boolean isNumber(LakeType type) {
        return switch (type) {
            case INT, BIGINT, DOUBLE, FLOAT, PRICE -> true;
            default -> false;
        };
    }

    private static <T> List<T> plus(List<T> list, T more) {
        List<T> longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
