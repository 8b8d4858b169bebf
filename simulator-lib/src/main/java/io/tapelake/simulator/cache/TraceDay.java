package io.tapelake.simulator.cache;

import java.util.ArrayList;
import java.util.List;

/**
 * A day as it was trained on: one line of a recorded trace, {@code name<TAB>load ms<TAB>training ms}.
 *
 * @param name which day, in any words without tabs
 * @param loadMs milliseconds that its load took
 * @param trainingMs milliseconds that it was trained on
 */
public record TraceDay(String name, double loadMs, double trainingMs) {

    /**
     * The days of a trace. Empty lines and lines that begin with {@code #} are left out.
     *
     * @throws IllegalArgumentException naming the line that is malformed
     */
    public static List<TraceDay> parse(List<String> lines) {
        List<TraceDay> days = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] cells = line.split("\t", -1);
            try {
                if (cells.length != 3) {
                    throw new IllegalArgumentException(cells.length + " cells instead of 3");
                }
                days.add(new TraceDay(cells[0], Double.parseDouble(cells[1]), Double.parseDouble(cells[2])));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("trace line " + (i + 1) + " '" + line + "': " + e.getMessage(), e);
            }
        }
        return days;
    }

    /** The line of this day. */
    public String toLine() {
        return name + "\t" + loadMs + "\t" + trainingMs;
    }
}
