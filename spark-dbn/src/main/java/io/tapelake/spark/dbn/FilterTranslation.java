package io.tapelake.spark.dbn;

import static io.tapelake.spark.dbn.TradeDates.saturatedMultiply;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.connector.expressions.Expression;
import org.apache.spark.sql.connector.expressions.Literal;
import org.apache.spark.sql.connector.expressions.NamedReference;
import org.apache.spark.sql.connector.expressions.filter.Predicate;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Turns Spark's predicates into a {@link RowFilter} where that is exact: comparisons of the index time (nanoseconds,
 * timestamp or trade date) and of the symbol with constants, IN lists, and AND and OR of those.
 */
final class FilterTranslation {
    private static final long NS_PER_MICRO = 1_000;

    private final String nanosColumn;
    private final String timestampColumn;
    private final boolean utcDates;

    /**
     * @param timestampColumn the TIMESTAMP column of the index time, {@code bar_start} or {@code ts_recv}; its
     *     nanoseconds have the same name with {@code _ns}
     * @param utcDates true if trade dates are UTC dates, false if they are those of New York
     */
    FilterTranslation(String timestampColumn, boolean utcDates) {
        this.utcDates = utcDates;
        this.timestampColumn = timestampColumn;
        this.nanosColumn = timestampColumn + "_ns";
    }

    /** The filter that keeps exactly the rows for which the predicate is true; empty if there is none. */
    Optional<RowFilter> translate(Predicate predicate) {
        Expression[] children = predicate.children();
        return switch (predicate.name()) {
            case "AND" -> both(children, (a, b) -> Optional.of(a.and(b)));
            case "OR" -> both(children, RowFilter::or);
            case "IS_NOT_NULL" -> column(children[0]).map(FilterTranslation::notNull);
            case "IN" -> in(children);
            case "=", "<=>", "<", "<=", ">", ">=" -> comparison(predicate.name(), children);
            default -> Optional.empty();
        };
    }

    private interface Join {
        Optional<RowFilter> of(RowFilter left, RowFilter right);
    }

    private Optional<RowFilter> both(Expression[] children, Join join) {
        if (children[0] instanceof Predicate left && children[1] instanceof Predicate right) {
            return translate(left).flatMap(a -> translate(right).flatMap(b -> join.of(a, b)));
        }
        return Optional.empty();
    }

    /** The columns that can be pushed, with the type that their constants must have. */
    private enum Column {
        SYMBOL(DataTypes.StringType),
        NANOS(DataTypes.LongType),
        TIMESTAMP(DataTypes.TimestampType),
        TRADE_DATE(DataTypes.DateType),
        UTC_TRADE_DATE(DataTypes.DateType);

        // Spark's simple types are immutable.
        @SuppressWarnings("ImmutableEnumChecker")
        private final DataType type;

        Column(DataType type) {
            this.type = type;
        }
    }

    private Optional<Column> column(Expression expression) {
        if (!(expression instanceof NamedReference reference) || reference.fieldNames().length != 1) {
            return Optional.empty();
        }
        String name = reference.fieldNames()[0];
        if (name.equals(Columns.SYMBOL)) {
            return Optional.of(Column.SYMBOL);
        }
        if (name.equals(Columns.TRADE_DATE)) {
            return Optional.of(utcDates ? Column.UTC_TRADE_DATE : Column.TRADE_DATE);
        }
        if (name.equals(nanosColumn)) {
            return Optional.of(Column.NANOS);
        }
        return name.equals(timestampColumn) ? Optional.of(Column.TIMESTAMP) : Optional.empty();
    }

    private static RowFilter notNull(Column column) {
        return column == Column.SYMBOL ? RowFilter.anySymbol() : RowFilter.ofTimes(TimeRanges.all());
    }

    private Optional<RowFilter> comparison(String operator, Expression[] children) {
        // Spark has the column on the left by now.
        return column(children[0])
                .flatMap(column -> constant(column, children[1]).flatMap(value -> compare(column, operator, value)));
    }

    /** The value of a constant of the column's type; empty for null, for other types and for what is not constant. */
    private static Optional<Object> constant(Column column, Expression expression) {
        return expression instanceof Literal<?> literal && literal.dataType().equals(column.type)
                ? Optional.ofNullable(literal.value())
                : Optional.empty();
    }

    private static Optional<RowFilter> compare(Column column, String operator, Object value) {
        if (column == Column.SYMBOL) {
            return operator.equals("=") || operator.equals("<=>")
                    ? Optional.of(RowFilter.ofSymbols(List.of(value.toString())))
                    : Optional.empty();
        }
        long first = firstNs(column, value);
        long last = lastNs(column, value);
        return Optional.of(RowFilter.ofTimes(
                switch (operator) {
                    case "<" -> first <= 0 ? TimeRanges.none() : TimeRanges.closed(0, first - 1);
                    case "<=" -> TimeRanges.closed(0, last);
                    case ">" ->
                        last == Long.MAX_VALUE ? TimeRanges.none() : TimeRanges.closed(last + 1, Long.MAX_VALUE);
                    case ">=" -> TimeRanges.closed(first, Long.MAX_VALUE);
                    default -> TimeRanges.closed(first, last);
                }));
    }

    private Optional<RowFilter> in(Expression[] children) {
        Optional<Column> column = column(children[0]);
        if (column.isEmpty()) {
            return Optional.empty();
        }
        List<String> symbols = new ArrayList<>();
        TimeRanges times = TimeRanges.none();
        for (int i = 1; i < children.length; i++) {
            if (!(children[i] instanceof Literal<?> literal)
                    || !literal.dataType().equals(column.get().type)) {
                return Optional.empty();
            }
            // A null in the list never makes IN true.
            if (literal.value() instanceof UTF8String symbol) {
                symbols.add(symbol.toString());
            } else if (literal.value() != null) {
                times = times.union(TimeRanges.closed(
                        firstNs(column.get(), literal.value()), lastNs(column.get(), literal.value())));
            }
        }
        return Optional.of(column.get() == Column.SYMBOL ? RowFilter.ofSymbols(symbols) : RowFilter.ofTimes(times));
    }

    /** The first nanosecond that the constant stands for; a timestamp stands for 1,000 of them, a date for a day. */
    private static long firstNs(Column column, Object value) {
        long number = ((Number) value).longValue();
        return switch (column) {
            case TIMESTAMP -> saturatedMultiply(number, NS_PER_MICRO);
            case TRADE_DATE -> TradeDates.startNs(number);
            case UTC_TRADE_DATE -> saturatedMultiply(number, TradeDates.NS_PER_DAY);
            default -> number;
        };
    }

    private static long lastNs(Column column, Object value) {
        long number = ((Number) value).longValue();
        if (column == Column.NANOS || number == Long.MAX_VALUE) {
            return number;
        }
        long next = firstNs(column, number + 1);
        return next == Long.MAX_VALUE || next == Long.MIN_VALUE ? next : next - 1;
    }
}
