package io.tapelake.scanner.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where a value lies among reference values: its percentile as a share, 0 to 1. Straight between the reference values, level
 * outside; a value that several percentiles share gets the middle of them. NaN gives NaN. Immutable and thread-safe.
 *
 * <p>The text form has comment lines ({@code #}), one line of names, and lines of numbers: first column {@code percentile},
 * strictly ascending in 0 to 1, then one column of ascending values for each measure.
 */
public final class PercentileTable {
    private final double[] percentiles;
    private final double[] values;

    private PercentileTable(double[] percentiles, double[] values) {
        this.percentiles = percentiles;
        this.values = values;
    }

    /**
     * A table of reference values, at least 2, in any order: the smallest is percentile 0, the largest 1, the others spread
     * evenly between.
     *
     * @throws IllegalArgumentException for fewer than 2 values or a NaN
     */
    public static PercentileTable of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double[] percentiles = new double[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            percentiles[i] = i / (sorted.length - 1.0);
        }
        return checked(percentiles, sorted, "values");
    }

    /**
     * The table of one column of a text.
     *
     * @param source name of the text, for messages
     * @throws IllegalArgumentException naming source and line, when the text is malformed or has no such column
     */
    public static PercentileTable parse(List<String> lines, String column, String source) {
        int place = -1;
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            List<String> cells = List.of(line.split(",", -1));
            if (place < 0) {
                place = cells.indexOf(column);
                if (place < 1 || !cells.get(0).equals("percentile")) {
                    throw new IllegalArgumentException(source + " line " + (i + 1) + ": names are " + cells
                            + "; 'percentile' must come first and '" + column + "' be among the others");
                }
            } else {
                rows.add(row(cells, place, source + " line " + (i + 1)));
            }
        }
        double[] percentiles = rows.stream().mapToDouble(row -> row[0]).toArray();
        double[] values = rows.stream().mapToDouble(row -> row[1]).toArray();
        return checked(percentiles, values, source + " column " + column);
    }

    /**
     * The table of one column of a resource beside a class.
     *
     * @throws IllegalArgumentException as {@link #parse}
     * @throws IllegalStateException when there is no such resource
     */
    public static PercentileTable resource(Class<?> beside, String name, String column) {
        return parse(Resources.lines(beside, name), column, name);
    }

    private static double[] row(List<String> cells, int place, String where) {
        try {
            return new double[] {Double.parseDouble(cells.get(0)), Double.parseDouble(cells.get(place))};
        } catch (NumberFormatException | IndexOutOfBoundsException e) {
            throw new IllegalArgumentException(where + ": " + cells + " has no number in column " + (place + 1), e);
        }
    }

    private static PercentileTable checked(double[] percentiles, double[] values, String source) {
        if (values.length < 2) {
            throw new IllegalArgumentException(source + ": " + values.length + " values; at least 2 are needed");
        }
        for (int i = 0; i < values.length; i++) {
            Checks.share(source + ": percentile", percentiles[i]);
            boolean ascends = i == 0 || (percentiles[i] > percentiles[i - 1] && values[i] >= values[i - 1]);
            if (!ascends || !Double.isFinite(values[i])) {
                throw new IllegalArgumentException(source + ": row " + (i + 1) + " (percentile " + percentiles[i]
                        + ", value " + values[i] + ") must be finite and not below the row before it");
            }
        }
        return new PercentileTable(percentiles, values);
    }

    /** The percentile of a value, as a share. */
    public double of(double value) {
        if (Double.isNaN(value)) {
            return Double.NaN;
        }
        int last = values.length - 1;
        if (value < values[0]) {
            return percentiles[0];
        }
        if (value > values[last]) {
            return percentiles[last];
        }
        int first = 0; // first place with a value of at least the given one
        while (values[first] < value) {
            first++;
        }
        if (values[first] > value) {
            double share = (value - values[first - 1]) / (values[first] - values[first - 1]);
            return percentiles[first - 1] + share * (percentiles[first] - percentiles[first - 1]);
        }
        int end = first;
        while (end < last && values[end + 1] == value) {
            end++;
        }
        return (percentiles[first] + percentiles[end]) / 2;
    }
}
