package io.tapelake.jobs.ingest;

import io.tapelake.jobs.ingest.FileEntry.Outcome;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.LakeTable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;

/**
 * Takes DBN files into the tables of the lake. Running it again on the same input changes nothing: a file of the same path,
 * size and time is not opened, a changed one is compared by the hash of its content.
 *
 * <p>Writes into a {@link WorkingRun} and does not publish it: the caller may add a scan first.
 */
public final class IngestJob {

    private final WorkingRun run;
    private final IngestSettings settings;
    private final InspectionStep inspection;

    private IngestJob(WorkingRun run, IngestSettings settings, InspectionStep inspection) {
        this.run = run;
        this.settings = settings;
        this.inspection = inspection;
    }

    /** A job that writes into a run. */
    public static IngestJob of(WorkingRun run, IngestSettings settings) {
        return new IngestJob(run, settings, new InspectionStep(run.spark(), run.runId(), settings.fragmentVersion()));
    }

    /**
     * Takes files and folders in.
     *
     * @param inputs paths or URIs; folders are searched to any depth
     * @return what became of every file; also when nothing had to be done
     * @throws MissingInputException if an input does not exist
     */
    public IngestReport ingest(List<String> inputs) {
        run.steps().enter("list files");
        return ingest(InputListing.of(run.spark().sessionState().newHadoopConf(), inputs));
    }

    /**
     * Takes a part of a selection in.
     *
     * @param part files of the selection, in any order
     */
    public IngestReport ingest(InputSelection selection, List<InputSelection.Dated> part) {
        return ingest(selection.only(part));
    }

    private IngestReport ingest(InputListing listing) {
        Configuration hadoop = run.spark().sessionState().newHadoopConf();
        FileLedger ledger = LedgerTable.read(run);

        Map<String, FileReport> reports = new TreeMap<>();
        List<InputFile> toOpen = new ArrayList<>();
        for (InputFile file : listing.files()) {
            Optional<FileEntry> known = ledger.known(file);
            if (known.isPresent()) {
                reports.put(file.path(), FileReport.known(known.get()));
            } else {
                toOpen.add(file);
            }
        }
        if (toOpen.isEmpty()) {
            return new IngestReport("", List.copyOf(reports.values()), listing.ignored(), Map.of());
        }
        run.steps().enter("inspect files");
        IngestPlan plan = IngestPlan.of(inspection.inspect(toOpen), listing, ledger, run.runId());
        run.steps().enter("write rows");
        Map<String, List<LocalDate>> changed = rebuild(plan, ledger, hadoop);
        run.steps().enter("write ledger");
        LedgerTable.write(run, ledger);

        for (Inspection inspected : plan.inspections()) {
            String path = inspected.file().path();
            FileEntry entry = ledger.known(inspected.file()).orElseThrow();
            reports.put(
                    path,
                    plan.unchanged().contains(path)
                            ? FileReport.known(entry)
                            : FileReport.opened(entry, inspected.detail()));
        }
        return new IngestReport(run.runId(), List.copyOf(reports.values()), listing.ignored(), changed);
    }

    private Map<String, List<LocalDate>> rebuild(IngestPlan plan, FileLedger ledger, Configuration hadoop) {
        Map<String, List<LocalDate>> changed = new LinkedHashMap<>();
        List<Row> conflicts = new ArrayList<>();
        Set<Long> contestedFiles = new TreeSet<>();
        Set<LocalDate> contestedDates = new TreeSet<>();
        Map<Long, Map<String, Long>> oldVersions = new HashMap<>();
        for (Map.Entry<LakeTable, Set<LocalDate>> entry : plan.datesByTable().entrySet()) {
            LakeTable table = entry.getKey();
            long before = run.tableVersions().getOrDefault(table.name(), -1L);
            plan.replacements().keySet().forEach(id -> oldVersions
                    .computeIfAbsent(id, i -> new HashMap<>())
                    .put(table.name(), before));
            TableRebuild rebuild =
                    new TableRebuild(run, table, ledger, plan.added(), plan.droppedIds(ledger), settings);
            ContestedDates contested = ContestedDates.of(
                    table, entry.getValue(), ledger, plan.added().keySet(), hadoop);
            for (List<LocalDate> dates : contested.plainChunks(ledger)) {
                rebuild.writePlain(dates);
            }
            if (!contested.dates().isEmpty()) {
                conflicts.addAll(rebuild.writeContested(contested.dates(), contested.readable()));
                contested.files().forEach(f -> contestedFiles.add(f.fileId()));
                contestedDates.addAll(contested.dates());
            }
            changed.put(table.name(), List.copyOf(entry.getValue()));
        }
        new UnchangedRows(run).count(plan.replacements(), oldVersions, ledger);
        writeQuarantine(plan, ledger, conflicts, contestedFiles, contestedDates);
        return changed;
    }

    private void writeQuarantine(
            IngestPlan plan,
            FileLedger ledger,
            List<Row> conflicts,
            Set<Long> contestedFiles,
            Set<LocalDate> contestedDates) {
        QuarantineTable quarantine = new QuarantineTable(run);
        quarantine.dropFiles(plan.droppedIds(ledger));
        quarantine.dropConflicts(contestedFiles, contestedDates);
        for (Inspection inspected : plan.inspections()) {
            Optional<FileEntry> entry = ledger.known(inspected.file());
            if (entry.isPresent()
                    && entry.get().outcome() != Outcome.DUPLICATE
                    && !plan.unchanged().contains(inspected.file().path())) {
                quarantine.add(inspected);
            }
        }
        Map<Long, FileEntry> byId = new HashMap<>();
        ledger.entries().stream().filter(FileEntry::isTaken).forEach(e -> byId.put(e.fileId(), e));
        conflicts.stream()
                .collect(Collectors.groupingBy(row -> row.getLong(0), TreeMap::new, Collectors.toList()))
                .forEach((fileId, rows) -> quarantine.addConflicts(byId.get(fileId), rows));
        quarantine.write();
    }
}
