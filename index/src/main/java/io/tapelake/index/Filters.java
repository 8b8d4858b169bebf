package io.tapelake.index;

import io.tapelake.index.column.Chunk;
import io.tapelake.index.column.ListChunk;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.NumberChunk;
import io.tapelake.index.column.NumberForm;
import io.tapelake.index.column.RowSets;
import io.tapelake.index.column.TextChunk;
import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeException;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** Checks filters against a table, and applies them to the rows of a month. */
final class Filters {

    private Filters() {}

    /**
     * Checks that the table has the columns, of the types that the filter is for.
     *
     * @throws LakeException if not; the message names near columns, or what fits the type
     */
    static void check(Filter filter, LakeTable table) {
        if (filter instanceof Filter.TextIn text) {
            check(table, text.column(), Set.of(LakeType.STRING), "compared with texts");
        } else if (filter instanceof Filter.Names names) {
            check(table, names.column(), Set.of(LakeType.STRING), "searched for a name");
        } else if (filter instanceof Filter.Holds holds) {
            check(table, holds.column(), Set.of(LakeType.ARRAY_BIGINT), "searched for an element");
        } else if (filter instanceof Filter.NumberBetween number) {
            LakeColumn column = table.column(number.column());
            if (!Chunk.isNumber(column.type())) {
                throw new LakeException("column '" + column.name() + "' of table '" + table.name() + "' is "
                        + column.type().sql() + " and cannot be compared with numbers");
            }
            if (number.low() != null && number.high() != null && number.low().compareTo(number.high()) > 0) {
                throw new LakeException("bounds of " + column.name() + " run backwards: from "
                        + number.low().toPlainString() + " to " + number.high().toPlainString());
            }
        } else if (filter instanceof Filter.Known known) {
            table.column(known.column());
        } else if (filter instanceof Filter.Not not) {
            check(not.filter(), table);
        } else if (filter instanceof Filter.AnyOf any) {
            any.filters().forEach(either -> check(either, table));
        }
    }

    private static void check(LakeTable table, String name, Set<LakeType> allowed, String use) {
        LakeColumn column = table.column(name);
        if (!allowed.contains(column.type())) {
            throw new LakeException("column '" + name + "' of table '" + table.name() + "' is "
                    + column.type().sql() + " and cannot be " + use);
        }
    }

    /** Takes out of a set the rows of a month that the filters do not let pass. */
    static void retain(List<Filter> filters, LakeTable table, MonthRows month, BitSet rows) {
        for (Filter filter : filters) {
            if (rows.isEmpty()) {
                return;
            }
            retain(filter, table, month, rows);
        }
    }

    private static void retain(Filter filter, LakeTable table, MonthRows month, BitSet rows) {
        if (filter instanceof Filter.TextIn in) {
            TextChunk chunk = (TextChunk) chunk(month, in.column(), table);
            if (in.texts().size() == 1) {
                long code = chunk.codeOf(in.texts().iterator().next());
                RowSets.retain(chunk, rows, code == 0 ? 1 : code, code);
            } else {
                RowSets.retain(chunk, rows, chunk.passing(in.texts()::contains));
            }
        } else if (filter instanceof Filter.Names names) {
            TextChunk chunk = (TextChunk) chunk(month, names.column(), table);
            RowSets.retain(chunk, rows, chunk.passing(text -> hasName(text, names.name())));
        } else if (filter instanceof Filter.Holds holds) {
            ListChunk chunk = (ListChunk) chunk(month, holds.column(), table);
            RowSets.retain(chunk, rows, chunk.passing(list -> list.contains(holds.element())));
        } else if (filter instanceof Filter.NumberBetween number) {
            LakeType type = table.column(number.column()).type();
            NumberChunk chunk = (NumberChunk) chunk(month, number.column(), table);
            long low = number.low() == null ? 1 : chunk.codeNotBelow(NumberForm.notBelow(type, number.low()));
            long high = number.high() == null
                    ? Long.MAX_VALUE
                    : chunk.codeNotAbove(NumberForm.notAbove(type, number.high()));
            RowSets.retain(chunk, rows, low, high);
        } else if (filter instanceof Filter.Known known) {
            RowSets.retain(chunk(month, known.column(), table), rows, 1, Long.MAX_VALUE);
        } else if (filter instanceof Filter.Not not) {
            BitSet passing = (BitSet) rows.clone();
            retain(not.filter(), table, month, passing);
            rows.andNot(passing);
        } else if (filter instanceof Filter.AnyOf any) {
            BitSet passing = new BitSet(rows.length());
            for (Filter either : any.filters()) {
                BitSet more = (BitSet) rows.clone();
                retain(either, table, month, more);
                passing.or(more);
            }
            rows.and(passing);
        }
    }

    private static Chunk chunk(MonthRows month, String column, LakeTable table) {
        return table.sortColumns().contains(column) ? month.key(column) : month.chunk(column);
    }

    /** Whether a text of names joined by commas has a name; nothing is made on the way. */
    static boolean hasName(String names, String name) {
        for (int at = names.indexOf(name); at >= 0; at = names.indexOf(name, at + 1)) {
            int end = at + name.length();
            if ((at == 0 || names.charAt(at - 1) == ',') && (end == names.length() || names.charAt(end) == ',')) {
                return !name.isEmpty() || names.isEmpty();
            }
        }
        return false;
    }
}
