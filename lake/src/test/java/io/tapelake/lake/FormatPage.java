package io.tapelake.lake;

import java.util.Map;

/** Writes the page of {@code docs/formats} for one table. */
final class FormatPage {

    private FormatPage() {}

    static String of(LakeTable table) {
        StringBuilder page = new StringBuilder();
        page.append("# ").append(table.name()).append("\n\n");
        page.append("One row: ").append(table.row()).append(".\n\n");
        page.append("* Partitioned by: ")
                .append(table.partitionColumn().map(c -> "`" + c + "`").orElse("nothing, one folder"))
                .append("\n* Sorted by: `")
                .append(String.join("`, `", table.sortColumns()))
                .append("`\n\n");
        page.append("| column | type | null | what |\n|---|---|---|---|\n");
        for (LakeColumn column : table.columns()) {
            page.append("| `")
                    .append(column.name())
                    .append("` | ")
                    .append(column.type().sql())
                    .append(" | ")
                    .append(column.nullable() ? "yes" : "")
                    .append(" | ")
                    .append(column.doc())
                    .append(" |\n");
        }
        page.append("\nDelta table properties:\n\n");
        for (Map.Entry<String, String> property : table.properties().entrySet()) {
            page.append("* `")
                    .append(property.getKey())
                    .append("` = `")
                    .append(property.getValue())
                    .append("`\n");
        }
        return page.toString();
    }

    static String index() {
        StringBuilder page = new StringBuilder("# Tables of the lake\n\n");
        page.append("Made from `io.tapelake.lake.Tables` by `mvn -q -pl lake -am test -Dtest=FormatPagesTest ")
                .append(
                        "-Dsurefire.failIfNoSpecifiedTests=false -Dtapelake.writeFormats=true`; a test fails where they differ.\n\n");
        page.append(
                        "Times ending in `_ns` are nanoseconds UTC; a TIMESTAMP beside one is cut to microseconds. Prices are ")
                .append(
                        "DECIMAL(18,9), null where undefined. Unsigned 32-bit values are BIGINT; unsigned 64-bit ids keep their bits in a BIGINT.\n\n");
        page.append("| table | one row | partitioned by |\n|---|---|---|\n");
        for (LakeTable table : Tables.all()) {
            page.append("| [")
                    .append(table.name())
                    .append("](")
                    .append(table.name())
                    .append(".md) | ")
                    .append(table.row())
                    .append(" | ")
                    .append(table.partitionColumn().orElse(""))
                    .append(" |\n");
        }
        return page.toString();
    }
}
