package io.tapelake.cli.lake;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import io.tapelake.lake.files.DataFile;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * The SQL that reads the files it is given, and no others, in DuckDB.
 *
 * <p>Every column has the type of the registry, whether a file holds it or not: the files are added to an empty relation of
 * that shape. Lists and maps come as JSON text and bytes as hexadecimal text.
 */
final class LakeSql {

    private LakeSql() {}

    /** A query for some columns of the rows that meet a condition, in the order of the files. */
    static String select(
            LakeTable table, List<DataFile> files, List<LakeColumn> columns, String where, OptionalLong limit) {
        String query = "SELECT " + columns.stream().map(LakeSql::shown).collect(Collectors.joining(", ")) + " FROM ("
                + relation(table, files) + ") AS " + quoted(table.name());
        // A line break ends a comment in the condition.
        String filtered = where == null ? query : query + " WHERE (" + where + "\n)";
        return limit.isPresent() ? filtered + " LIMIT " + limit.getAsLong() : filtered;
    }

    private static String relation(LakeTable table, List<DataFile> files) {
        String empty = "SELECT "
                + table.columns().stream()
                        .map(column -> "CAST(NULL AS " + type(column.type()) + ") AS " + quoted(column.name()))
                        .collect(Collectors.joining(", "))
                + " WHERE false";
        if (files.isEmpty()) {
            return empty;
        }
        String list = inOrder(table, files).stream()
                .map(file -> literal(exactly(localPath(file.path()))))
                .collect(Collectors.joining(", "));
        String partition = table.partitionColumn()
                .map(column -> ", hive_partitioning = true, hive_types = {" + quoted(column) + ": "
                        + type(table.column(column).type()) + "}")
                .orElse(", hive_partitioning = false");
        return empty + " UNION ALL BY NAME SELECT * FROM read_parquet([" + list + "], union_by_name = true" + partition
                + ")";
    }

    /** Files in the order in which their rows are given: by partition, then by their smallest rows. */
    static List<DataFile> inOrder(LakeTable table, List<DataFile> files) {
        return files.stream()
                .sorted(Comparator.comparing(DataFile::partitionValue).thenComparing(file -> first(file, table)))
                .toList();
    }

    /** Order of the files of a partition: by their smallest rows. */
    private static String first(DataFile file, LakeTable table) {
        return table.sortColumns().stream()
                .map(column -> padded(
                        file.smallest().getOrDefault(column, ""),
                        table.column(column).type()))
                .collect(Collectors.joining("\0"));
    }

    private static String padded(String value, LakeType type) {
        boolean number = type == LakeType.BIGINT || type == LakeType.INT;
        return number && !value.isEmpty() && value.charAt(0) != '-'
                ? "0".repeat(Math.max(0, 19 - value.length())) + value
                : value;
    }

    private static String shown(LakeColumn column) {
        String name = quoted(column.name());
        if (column.type().isNested()) {
            return "CAST(to_json(" + name + ") AS VARCHAR) AS " + name;
        }
        return column.type() == LakeType.BINARY ? "hex(" + name + ") AS " + name : name;
    }

    private static String type(LakeType type) {
        return switch (type) {
            case STRING -> "VARCHAR";
            case TIMESTAMP -> "TIMESTAMP WITH TIME ZONE";
            case BINARY -> "BLOB";
            case PRICE -> "DECIMAL(18, 9)";
            case MAP_STRING_BIGINT -> "MAP(VARCHAR, BIGINT)";
            case ARRAY_BIGINT -> "BIGINT[]";
            case ARRAY_STRING -> "VARCHAR[]";
            case ARRAY_DATE -> "DATE[]";
            default -> type.sql();
        };
    }

    private static String localPath(String path) {
        return path.startsWith("file:") ? path.substring("file:".length()) : path;
    }

    /** A file name in which no character stands for others. */
    static String exactly(String path) {
        return path.replaceAll("[\\[*?]", "[$0]");
    }

    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
