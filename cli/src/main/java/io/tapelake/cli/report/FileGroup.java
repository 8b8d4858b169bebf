package io.tapelake.cli.report;

import io.tapelake.lake.Tables;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Files of one dataset and schema that a run took in, or refused.
 *
 * @param name dataset and schema
 * @param outcome taken, refused, unsupported or duplicate
 * @param files how many
 * @param bytes of the files
 * @param records records in them
 * @param stored of these, new rows
 * @param quarantined of these, in quarantine
 * @param examples paths of the first few
 * @param conditions what the vendor says of them, other than available
 */
record FileGroup(
        String name,
        String outcome,
        long files,
        long bytes,
        long records,
        long stored,
        long quarantined,
        List<String> examples,
        List<String> conditions) {

    private static final int EXAMPLES = 3;

    static List<FileGroup> of(LakeRun run) {
        if (!run.has(Tables.INGESTED_FILES)) {
            return List.of();
        }
        Map<String, FileGroup> groups = new TreeMap<>();
        try (RowCursor row = TableScan.of(run.table(Tables.INGESTED_FILES))
                .columns(
                        "dataset",
                        "schema",
                        "outcome",
                        "size",
                        "records",
                        "stored",
                        "quarantined",
                        "path",
                        "vendor_condition")
                .where(Condition.equal("run_id", run.id()))
                .open()) {
            while (row.next()) {
                String name = text(row, 0) + " " + text(row, 1);
                FileGroup one = new FileGroup(
                        name.strip().isEmpty() ? "not DBN" : name.strip(),
                        row.textAt(2),
                        1,
                        row.longAt(3),
                        row.longAt(4),
                        row.longAt(5),
                        row.longAt(6),
                        List.of(text(row, 7)),
                        row.isNullAt(8) || row.textAt(8).equals("available") ? List.of() : List.of(row.textAt(8)));
                groups.merge(one.outcome() + " " + one.name(), one, FileGroup::plus);
            }
        }
        return List.copyOf(groups.values());
    }

    private FileGroup plus(FileGroup other) {
        List<String> both = new ArrayList<>(examples);
        both.addAll(other.examples());
        List<String> said = new ArrayList<>(conditions);
        said.addAll(other.conditions());
        return new FileGroup(
                name,
                outcome,
                files + other.files(),
                bytes + other.bytes(),
                records + other.records(),
                stored + other.stored(),
                quarantined + other.quarantined(),
                List.copyOf(both.subList(0, Math.min(EXAMPLES, both.size()))),
                said.stream().distinct().sorted().toList());
    }

    private static String text(RowCursor row, int place) {
        return row.isNullAt(place) ? "" : row.textAt(place);
    }
}
