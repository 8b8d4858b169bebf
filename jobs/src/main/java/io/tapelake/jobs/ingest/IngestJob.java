package io.tapelake.jobs.ingest;

import io.tapelake.jobs.ingest.FileEntry.Outcome;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    private final Clock clock;

    private IngestJob(WorkingRun run, IngestSettings settings, Clock clock) {
        this.run = run;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A job that writes into a run.
     *
     * @param clock says how long ago a file was changed
     */
    public static IngestJob of(WorkingRun run, IngestSettings settings, Clock clock) {
        return new IngestJob(run, settings, clock);
    }

    /**
     * Takes files and folders in. Nothing that is wrong with a file keeps the others from being taken.
     *
     * @param inputs paths or URIs; folders are searched to any depth
     * @return what became of every file; also when nothing had to be done
     * @throws MissingInputException if an input does not exist
     * @throws NoSpaceException if there is not enough free space to begin
     * @throws ChangedInputException if a file changed after it was inspected; nothing is to be published then
     */
    public IngestReport ingest(List<String> inputs) {
        run.steps().enter("list files");
        Instant listedAt = clock.instant();
        return ingest(InputListing.of(run.spark().sessionState().newHadoopConf(), inputs), listedAt);
    }

    /**
     * Takes a part of a selection in.
     *
     * @param part files of the selection, in any order
     */
    public IngestReport ingest(InputSelection selection, List<InputSelection.Dated> part) {
        return ingest(selection.only(part), clock.instant());
    }

    private IngestReport ingest(InputListing listing, Instant listedAt) {
        Configuration hadoop = run.spark().sessionState().newHadoopConf();
        FileLedger ledger = LedgerTable.read(run);
        List<FileEntry> before = List.copyOf(ledger.entries());

        List<InputFile> toOpen = listing.files().stream()
                .filter(file -> ledger.known(file).isEmpty())
                .toList();
        SpacePreflight space = SpacePreflight.of(run, settings);
        space.requireForFiles(toOpen);
        run.steps().enter("inspect files");
        List<Inspection> inspections = new InspectionStep(run.spark(), run.runId(), settings).inspect(toOpen, listedAt);
        IngestPlan plan = IngestPlan.of(inspections, listing, ledger, run.runId());
        space.requireForRows(plan, ledger);
        Map<String, List<LocalDate>> changed = new LinkedHashMap<>();
        boolean anew = !List.copyOf(ledger.entries()).equals(before);
        if (anew) {
            run.steps().enter("write rows");
            changed.putAll(guarded(plan, ledger, hadoop));
            run.steps().enter("write ledger");
            LedgerTable.write(run, ledger);
        }
        if (!plan.redated().isEmpty()) {
            changed.put(Tables.INGESTED_FILES.name(), List.copyOf(plan.redated()));
        }
        IngestFindings findings = new IngestFindings(listing, plan, ledger);
        return new IngestReport(
                anew ? run.runId() : "", findings.files(), listing.ignored(), changed, findings.vendorDays());
    }

    /** Rebuilds, and tells a failure that a file caused by changing meanwhile from any other. */
    private Map<String, List<LocalDate>> guarded(IngestPlan plan, FileLedger ledger, Configuration hadoop) {
        List<InputFile> read =
                plan.added().values().stream().map(Inspection::file).toList();
        try {
            Map<String, List<LocalDate>> changed = rebuild(plan, ledger, hadoop);
            ChangedInputException.throwIfChanged(read, hadoop, null);
            return changed;
        } catch (ChangedInputException e) {
            throw e;
        } catch (RuntimeException e) {
            ChangedInputException.throwIfChanged(read, hadoop, e);
            throw e;
        }
    }

    private Map<String, List<LocalDate>> rebuild(IngestPlan plan, FileLedger ledger, Configuration hadoop) {
        Map<String, List<LocalDate>> changed = new LinkedHashMap<>();
        List<Row> conflicts = new ArrayList<>();
        List<ContestedDates> settled = new ArrayList<>();
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
                settled.add(contested);
            }
            changed.put(table.name(), List.copyOf(entry.getValue()));
        }
        new UnchangedRows(run).count(plan.replacements(), oldVersions, ledger);
        writeQuarantine(plan, ledger, conflicts, settled);
        return changed;
    }

    private void writeQuarantine(
            IngestPlan plan, FileLedger ledger, List<Row> conflicts, List<ContestedDates> settled) {
        QuarantineTable quarantine = new QuarantineTable(run);
        quarantine.dropFiles(plan.droppedIds(ledger));
        for (ContestedDates contested : settled) {
            quarantine.dropConflicts(contested.readableIds(), contested.dates());
        }
        for (Inspection inspected : plan.inspections()) {
            Optional<FileEntry> entry = ledger.entry(inspected.file());
            if (inspected.verdict() != Inspection.Verdict.UNFINISHED
                    && entry.isPresent()
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
        for (ContestedDates contested : settled) {
            contested.readableIds().stream()
                    .map(byId::get)
                    .forEach(file -> quarantine.addMoreConflicts(file, contested.dates(), conflicts));
        }
        quarantine.write();
    }
}
