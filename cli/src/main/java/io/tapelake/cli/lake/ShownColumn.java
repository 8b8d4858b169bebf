package io.tapelake.cli.lake;

import io.tapelake.lake.LakeColumn;
import java.util.function.Function;

/**
 * A column of a result.
 *
 * @param name its name in JSON and CSV
 * @param heading its heading in a text table
 * @param rightAligned whether a text table puts it to the right
 * @param pretty text of a value in a text table; never called with null
 */
record ShownColumn(String name, String heading, boolean rightAligned, Function<Object, String> pretty) {

    /** A column as the lake has it. */
    static ShownColumn of(LakeColumn column) {
        boolean number =
                switch (column.type()) {
                    case INT, BIGINT, DOUBLE, FLOAT, PRICE -> true;
                    default -> false;
                };
        return new ShownColumn(column.name(), column.name(), number, CellText::pretty);
    }
}
