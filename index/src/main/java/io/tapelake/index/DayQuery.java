package io.tapelake.index;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import java.time.LocalDate;
import java.util.List;

/**
 * Which days to find. Immutable; begin with {@link #all()}, each method gives a new query that asks for more. Rows come by trade
 * date, symbol and dataset unless an order is asked for. Every method throws {@link LakeException} for a column that the index
 * does not have, with near names, or whose type does not fit.
 */
public final class DayQuery {

    /** The column days are ranked by unless another is named. */
    public static final String DEFAULT_RANKING = "movement";

    private static final DayQuery ALL = new DayQuery(RowQuery.all(Tables.DAY_INDEX));

    private final RowQuery rows;

    private DayQuery(RowQuery rows) {
        this.rows = rows;
    }

    /** Every complete day of the index. */
    public static DayQuery all() {
        return ALL;
    }

    /** The columns days can be ranked and weighted by. */
    public static List<String> rankings() {
        return RowQuery.numbers(Tables.DAY_INDEX);
    }

    /** Only days of one of these symbols. */
    public DayQuery symbol(String... anyOf) {
        return where(Filter.in("symbol", anyOf));
    }

    /** Only days of one of these datasets. */
    public DayQuery dataset(String... anyOf) {
        return where(Filter.in("dataset", anyOf));
    }

    /** Only days of one of these categories: RISK, PRIME, SECONDARY, MIXED, CONTROL. */
    public DayQuery category(String... anyOf) {
        return where(Filter.in("category", anyOf));
    }

    /** Only days with this tag; asked for again, with both. */
    public DayQuery tag(String tag) {
        return where(Filter.names("tags", tag));
    }

    /** Only days whose quality is not below this, 0 to 1. */
    public DayQuery quality(double atLeast) {
        return where(Filter.atLeast("quality", atLeast));
    }

    /** Only days that a filter lets pass, as all given before. */
    public DayQuery where(Filter filter) {
        return new DayQuery(rows.where(filter));
    }

    /** Only days from this trade date on, inclusive. */
    public DayQuery from(LocalDate first) {
        return new DayQuery(rows.dates(first, rows.to()));
    }

    /** Only days up to this trade date, inclusive. */
    public DayQuery to(LocalDate last) {
        return new DayQuery(rows.dates(rows.from(), last));
    }

    /** Only days of this trade date. */
    public DayQuery on(LocalDate date) {
        return new DayQuery(rows.dates(date, date));
    }

    /** Smallest first by a column, after the orders given before; a day without a value comes last. */
    public DayQuery orderBy(String column) {
        return new DayQuery(rows.order(Order.ascending(column)));
    }

    /** Largest first by a column, after the orders given before; a day without a value comes last. */
    public DayQuery orderByDescending(String column) {
        return new DayQuery(rows.order(Order.descending(column)));
    }

    /** At most so many days. */
    public DayQuery limit(long most) {
        return new DayQuery(rows.limit(most));
    }

    /** Only the {@code count} days with the largest {@link #DEFAULT_RANKING}, largest first. */
    public DayQuery top(int count) {
        return top(count, DEFAULT_RANKING);
    }

    /** Only the {@code count} days with the largest value in a column, largest first; a day without a value comes last. */
    public DayQuery top(int count, String column) {
        return new DayQuery(rows.top(count, column));
    }

    /**
     * So many days drawn without putting back, in the order drawn unless an order is asked for, weighted by
     * 1 / {@code inclusion_probability}: what is drawn stands for all days, ordinary ones among them.
     */
    public DayQuery sample(int count, long seed) {
        return new DayQuery(rows.sample(new Sample(count, seed, "inclusion_probability", true)));
    }

    /** The same, weighted by a column; a day without a value, or with 0 or less, is never drawn. */
    public DayQuery sample(int count, long seed, String weightColumn) {
        return new DayQuery(rows.sample(new Sample(count, seed, weightColumn, false)));
    }

    /** Open days too: those of which more data may come. */
    public DayQuery withOpenDays() {
        return new DayQuery(rows.withOpen());
    }

    /** Records hold these columns only, which saves reading the others. */
    public DayQuery columns(String... names) {
        return columns(List.of(names));
    }

    /** Records hold these columns only, which saves reading the others. */
    public DayQuery columns(List<String> names) {
        return new DayQuery(rows.columns(names));
    }

    static DayQuery of(RowQuery rows) {
        return new DayQuery(rows);
    }

    RowQuery rows() {
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DayQuery query && rows.equals(query.rows);
    }

    @Override
    public int hashCode() {
        return rows.hashCode();
    }
}
