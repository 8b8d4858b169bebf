package io.tapelake.index;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.ShortDecimal;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.read.LakeRun;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** The tables of a run in DuckDB, read from the same files: the oracle of queries. */
final class DuckTables implements AutoCloseable {

    private final Connection connection;

    private DuckTables(Connection connection) {
        this.connection = connection;
    }

    static DuckTables of(LakeRun run, LakeTable... tables) throws SQLException {
        DuckTables duck = new DuckTables(DriverManager.getConnection("jdbc:duckdb:"));
        try (Statement statement = duck.connection.createStatement()) {
            for (LakeTable table : tables) {
                String files = run.table(table).files().stream()
                        .map(DataFile::path)
                        .map(path -> "'" + path.replace("file:", "") + "'")
                        .collect(Collectors.joining(", "));
                statement.execute("CREATE TABLE " + table.name() + " AS SELECT * FROM read_parquet([" + files
                        + "], hive_partitioning = true, hive_types = {trade_month: VARCHAR})");
            }
        }
        return duck;
    }

    /** Rows of columns of a table, values as our records have them; lists as text. */
    List<List<Object>> rows(LakeTable table, String rest) throws SQLException {
        String columns = table.columns().stream()
                .map(column -> column.type().isNested()
                        ? "CAST(\"" + column.name() + "\" AS VARCHAR)"
                        : "\"" + column.name() + "\"")
                .collect(Collectors.joining(", "));
        List<List<Object>> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT " + columns + " FROM " + table.name() + " " + rest)) {
            while (rows.next()) {
                Object[] values = new Object[table.columns().size()];
                for (int i = 0; i < values.length; i++) {
                    values[i] =
                            value(rows.getObject(i + 1), table.columns().get(i).type());
                }
                found.add(Arrays.asList(values));
            }
        }
        return found;
    }

    /** Whatever a query says, as texts. */
    List<String> texts(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    Object value = rows.getObject(i);
                    row.add(String.valueOf(value instanceof Float ratio ? (Object) ShortDecimal.of(ratio) : value));
                }
                found.add(String.join("|", row));
            }
        }
        return found;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    /** The values of a record, in the same form. */
    static List<Object> values(LakeTable table, java.util.function.Function<String, Object> of) {
        List<Object> values = new ArrayList<>();
        for (LakeColumn column : table.columns()) {
            Object value = of.apply(column.name());
            values.add(column.type().isNested() && value != null ? value.toString() : value);
        }
        return values;
    }

    private static Object value(Object value, LakeType type) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case FLOAT -> ShortDecimal.of((Float) value) + 0.0;
            case TIMESTAMP -> ((OffsetDateTime) value).toInstant();
            default -> value;
        };
    }
}
