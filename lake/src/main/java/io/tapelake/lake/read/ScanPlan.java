package io.tapelake.lake.read;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.filter2.compat.FilterCompat;
import org.apache.parquet.filter2.predicate.FilterApi;
import org.apache.parquet.filter2.predicate.FilterPredicate;

/** What to read of every file: the columns asked for, then those that only conditions and the order need. */
final class ScanPlan {

    private final List<LakeColumn> columns;
    private final int asked;
    private final List<RowCheck> checks;
    private final int[] checked;
    private final int[] order;

    private ScanPlan(List<LakeColumn> columns, int asked, List<RowCheck> checks, int[] checked, int[] order) {
        this.columns = columns;
        this.asked = asked;
        this.checks = checks;
        this.checked = checked;
        this.order = order;
    }

    static ScanPlan of(LakeTable table, List<String> asked, List<RowCheck> rowChecks, boolean ordered) {
        List<String> names = new ArrayList<>(asked);
        int[] checked = rowChecks.stream()
                .mapToInt(check -> place(names, check.column()))
                .toArray();
        int[] order = ordered
                ? table.sortColumns().stream()
                        .filter(column ->
                                table.partitionColumn().filter(column::equals).isEmpty())
                        .mapToInt(column -> place(names, column))
                        .toArray()
                : new int[0];
        return new ScanPlan(names.stream().map(table::column).toList(), asked.size(), rowChecks, checked, order);
    }

    private static int place(List<String> names, String name) {
        int at = names.indexOf(name);
        if (at >= 0) {
            return at;
        }
        names.add(name);
        return names.size() - 1;
    }

    /** All columns to read; those asked for come first. */
    List<LakeColumn> columns() {
        return columns;
    }

    /** How many of them were asked for. */
    int asked() {
        return asked;
    }

    /** Conditions on rows; those a partition decides are not among them. */
    List<RowCheck> checks() {
        return checks;
    }

    /** Place of the column of each check. Shared, not to be changed. */
    int[] checked() {
        return checked;
    }

    /** Places of the columns rows are ordered by; empty if order does not matter. Shared, not to be changed. */
    int[] order() {
        return order;
    }

    /** The conditions as the Parquet reader takes them. */
    FilterCompat.Filter pushDown() {
        return checks.stream()
                .map(RowCheck::pushDown)
                .reduce((FilterPredicate a, FilterPredicate b) -> FilterApi.and(a, b))
                .map(FilterCompat::get)
                .orElse(FilterCompat.NOOP);
    }
}
