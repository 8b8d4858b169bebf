package io.tapelake.cli.report;

import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a run did not take, for one reason.
 *
 * @param reason such as price-out-of-range
 * @param records how many records
 * @param files from how many files
 * @param example what was found in one of them
 */
record QuarantineGroup(String reason, long records, long files, String example) {

    static List<QuarantineGroup> of(LakeRun run) {
        if (!run.has(Tables.QUARANTINE)) {
            return List.of();
        }
        Map<String, QuarantineGroup> groups = new HashMap<>();
        Map<String, Set<String>> files = new HashMap<>();
        try (RowCursor row = TableScan.of(run.table(Tables.QUARANTINE))
                .columns("reason", "records", "path", "detail")
                .where(Condition.equal("run_id", run.id()))
                .open()) {
            while (row.next()) {
                String path = row.textAt(2);
                files.computeIfAbsent(row.textAt(0), reason -> new HashSet<>()).add(path);
                String name = path.substring(path.lastIndexOf('/') + 1);
                QuarantineGroup one = new QuarantineGroup(
                        row.textAt(0), row.longAt(1), 1, name + (row.isNullAt(3) ? "" : ": " + row.textAt(3)));
                groups.merge(
                        one.reason(),
                        one,
                        (a, b) -> new QuarantineGroup(a.reason(), a.records() + b.records(), 1, a.example()));
            }
        }
        return groups.values().stream()
                .map(group -> new QuarantineGroup(
                        group.reason(),
                        group.records(),
                        files.get(group.reason()).size(),
                        group.example()))
                .sorted(Comparator.comparingLong(QuarantineGroup::records).reversed())
                .toList();
    }
}
