package io.tapelake.jobs.ingest;

import static org.apache.spark.sql.functions.col;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.tapelake.jobs.TestSpark;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;

class CellOrderTest {

    private static final LakeTable TABLE = Tables.BARS_1S;
    private static final long DAY_NS = 86_400_000_000_000L;
    private static final int SYMBOLS = 40;

    /** Times of any kind: of the day, equal ones, closer together than the number tells apart, and far outside. */
    @Test
    void isTheOrderOfTheTable() {
        Dataset<Row> rows = rows(20_000, new Random(5));
        Column[] plain = TABLE.sortColumns().stream().map(c -> col(c)).toArray(Column[]::new);
        Column[] columns = plain.clone();

        List<Row> expected = rows.sortWithinPartitions(plain).select(columns).collectAsList();
        List<Row> found =
                rows.sortWithinPartitions(CellOrder.by(TABLE)).select(columns).collectAsList();

        assertEquals(expected, found);
    }

    /** Delta asks for this order, and sorts anew by the date alone where a plan does not have it. */
    @Test
    void isKnownToBeByDateAfterTheNumberIsGone() {
        Dataset<Row> written = rows(100, new Random(6))
                .sortWithinPartitions(CellOrder.by(TABLE))
                .select("trade_date", "symbol", "bar_start_ns", "publisher");

        String order = written.queryExecution().sparkPlan().outputOrdering().toString();

        assertTrue(order.contains("trade_date") && order.contains("ASC"), order);
        assertTrue(!order.contains(CellOrder.CELL), order);
    }

    private static Dataset<Row> rows(int count, Random random) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            long day = random.nextInt(3);
            LocalDate date = LocalDate.of(2025, 3, 7).plusDays(day);
            int symbol = random.nextInt(SYMBOLS);
            long timeNs = date.toEpochDay() * DAY_NS
                    + switch (random.nextInt(4)) {
                        case 0 -> random.nextLong(4 * 3600 * 1_000_000_000L, 29 * 3600 * 1_000_000_000L);
                        case 1 -> 10 * 3600 * 1_000_000_000L + random.nextInt(3000);
                        case 2 -> 12 * 3600 * 1_000_000_000L;
                        default -> random.nextLong(-40 * DAY_NS, 40 * DAY_NS);
                    };
            rows.add(RowFactory.create(
                    Date.valueOf(date),
                    String.format("S%02d", symbol),
                    timeNs,
                    random.nextInt(3),
                    CellOrder.cell((int) day, (int) day * SYMBOLS + symbol)));
        }
        return TestSpark.interpreting()
                .createDataFrame(
                        rows,
                        new StructType()
                                .add("trade_date", DataTypes.DateType, false)
                                .add("symbol", DataTypes.StringType, false)
                                .add("bar_start_ns", DataTypes.LongType, false)
                                .add("publisher", DataTypes.IntegerType, false)
                                .add(CellOrder.CELL, DataTypes.LongType, false))
                .repartition(1);
    }
}
