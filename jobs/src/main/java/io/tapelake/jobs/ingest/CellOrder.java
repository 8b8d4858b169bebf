package io.tapelake.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftright;

import io.tapelake.lake.LakeTable;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.catalyst.expressions.Ascending$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NullsFirst$;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.classic.ExpressionUtils;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The order of a table (date, symbol, time, ...) with a number in front that says almost all of it: the place of the
 * (date, symbol) and the time of day. Spark's sort keeps the first column beside each row and follows it before it looks at
 * the rows; the date, which is the table's first, is the same for millions of them, so that every comparison would compare
 * symbols in rows far apart in memory. Ties of the number are decided by the table's own columns.
 */
final class CellOrder {

    /** Column of {@link #by} with the place of a row's date and symbol among all of them; at least 0, below 2^26. */
    static final String CELL = "_cell";

    /** Of the number; a day of 29 hours in units of 1,024 ns fits. */
    private static final int TIME_BITS = 37;

    private CellOrder() {}

    /**
     * Columns to sort by within partitions.
     *
     * @param table its third sort column is a time, ns UTC
     */
    static Column[] by(LakeTable table) {
        Column time = col(table.sortColumns().get(2));
        Column sinceMidnight =
                time.minus(expr("unix_date(trade_date)").cast("long").multiply(lit(86_400_000_000_000L)));
        // What lies outside the day ties at its edge.
        Column inDay = greatest(lit(0L), least(lit((1L << TIME_BITS) - 1), shiftright(sinceMidnight, 10)));
        Column number = shiftleft(col(CELL), TIME_BITS).plus(inDay);
        return Stream.concat(
                        Stream.of(alsoByDate(number)),
                        table.sortColumns().stream().map(c -> col(c)))
                .toArray(Column[]::new);
    }

    /** Ascending, and said to be in the order of trade_date too: Delta would otherwise sort again, by the date alone. */
    private static Column alsoByDate(Column number) {
        List<Expression> same = List.of(ExpressionUtils.expression(col("trade_date")));
        return ExpressionUtils.column(new SortOrder(
                ExpressionUtils.expression(number),
                Ascending$.MODULE$,
                NullsFirst$.MODULE$,
                CollectionConverters.asScala(same).toSeq()));
    }
}
