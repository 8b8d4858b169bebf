package io.tapelake.bench.index;

import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.LakeRun;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** DuckDB on the same run, over its files or with everything in its own memory. Statements are prepared once. */
final class DuckSide implements AutoCloseable {

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    private DuckSide(Connection connection) {
        this.connection = connection;
    }

    /** @param inMemory true to copy the tables; false to leave them in their files */
    static DuckSide open(LakeRun run, boolean inMemory) throws SQLException {
        DuckSide duck = new DuckSide(DriverManager.getConnection("jdbc:duckdb:"));
        try (Statement statement = duck.connection.createStatement()) {
            for (LakeTable table : List.of(Tables.DAY_INDEX, Tables.RESET_POINTS)) {
                String files = run.table(table).files().stream()
                        .map(DataFile::path)
                        .map(path -> "'" + path.replaceFirst("^file:", "").replace("'", "''") + "'")
                        .collect(Collectors.joining(", "));
                statement.execute("CREATE " + (inMemory ? "TABLE " : "VIEW ") + table.name()
                        + " AS SELECT * FROM read_parquet([" + files
                        + "], hive_partitioning = true, hive_types = {trade_month: VARCHAR})");
            }
        }
        return duck;
    }

    /** Runs a query, looks at every value, and returns the number of rows. */
    long rows(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        long count = 0;
        try (ResultSet rows = statement.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
                count++;
            }
        }
        return count;
    }

    @Override
    public void close() throws SQLException {
        for (PreparedStatement statement : prepared.values()) {
            statement.close();
        }
        connection.close();
    }
}
