package io.tapelake.index;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of query gives what DuckDB gives on the files of the same run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class QueryOracleTest {

    /** Of each kind; there are ten kinds and two tables. */
    private static final int QUERIES = "full".equals(System.getProperty("tapelake.tests")) ? 60 : 8;

    private final long seed = 20_251_114L;
    private DuckTables duck;
    private DayIndex days;
    private ResetPointIndex points;

    @BeforeAll
    void write(@TempDir Path root) throws SQLException {
        RandomIndex.write(TestLake.in(root), new Random(seed));
        LakeRun run = Lake.open(root.toString()).latest();
        duck = DuckTables.of(run, Tables.DAY_INDEX, Tables.RESET_POINTS);
        // So little memory that columns come and go all the time.
        points = ResetPointIndex.open(run, 50_000);
        days = DayIndex.open(run);
    }

    @AfterAll
    void close() throws SQLException {
        duck.close();
    }

    @Test
    void daysAreTheSameInTheSameOrder() throws SQLException {
        for (int i = 0; i < 2 * QUERIES; i++) {
            RandomQuery query = RandomQuery.of(Tables.DAY_INDEX, new Random(seed + i));
            assertThat(days.find(DayQuery.of(query.rows()))
                            .map(day -> DuckTables.values(Tables.DAY_INDEX, day::value))
                            .toList())
                    .as("query %d: %s", i, query.where())
                    .isEqualTo(duck.rows(Tables.DAY_INDEX, "WHERE " + query.where() + query.orderAndLimit()));
        }
    }

    @Test
    void pointsAreTheSameInTheSameOrder() throws SQLException {
        for (int i = 0; i < 2 * QUERIES; i++) {
            RandomQuery query = RandomQuery.of(Tables.RESET_POINTS, new Random(seed + 1_000 + i));
            assertThat(points.find(ResetPointQuery.of(query.rows()))
                            .map(point -> DuckTables.values(Tables.RESET_POINTS, point::value))
                            .toList())
                    .as("query %d: %s", i, query.where())
                    .isEqualTo(duck.rows(Tables.RESET_POINTS, "WHERE " + query.where() + query.orderAndLimit()));
        }
    }

    @Test
    void pointsOfDaysAreThoseOfAJoin() throws SQLException {
        for (int i = 0; i < 2 * QUERIES; i++) {
            RandomQuery ofDays = RandomQuery.of(Tables.DAY_INDEX, new Random(seed + 2_000 + i));
            RandomQuery ofPoints = RandomQuery.of(Tables.RESET_POINTS, new Random(seed + 3_000 + i));
            String joined =
                    "WHERE (trade_date, symbol, dataset) IN (SELECT (trade_date, symbol, dataset) FROM (SELECT *"
                            + " FROM day_index WHERE " + ofDays.where() + ofDays.orderAndLimit() + ")) AND "
                            + ofPoints.where();
            ResetPointQuery query = ResetPointQuery.of(ofPoints.rows()).ofDays(DayQuery.of(ofDays.rows()));
            assertThat(points.find(query)
                            .map(point -> DuckTables.values(Tables.RESET_POINTS, point::value))
                            .toList())
                    .as("query %d: %s", i, joined)
                    .isEqualTo(duck.rows(Tables.RESET_POINTS, joined + ofPoints.orderAndLimit()));
        }
    }

    @Test
    void countsByGroupsAreTheSame() throws SQLException {
        for (int i = 0; i < 2 * QUERIES; i++) {
            LakeTable table = i % 2 == 0 ? Tables.DAY_INDEX : Tables.RESET_POINTS;
            Random random = new Random(seed + 4_000 + i);
            RandomQuery query = RandomQuery.of(table, random);
            List<String> by = new ArrayList<>();
            for (int c = random.nextInt(4); c > 0; c--) {
                String name =
                        table.columnNames().get(random.nextInt(table.columns().size()));
                if (!table.column(name).type().isNested()
                        && table.column(name).type() != io.tapelake.lake.LakeType.TIMESTAMP) {
                    by.add(name);
                }
            }
            String[] columns = by.toArray(String[]::new);
            List<GroupCount> ours = i % 2 == 0
                    ? days.counts(DayQuery.of(query.rows()), columns)
                    : points.counts(ResetPointQuery.of(query.rows()), columns);
            String list = by.stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
            String found = "(SELECT * FROM " + table.name() + " WHERE " + query.where() + query.orderAndLimit() + ")";
            List<String> theirs = duck.texts("SELECT " + (by.isEmpty() ? "" : list + ", ") + "count(*) FROM " + found
                    + (by.isEmpty() ? " HAVING count(*) > 0" : " GROUP BY " + list));
            assertThat(ours.stream()
                            .map(group ->
                                    group.values().stream().map(v -> v + "|").collect(Collectors.joining())
                                            + group.rows())
                            .toList())
                    .as("query %d by %s: %s", i, by, query.where())
                    .containsExactlyInAnyOrderElementsOf(theirs);
        }
    }

    @Test
    void numbersOfRowsAndArraysAreTheSame() throws SQLException {
        for (int i = 0; i < 2 * QUERIES; i++) {
            RandomQuery query = RandomQuery.of(Tables.RESET_POINTS, new Random(seed + 5_000 + i));
            ResetPointQuery asked = ResetPointQuery.of(query.rows());
            String found = "(SELECT * FROM reset_points WHERE " + query.where() + query.orderAndLimit() + ")";
            assertThat(points.count(asked))
                    .isEqualTo(Long.parseLong(
                            duck.texts("SELECT count(*) FROM " + found).get(0)));
            ColumnArrays arrays = points.arrays(asked, "setup_quality", "price", "symbol", "cum_volume");
            List<String> ours = new ArrayList<>();
            double[] quality = arrays.doubles("setup_quality");
            long[] nanos = arrays.longs("price", -1);
            String[] symbols = arrays.texts("symbol");
            double[] volume = arrays.doubles("cum_volume");
            for (int row = 0; row < arrays.size(); row++) {
                ours.add(quality[row] + "|" + nanos[row] + "|" + symbols[row] + "|" + volume[row]);
            }
            List<String> theirs =
                    duck.texts("SELECT coalesce(CAST(CAST(setup_quality AS VARCHAR) AS DOUBLE), 'NaN') + 0.0,"
                            + " coalesce(CAST(price * 1000000000::HUGEINT AS BIGINT), -1), symbol,"
                            + " coalesce(CAST(cum_volume AS DOUBLE), 'NaN') FROM " + found);
            assertThat(ours).hasSameSizeAs(theirs);
            for (int row = 0; row < ours.size(); row++) {
                assertThat(ours.get(row)).as("row %d: %s", row, query.where()).isEqualTo(theirs.get(row));
            }
        }
    }

    @Test
    void samplesAreOfTheRowsThatWereAskedForAndTheSameForTheSameSeed() throws SQLException {
        for (int i = 0; i < 2 * QUERIES; i++) {
            RandomQuery query = RandomQuery.of(Tables.RESET_POINTS, new Random(seed + 6_000 + i));
            ResetPointQuery asked =
                    ResetPointQuery.of(query.rows().limit(Long.MAX_VALUE)).sample(25, i, "rvol");
            List<List<Object>> drawn = points.find(asked)
                    .map(point -> DuckTables.values(Tables.RESET_POINTS, point::value))
                    .toList();
            List<List<Object>> allowed = duck.rows(Tables.RESET_POINTS, "WHERE rvol > 0 AND " + query.where());
            assertThat(new HashSet<>(drawn)).hasSize(Math.min(25, allowed.size()));
            assertThat(allowed).containsAll(drawn);
            assertThat(points.find(asked)
                            .map(point -> DuckTables.values(Tables.RESET_POINTS, point::value))
                            .toList())
                    .isEqualTo(drawn);
        }
    }
}
