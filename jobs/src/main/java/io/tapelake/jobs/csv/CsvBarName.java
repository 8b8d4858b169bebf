package io.tapelake.jobs.csv;

import java.util.List;
import java.util.Optional;

/**
 * What the place of a CSV file says: {@code {interval}/{SYMBOL}-{interval}.csv}, such as {@code 5min/BRK.B-5min.csv}.
 *
 * @param symbol the symbol, as the name spells it
 * @param schema the schema that the lake knows the bars by, such as {@code ohlcv-5m}
 * @param intervalNs length of a bar in nanoseconds
 */
public record CsvBarName(String symbol, String schema, long intervalNs) {

    private static final long SECOND_NS = 1_000_000_000L;

    private record Interval(String name, String schema, long seconds) {}

    private static final List<Interval> INTERVALS = List.of(
            new Interval("30s", "ohlcv-30s", 30),
            new Interval("1min", "ohlcv-1m", 60),
            new Interval("5min", "ohlcv-5m", 300),
            new Interval("30min", "ohlcv-30m", 1_800));

    /** The intervals that folders may be named by. */
    public static List<String> intervals() {
        return INTERVALS.stream().map(Interval::name).toList();
    }

    /**
     * Reads a place.
     *
     * @param path path or URI of a file
     * @return empty if it is not that of a CSV file of bars
     */
    public static Optional<CsvBarName> of(String path) {
        int slash = path.lastIndexOf('/');
        String name = path.substring(slash + 1);
        String folder = slash < 0 ? "" : path.substring(path.lastIndexOf('/', slash - 1) + 1, slash);
        for (Interval interval : INTERVALS) {
            String suffix = "-" + interval.name() + ".csv";
            if (folder.equals(interval.name()) && name.endsWith(suffix) && name.length() > suffix.length()) {
                String symbol = name.substring(0, name.length() - suffix.length());
                return Optional.of(new CsvBarName(symbol, interval.schema(), interval.seconds() * SECOND_NS));
            }
        }
        return Optional.empty();
    }

    /** True if a file lies where bars lie and its name is not theirs: {@code 1min/AAPL.csv}, {@code 1min/AAPL-5min.csv}. */
    public static boolean isMisnamed(String path) {
        String[] parts = path.split("/");
        return path.endsWith(".csv")
                && parts.length > 1
                && intervals().contains(parts[parts.length - 2])
                && of(path).isEmpty();
    }
}
