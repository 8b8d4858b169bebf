package io.tapelake.index;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.Tables;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which days to find. Immutable; begin with {@link #all()}, each method gives a new query.
 *
 * @param symbol the symbol on the day; empty for every symbol
 * @param dataset the dataset; empty for every dataset
 * @param from first trade date, inclusive; empty for no bound
 * @param to last trade date, inclusive; empty for no bound
 * @param top at most this many, those with the largest values of {@code by}; empty for all, by trade date and symbol
 * @param by column of {@code day_index} that ranks days
 * @param open true for open days too, of which more data may come
 */
public record DayQuery(
        Optional<String> symbol,
        Optional<String> dataset,
        Optional<LocalDate> from,
        Optional<LocalDate> to,
        OptionalInt top,
        String by,
        boolean open) {

    /** The column days are ranked by unless another is named. */
    public static final String DEFAULT_RANKING = "movement";

    /**
     * Checks the parts.
     *
     * @throws LakeException if the dates run backwards, {@code top} is below 1, or {@code by} is not a number of the index
     */
    public DayQuery {
        if (from.isPresent() && to.isPresent() && from.get().isAfter(to.get())) {
            throw new LakeException("dates run backwards: from " + from.get() + " to " + to.get());
        }
        if (top.isPresent() && top.getAsInt() < 1) {
            throw new LakeException("top must be at least 1 but is " + top.getAsInt());
        }
        LakeColumn column = Tables.DAY_INDEX.column(by);
        if (!isNumber(column.type())) {
            throw new LakeException("days cannot be ranked by '" + by + "', which is "
                    + column.type().sql() + ". Allowed: " + String.join(", ", rankings()) + ".");
        }
    }

    /** Every complete day of the index. */
    public static DayQuery all() {
        return new DayQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                DEFAULT_RANKING,
                false);
    }

    /** The columns days can be ranked by. */
    public static java.util.List<String> rankings() {
        return Tables.DAY_INDEX.columns().stream()
                .filter(column -> isNumber(column.type()))
                .map(LakeColumn::name)
                .toList();
    }

    /** Only days of this symbol. */
    public DayQuery symbol(String only) {
        return new DayQuery(Optional.of(only), dataset, from, to, top, by, open);
    }

    /** Only days of this dataset. */
    public DayQuery dataset(String only) {
        return new DayQuery(symbol, Optional.of(only), from, to, top, by, open);
    }

    /** Only days from this trade date on, inclusive. */
    public DayQuery from(LocalDate first) {
        return new DayQuery(symbol, dataset, Optional.of(first), to, top, by, open);
    }

    /** Only days up to this trade date, inclusive. */
    public DayQuery to(LocalDate last) {
        return new DayQuery(symbol, dataset, from, Optional.of(last), top, by, open);
    }

    /** Only the {@code count} days with the largest {@link #DEFAULT_RANKING}, largest first. */
    public DayQuery top(int count) {
        return top(count, DEFAULT_RANKING);
    }

    /** Only the {@code count} days with the largest value in a column, largest first; a day without a value comes last. */
    public DayQuery top(int count, String column) {
        return new DayQuery(symbol, dataset, from, to, OptionalInt.of(count), column, open);
    }

    /** Open days too: those of which more data may come. */
    public DayQuery withOpenDays() {
        return new DayQuery(symbol, dataset, from, to, top, by, true);
    }

    private static boolean isNumber(LakeType type) {
        return switch (type) {
            case INT, BIGINT, DOUBLE, FLOAT, PRICE -> true;
            default -> false;
        };
    }
}
