package io.tapelake.jobs.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.shiftleft;
import static org.apache.spark.sql.functions.shiftright;
import static org.apache.spark.sql.functions.xxhash64;

import io.tapelake.lake.LakeTable;
import java.sql.Date;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.Ascending$;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NullsFirst$;
import org.apache.spark.sql.catalyst.expressions.SortOrder;
import org.apache.spark.sql.classic.ExpressionUtils;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import scala.jdk.javaapi.CollectionConverters;

/**
 * The order of a table (date, symbol, time, ...) with a number in front that says almost all of it: the place of the
 * (date, symbol) and the time of day. Spark's sort keeps the first column beside each row and follows it before it looks at
 * the rows; the date, which is the table's first, is the same for millions of them, so that every comparison would compare
 * symbols in rows far apart in memory. Ties of the number are decided by the table's own columns.
 */
final class CellOrder {

    /** Column with the number of the piece that a row's date and symbol belong to, then their place among all of them. */
    static final String CELL = "_cell";

    /** Column that {@link #place} is compared with. */
    static final String PLACE = "_place";

    /** Of the number; a day of 29 hours in units of 1,024 ns fits. */
    private static final int TIME_BITS = 37;

    private static final int CELL_BITS = 26;

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
        Column cell = col(CELL).bitwiseAND(lit((1L << CELL_BITS) - 1));
        Column number = shiftleft(cell, TIME_BITS).plus(inDay);
        return Stream.concat(
                        Stream.of(alsoByDate(number)),
                        table.sortColumns().stream().map(c -> col(c)))
                .toArray(Column[]::new);
    }

    /**
     * Every date and symbol of a layout: {@link #PLACE} and {@link #CELL}.
     *
     * @param layout of fewer than 2^26 dates and symbols
     */
    static Dataset<Row> places(SparkSession spark, FileLayout layout) {
        List<Row> places = new ArrayList<>();
        for (int piece = 0; piece < layout.pieces().size(); piece++) {
            for (FileLayout.Cell cell : layout.pieces().get(piece)) {
                places.add(RowFactory.create(Date.valueOf(cell.date()), cell.symbol(), cell(piece, places.size())));
            }
        }
        return spark.createDataFrame(
                        places,
                        new StructType()
                                .add("trade_date", DataTypes.DateType, false)
                                .add("symbol", DataTypes.StringType, false)
                                .add(CELL, DataTypes.LongType, false))
                .select(place().as(PLACE), col(CELL));
    }

    static long cell(int piece, int place) {
        return ((long) piece << CELL_BITS) + place;
    }

    /**
     * Of the date and symbol of a row. A hash, because joining by a number is several times as fast; were two the same, which
     * happens to a million of them once in 10^7 writes, their rows would come twice and the write be refused.
     */
    static Column place() {
        return xxhash64(col("trade_date"), col("symbol"));
    }

    /** The piece of a row; that of a row without a place is the first. */
    static Column piece() {
        return coalesce(shiftright(col(CELL), CELL_BITS).cast("int"), lit(0));
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
