package io.tapelake.lake;

import java.util.Objects;

/**
 * One column of a table.
 *
 * @param name snake_case name
 * @param type its type
 * @param nullable whether a row may leave it out; a value that is undefined at the source is null
 * @param doc what it is, with its unit, in one line of plain text
 */
public record LakeColumn(String name, LakeType type, boolean nullable, String doc) {

    /** Checks the parts: the name is snake_case and the doc is one line. */
    public LakeColumn {
        Objects.requireNonNull(type, "type");
        if (!name.matches("[a-z][a-z0-9_]*")) {
            throw new IllegalArgumentException("column name '" + name + "' is not snake_case");
        }
        if (doc.isBlank() || doc.contains("\n") || doc.contains("|")) {
            throw new IllegalArgumentException("doc of column '" + name + "' must be one line without '|': " + doc);
        }
    }

    /** The column as DDL writes it, for example {@code symbol STRING NOT NULL}. */
    public String ddl() {
        return "`" + name + "` " + type.sql() + (nullable ? "" : " NOT NULL");
    }
}
