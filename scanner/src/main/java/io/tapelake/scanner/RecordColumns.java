package io.tapelake.scanner;

import io.tapelake.model.Prices;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The table columns of a row record, made from its components, and the conversion both ways. A measure added to the
 * record is thereby a column.
 *
 * <p>A component {@code regOpenNanos} becomes column {@code reg_open}: names turn to snake case, and the suffix
 * {@code Nanos} makes a {@code long} a price. Absent values (see the package) become null and back. Immutable.
 *
 * @param <R> the record
 */
public final class RecordColumns<R extends Record> {
    /** Types of columns, with the Java type of their values in a row. */
    public enum Type {
        /** {@link LocalDate}. */
        DATE,
        /** {@link String}. */
        STRING,
        /** {@link Integer}. */
        INT,
        /** {@link Long}. */
        BIGINT,
        /** {@link Double}, never NaN. */
        DOUBLE,
        /** {@link Boolean}, never absent. */
        BOOLEAN,
        /** {@link BigDecimal} with nine decimals, DECIMAL(18,9) in tables. */
        PRICE,
        /** {@link List} of {@link Long}. */
        ARRAY_BIGINT
    }

    /**
     * A column.
     *
     * @param name its name in the table
     * @param type its type
     * @param nullable whether values can be absent
     */
    public record Column(String name, Type type, boolean nullable) {}

    private static final String PRICE_SUFFIX = "Nanos";

    private final List<Column> columns;
    private final RecordComponent[] components;
    private final Constructor<R> constructor;

    private RecordColumns(Class<R> type) {
        components = type.getRecordComponents();
        List<Column> all = new ArrayList<>();
        for (RecordComponent component : components) {
            all.add(column(component));
        }
        columns = List.copyOf(all);
        try {
            constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a record has its canonical constructor: " + type, e);
        }
    }

    /** The columns of a record type of this package. */
    public static <R extends Record> RecordColumns<R> of(Class<R> type) {
        return new RecordColumns<>(type);
    }

    /** The columns, in order. */
    public List<Column> columns() {
        return columns;
    }

    /**
     * The values of a record in column order; null where absent.
     *
     * @throws IllegalArgumentException when a value is absent that must not be
     */
    public Object[] toRow(R row) {
        Object[] values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            Object value = invoke(row, components[i]);
            // A number that is always there may be the one that means absent elsewhere: a direction of -1 is down.
            values[i] =
                    columns.get(i).nullable() ? toColumn(columns.get(i).type(), value) : present(columns.get(i), value);
        }
        return values;
    }

    /**
     * The record of values in column order.
     *
     * @throws IllegalArgumentException when there are more or fewer values than columns, or one is of another type or
     *     null where it must not be
     */
    public R fromRow(Object[] values) {
        if (values.length != components.length) {
            throw new IllegalArgumentException("expected " + components.length + " values, one per column of "
                    + constructor.getDeclaringClass().getSimpleName() + ", but got " + values.length);
        }
        Object[] arguments = new Object[values.length];
        for (int i = 0; i < values.length; i++) {
            Column column = columns.get(i);
            if (values[i] == null && !column.nullable()) {
                throw new IllegalArgumentException("column " + column.name() + " must not be null");
            }
            try {
                arguments[i] = fromColumn(column.type(), values[i]);
            } catch (ClassCastException e) {
                throw new IllegalArgumentException(
                        "column " + column.name() + " is " + column.type() + " but got "
                                + values[i].getClass().getName() + " '" + values[i] + "'",
                        e);
            }
        }
        try {
            return constructor.newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make " + constructor.getDeclaringClass() + " of a row", e);
        }
    }

    private static Object invoke(Record row, RecordComponent component) {
        try {
            return component.getAccessor().invoke(row);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + component, e);
        }
    }

    private static Column column(RecordComponent component) {
        String name = component.getName();
        Type type = type(component);
        if (type == Type.PRICE) {
            name = name.substring(0, name.length() - PRICE_SUFFIX.length());
        }
        // A number with its unit is a word of its own (bars_1s), a bare number is not (atr14).
        String snake = name.replaceAll("(?<=[a-z])(?=[A-Z]|[0-9]+[a-z])", "_").toLowerCase(Locale.ROOT);
        return new Column(snake, type, type != Type.BOOLEAN && !component.isAnnotationPresent(Always.class));
    }

    private static Type type(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == long.class) {
            return component.getName().endsWith(PRICE_SUFFIX) ? Type.PRICE : Type.BIGINT;
        }
        if (type == int.class) {
            return Type.INT;
        }
        if (type == double.class) {
            return Type.DOUBLE;
        }
        if (type == boolean.class) {
            return Type.BOOLEAN;
        }
        if (type == String.class) {
            return Type.STRING;
        }
        if (type == LocalDate.class) {
            return Type.DATE;
        }
        if (type == List.class) {
            return Type.ARRAY_BIGINT;
        }
        throw new IllegalArgumentException("no column type for " + component);
    }

    private static Object toColumn(Type type, Object value) {
        return switch (type) {
            case INT -> (int) value == DayStats.ABSENT ? null : value;
            case BIGINT -> (long) value == DayStats.ABSENT ? null : value;
            case DOUBLE -> Double.isNaN((double) value) ? null : value;
            case PRICE -> Prices.toDecimal((long) value);
            case BOOLEAN, DATE, STRING, ARRAY_BIGINT -> value;
        };
    }

    private static Object present(Column column, Object value) {
        Object present = column.type() == Type.PRICE ? Prices.toDecimal((long) value) : value;
        if (present == null || (column.type() == Type.DOUBLE && Double.isNaN((double) value))) {
            throw new IllegalArgumentException("column " + column.name() + " must not be absent");
        }
        return present;
    }

    private static Object fromColumn(Type type, Object value) {
        return switch (type) {
            case INT -> value == null ? (int) DayStats.ABSENT : (Integer) value;
            case BIGINT -> value == null ? DayStats.ABSENT : (Long) value;
            case DOUBLE -> value == null ? Double.NaN : (Double) value;
            case PRICE -> Prices.fromDecimal((BigDecimal) value);
            case BOOLEAN -> (Boolean) value;
            case DATE -> (LocalDate) value;
            case STRING -> (String) value;
            case ARRAY_BIGINT -> value == null ? null : longs((List<?>) value);
        };
    }

    private static List<Long> longs(List<?> values) {
        return values.stream().map(Long.class::cast).toList();
    }
}
