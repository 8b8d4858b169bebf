package io.tapelake.jobs.reference;

import io.tapelake.lake.Tables;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the lines of one file say, before any of it is taken. Spark-free. */
final class ParsedFile implements LineTaker {

    /** Faults that are told; all are counted. */
    private static final int MOST_FAULTS = 20;

    private final String path;
    private final List<ActionRow> actions = new ArrayList<>();
    private final List<NameStatement> names = new ArrayList<>();
    private final Map<String, Long> ignored = new TreeMap<>();
    private final Map<Long, String> faults = new TreeMap<>();
    private String kind = "";
    private long lines;
    private long faulty;
    private CsvLines csv;
    private DatabentoLines json;

    private ParsedFile(String path) {
        this.path = path;
    }

    /** Reads a file to its end; a line that says nothing is a fault and does not keep the others. */
    static ParsedFile of(String path, BufferedReader reader) throws IOException {
        ParsedFile file = new ParsedFile(path);
        long number = 0;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            number++;
            String text = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
            if (!text.isBlank()) {
                file.take(number, text);
            }
        }
        return file;
    }

    private void take(long number, String line) {
        try {
            if (csv == null && json == null && !begin(line)) {
                return;
            }
            lines++;
            if (csv != null) {
                csv.take(line, this);
            } else {
                json.take(line, this);
            }
        } catch (LineFault fault) {
            if (csv == null && json == null) {
                // Without a header nothing can be said of the lines below it.
                json = new DatabentoLines();
                lines++;
            }
            faulty++;
            if (faults.size() < MOST_FAULTS) {
                faults.put(number, fault.getMessage());
            }
        }
    }

    /** False if the line was a header and says nothing itself. */
    private boolean begin(String line) throws LineFault {
        if (line.stripLeading().startsWith("{")) {
            json = new DatabentoLines();
            kind = kind(json.isOfActions(line));
            return true;
        }
        csv = CsvLines.of(line);
        kind = kind(csv.isOfActions());
        return false;
    }

    private static String kind(boolean actions) {
        return (actions ? Tables.CORPORATE_ACTIONS : Tables.SYMBOLOGY).name();
    }

    @Override
    public void action(ActionRow row) {
        actions.add(row);
    }

    @Override
    public void name(NameStatement said) {
        names.add(said);
    }

    @Override
    public void ignored(String what) {
        ignored.merge(what, 1L, Long::sum);
    }

    List<ActionRow> actions() {
        return actions;
    }

    List<NameStatement> names() {
        return names;
    }

    ReferenceFile report(long taken, long superseded) {
        long known = actions.size() + names.size() - taken - superseded;
        return new ReferenceFile(path, kind, lines, taken, known, superseded, Map.copyOf(ignored), faulty, faults);
    }
}
