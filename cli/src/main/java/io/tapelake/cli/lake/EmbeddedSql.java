package io.tapelake.cli.lake;

import io.tapelake.cli.CommandException;
import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.NearMisses;
import io.tapelake.lake.ShortDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * DuckDB inside this process, shut in: it reads below one folder and nothing else, and fetches no extension. Rows are streamed.
 * A time in a condition without a zone is New York's.
 */
final class EmbeddedSql implements AutoCloseable {

    private static final Pattern UNKNOWN_COLUMN = Pattern.compile(
            "(?:Referenced column|Referenced table|Column with name) \"?([^\"\\s]+)\"? (?:was )?not found");

    private final Connection connection;

    private EmbeddedSql(Connection connection) {
        this.connection = connection;
    }

    /** Opens it; {@code folder} is the only place it may read. */
    static EmbeddedSql readingBelow(String folder) {
        Properties settings = new Properties();
        settings.setProperty("jdbc_stream_results", "true");
        try {
            EmbeddedSql sql = new EmbeddedSql(DriverManager.getConnection("jdbc:duckdb:", settings));
            try (Statement statement = sql.connection.createStatement()) {
                statement.execute("SET TimeZone = 'America/New_York'");
                statement.execute("SET autoinstall_known_extensions = false");
                statement.execute("SET autoload_known_extensions = false");
                // The check is made on names as they are written, so the masked form must be allowed too.
                statement.execute("SET allowed_directories = [" + LakeSql.literal(folder) + ", "
                        + LakeSql.literal(LakeSql.exactly(folder)) + "]");
                statement.execute("SET enable_external_access = false");
                statement.execute("SET lock_configuration = true");
            }
            return sql;
        } catch (SQLException e) {
            throw CommandException.failed("the embedded SQL does not start: " + firstLine(e), e);
        }
    }

    /** Runs a query for columns of a table and gives its rows to an output. */
    void print(String query, LakeTable table, List<LakeColumn> columns, RowOutput output) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            boolean read = true;
            while (read && rows.next()) {
                List<Object> values = new ArrayList<>(columns.size());
                for (int i = 0; i < columns.size(); i++) {
                    values.add(value(rows.getObject(i + 1), columns.get(i).type()));
                }
                read = output.row(values);
            }
        } catch (SQLException e) {
            throw refused(e, table);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw CommandException.failed("the embedded SQL does not end: " + firstLine(e), e);
        }
    }

    private static Object value(Object value, LakeType type) {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case FLOAT -> ShortDecimal.of((Float) value);
            case TIMESTAMP -> ((OffsetDateTime) value).toInstant();
            case DATE -> value instanceof LocalDate ? value : LocalDate.parse(value.toString());
            case MAP_STRING_BIGINT, ARRAY_BIGINT, ARRAY_STRING, ARRAY_DATE -> new JsonText(value.toString());
            default -> value;
        };
    }

    private static CommandException refused(SQLException error, LakeTable table) {
        String message = error.getMessage() == null ? "" : error.getMessage();
        Matcher unknown = UNKNOWN_COLUMN.matcher(message);
        if (unknown.find()) {
            return CommandException.usage("--where: table '" + table.name() + "' has no column '" + unknown.group(1)
                    + "'. " + NearMisses.hint(unknown.group(1), table.columnNames()));
        }
        boolean condition = message.startsWith("Parser Error")
                || message.startsWith("Binder Error")
                || message.startsWith("Catalog Error")
                || message.startsWith("Conversion Error")
                || message.startsWith("Permission Error");
        return condition
                ? CommandException.usage("--where: " + firstLine(error))
                : CommandException.failed("table '" + table.name() + "': " + firstLine(error), error);
    }

    private static String firstLine(SQLException error) {
        return String.valueOf(error.getMessage()).lines().findFirst().orElse("no reason given");
    }
}
