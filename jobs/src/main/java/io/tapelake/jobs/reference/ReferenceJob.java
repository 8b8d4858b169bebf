package io.tapelake.jobs.reference;

import io.tapelake.jobs.ingest.MissingInputException;
import io.tapelake.jobs.publish.WorkingRun;
import io.tapelake.lake.files.StorageCheck;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * Takes reference data from files into {@code corporate_actions} and {@code symbology}, and says whose lookback it changes.
 * What a file is, is seen from its first line. Taking the same files again changes nothing.
 *
 * <p>Writes into a {@link WorkingRun} and does not publish it.
 */
public final class ReferenceJob {

    private final WorkingRun run;
    private final int lookbackDays;

    private ReferenceJob(WorkingRun run, int lookbackDays) {
        this.run = run;
        this.lookbackDays = lookbackDays;
    }

    /**
     * A job on a run.
     *
     * @param lookbackDays most days that a day looks back at
     */
    public static ReferenceJob of(WorkingRun run, int lookbackDays) {
        return new ReferenceJob(run, lookbackDays);
    }

    /**
     * Takes files in, in their order.
     *
     * @param files CSV files with a header, or JSON lines of Databento's reference API; a path may be of any file system
     * @throws MissingInputException if a file does not exist; nothing is taken then
     */
    public ReferenceReport take(List<String> files) {
        run.steps().enter("read reference files");
        List<ParsedFile> parsed = files.stream().map(this::parse).toList();
        List<ActionRow> actionsBefore = ReferenceTables.actions(run);
        List<NameRow> namesBefore = ReferenceTables.names(run);
        ActionBook actions = ActionBook.of(actionsBefore);
        NameBook names = NameBook.of(namesBefore);
        Set<ActionRow> latest = latest(parsed);
        Set<NameStatement> takenNames = takeNames(parsed, names);
        List<ReferenceFile> reports = new ArrayList<>();
        for (ParsedFile file : parsed) {
            long taken = file.names().stream().filter(takenNames::contains).count();
            long superseded = 0;
            for (ActionRow row : file.actions()) {
                if (!latest.contains(row)) {
                    superseded++;
                } else if (actions.take(row)) {
                    taken++;
                }
            }
            reports.add(file.report(taken, superseded));
        }
        return write(reports, actionsBefore, actions.rows(), namesBefore, names.rows());
    }

    private ReferenceReport write(
            List<ReferenceFile> reports,
            List<ActionRow> actionsBefore,
            List<ActionRow> actions,
            List<NameRow> namesBefore,
            List<NameRow> names) {
        boolean otherActions = !Set.copyOf(actionsBefore).equals(Set.copyOf(actions));
        boolean otherNames = !Set.copyOf(namesBefore).equals(Set.copyOf(names));
        run.steps().enter("write reference tables");
        if (otherActions) {
            ReferenceTables.writeActions(run, actions);
        }
        if (otherNames) {
            ReferenceTables.writeNames(run, names);
        }
        run.steps().enter("find affected dates");
        Set<LocalDate> affected = otherActions || otherNames
                ? AffectedDates.of(
                        run,
                        ReferenceTables.securities(actionsBefore, namesBefore),
                        ReferenceTables.securities(actions, names),
                        lookbackDays)
                : new TreeSet<>();
        return new ReferenceReport(List.copyOf(reports), affected, otherActions || otherNames);
    }

    /** Of each action in the files the latest record. */
    private static Set<ActionRow> latest(List<ParsedFile> files) {
        Map<String, ActionRow> latest = new HashMap<>();
        for (ParsedFile file : files) {
            for (ActionRow row : file.actions()) {
                latest.merge(row.key(), row, (one, other) -> one.isOlderThan(other) ? other : one);
            }
        }
        Set<ActionRow> rows = Collections.newSetFromMap(new IdentityHashMap<>());
        rows.addAll(latest.values());
        return rows;
    }

    /**
     * Takes names by date, so that it does not matter in which order files and lines come.
     *
     * @return those that changed anything, told by identity: lines may be equal
     */
    private static Set<NameStatement> takeNames(List<ParsedFile> files, NameBook names) {
        Set<NameStatement> taken = Collections.newSetFromMap(new IdentityHashMap<>());
        files.stream()
                .flatMap(file -> file.names().stream())
                .sorted(Comparator.comparing(NameStatement::date))
                .filter(names::take)
                .forEach(taken::add);
        return taken;
    }

    private ParsedFile parse(String file) {
        Path path = new Path(file);
        Configuration hadoop = run.spark().sessionState().newHadoopConf();
        StorageCheck.reach(file, hadoop);
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(path.getFileSystem(hadoop).open(path), StandardCharsets.UTF_8))) {
            return ParsedFile.of(file, reader);
        } catch (FileNotFoundException e) {
            throw new MissingInputException("file '" + file + "' of reference data does not exist", e);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "file '" + file + "' of reference data cannot be read: " + e.getMessage(), e);
        }
    }
}
