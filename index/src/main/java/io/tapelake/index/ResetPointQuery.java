package io.tapelake.index;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.Tables;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which reset points to find. Immutable; begin with {@link #all()}, each method gives a new query that asks for more. Rows come
 * by trade date, symbol, dataset, decision time and detector unless an order is asked for. Every method throws
 * {@link LakeException} for a column that the table does not have, with near names, or whose type does not fit.
 */
public final class ResetPointQuery {

    /** The column points are ranked by unless another is named. */
    public static final String DEFAULT_RANKING = "setup_quality";

    private static final ResetPointQuery ALL = new ResetPointQuery(RowQuery.all(Tables.RESET_POINTS), Optional.empty());

    private final RowQuery rows;
    private final Optional<DayQuery> days;

    private ResetPointQuery(RowQuery rows, Optional<DayQuery> days) {
        this.rows = rows;
        this.days = days;
    }

    /** Every candidate of every complete day, drawn or not. */
    public static ResetPointQuery all() {
        return ALL;
    }

    /** Every candidate that was drawn, of every complete day. */
    public static ResetPointQuery selected() {
        return ALL.where(Filter.is("selected", true));
    }

    /** The columns points can be ranked and weighted by. */
    public static List<String> rankings() {
        return RowQuery.numbers(Tables.RESET_POINTS);
    }

    /** Only points of one of these symbols. */
    public ResetPointQuery symbol(String... anyOf) {
        return where(Filter.in("symbol", anyOf));
    }

    /** Only points of one of these datasets. */
    public ResetPointQuery dataset(String... anyOf) {
        return where(Filter.in("dataset", anyOf));
    }

    /** Only points of one of these detectors. */
    public ResetPointQuery detector(String... anyOf) {
        return where(Filter.in("detector", anyOf));
    }

    /** Only points of one of these patterns. */
    public ResetPointQuery pattern(String... anyOf) {
        return where(Filter.in("pattern", anyOf));
    }

    /** Only points of one of these phases, such as BREAKOUT. */
    public ResetPointQuery phase(String... anyOf) {
        return where(Filter.in("phase", anyOf));
    }

    /** Only points of one of these parts of the day, such as OPEN. */
    public ResetPointQuery timeBucket(String... anyOf) {
        return where(Filter.in("time_bucket", anyOf));
    }

    /** Only points whose setup quality is not below this, 0 to 1. */
    public ResetPointQuery quality(double atLeast) {
        return where(Filter.atLeast("setup_quality", atLeast));
    }

    /** Only points that a filter lets pass, as all given before. */
    public ResetPointQuery where(Filter filter) {
        return new ResetPointQuery(rows.where(filter), days);
    }

    /** Only points of days that a query over days finds, in the same run. */
    public ResetPointQuery ofDays(DayQuery found) {
        return new ResetPointQuery(rows, Optional.of(found));
    }

    /** Only points from this trade date on, inclusive. */
    public ResetPointQuery from(LocalDate first) {
        return new ResetPointQuery(rows.dates(first, rows.to()), days);
    }

    /** Only points up to this trade date, inclusive. */
    public ResetPointQuery to(LocalDate last) {
        return new ResetPointQuery(rows.dates(rows.from(), last), days);
    }

    /** Only points of this trade date. */
    public ResetPointQuery on(LocalDate date) {
        return new ResetPointQuery(rows.dates(date, date), days);
    }

    /** Smallest first by a column, after the orders given before; a point without a value comes last. */
    public ResetPointQuery orderBy(String column) {
        return new ResetPointQuery(rows.order(Order.ascending(column)), days);
    }

    /** Largest first by a column, after the orders given before; a point without a value comes last. */
    public ResetPointQuery orderByDescending(String column) {
        return new ResetPointQuery(rows.order(Order.descending(column)), days);
    }

    /** At most so many points. */
    public ResetPointQuery limit(long most) {
        return new ResetPointQuery(rows.limit(most), days);
    }

    /** Only the {@code count} points with the largest {@link #DEFAULT_RANKING}, largest first. */
    public ResetPointQuery top(int count) {
        return top(count, DEFAULT_RANKING);
    }

    /** Only the {@code count} points with the largest value in a column, largest first; one without a value comes last. */
    public ResetPointQuery top(int count, String column) {
        return new ResetPointQuery(rows.top(count, column), days);
    }

    /**
     * So many points drawn without putting back, in the order drawn unless an order is asked for, weighted by {@code weight}: of
     * selected points, what is drawn stands for all candidates.
     */
    public ResetPointQuery sample(int count, long seed) {
        return sample(count, seed, "weight");
    }

    /** The same, weighted by a column; a point without a value, or with 0 or less, is never drawn. */
    public ResetPointQuery sample(int count, long seed, String weightColumn) {
        return new ResetPointQuery(rows.sample(new Sample(count, seed, weightColumn, false)), days);
    }

    /** Points of open days too: those of which more data may come. */
    public ResetPointQuery withOpenDays() {
        return new ResetPointQuery(rows.withOpen(), days);
    }

    /** Records hold these columns only, which saves reading the others. */
    public ResetPointQuery columns(String... names) {
        return columns(List.of(names));
    }

    /** Records hold these columns only, which saves reading the others. */
    public ResetPointQuery columns(List<String> names) {
        return new ResetPointQuery(rows.columns(names), days);
    }

    static ResetPointQuery of(RowQuery rows) {
        return new ResetPointQuery(rows, Optional.empty());
    }

    RowQuery rows() {
        return rows;
    }

    Optional<DayQuery> days() {
        return days;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResetPointQuery query && rows.equals(query.rows) && days.equals(query.days);
    }

    @Override
    public int hashCode() {
        return 31 * rows.hashCode() + days.hashCode();
    }
}
