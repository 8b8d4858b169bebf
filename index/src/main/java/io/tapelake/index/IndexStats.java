package io.tapelake.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What there is in the index of a run, in numbers. Immutable.
 *
 * @param days days in the index
 * @param points candidate reset points
 * @param selected of these, drawn
 * @param symbols symbols that have a day
 * @param first first trade date; empty without a day
 * @param last last trade date; empty without a day
 * @param quality days by quality, in bins of a tenth
 * @param unknownQuality days whose quality is not known
 * @param categories days by category and kind
 * @param patterns points by detector, pattern and part of the day
 * @param bySymbol days by symbol, in the order of the symbols
 * @param grades days by grade of their data
 * @param flags days by what is odd about their data; a day may count more than once
 * @param missing days by component of the quality that could not be computed; a day may count more than once
 */
public record IndexStats(
        long days,
        long points,
        long selected,
        long symbols,
        Optional<LocalDate> first,
        Optional<LocalDate> last,
        List<Bin> quality,
        long unknownQuality,
        List<GroupCount> categories,
        List<GroupCount> patterns,
        List<GroupCount> bySymbol,
        List<GroupCount> grades,
        Map<String, Long> flags,
        Map<String, Long> missing) {

    private static final int BINS = 10;

    /** Copies the collections. */
    public IndexStats {
        quality = List.copyOf(quality);
        categories = List.copyOf(categories);
        patterns = List.copyOf(patterns);
        bySymbol = List.copyOf(bySymbol);
        grades = List.copyOf(grades);
        flags = java.util.Collections.unmodifiableMap(new TreeMap<>(flags));
        missing = java.util.Collections.unmodifiableMap(new TreeMap<>(missing));
    }

    /**
     * Rows whose value is from {@code low}, inclusive, to {@code high}, exclusive; the last bin includes it.
     *
     * @param rows how many
     */
    public record Bin(double low, double high, long rows) {}

    /** Counts the days that a query finds, and their points. */
    public static IndexStats of(ResetPointIndex index, DayQuery query) {
        DayIndex days = index.days();
        ResetPointQuery ofDays = ResetPointQuery.all().ofDays(query);
        ofDays = query.rows().open() ? ofDays.withOpenDays() : ofDays;
        List<GroupCount> dates = days.counts(query, "trade_date");
        double[] quality = days.arrays(query, "quality").doubles("quality");
        long[] bins = new long[BINS];
        long unknown = 0;
        for (double value : quality) {
            if (Double.isNaN(value)) {
                unknown++;
            } else {
                bins[(int) Math.max(0, Math.min(BINS - 1, Math.floor(value * BINS)))]++;
            }
        }
        List<Bin> histogram = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            histogram.add(new Bin((double) i / BINS, (i + 1d) / BINS, bins[i]));
        }
        List<GroupCount> bySymbol = days.counts(query, "symbol");
        return new IndexStats(
                quality.length,
                index.count(ofDays),
                index.count(ofDays.where(Filter.is("selected", true))),
                bySymbol.size(),
                dates.isEmpty() ? Optional.empty() : Optional.of(date(dates.get(0))),
                dates.isEmpty() ? Optional.empty() : Optional.of(date(dates.get(dates.size() - 1))),
                histogram,
                unknown,
                days.counts(query, "category", "kind"),
                index.counts(ofDays, "detector", "pattern", "time_bucket"),
                bySymbol,
                days.counts(query, "data_grade"),
                names(days.counts(query, "quality_flags")),
                names(days.counts(query, "components_missing")));
    }

    private static LocalDate date(GroupCount group) {
        return (LocalDate) group.values().get(0);
    }

    /** Texts of names joined by commas, by name. */
    private static Map<String, Long> names(List<GroupCount> groups) {
        Map<String, Long> names = new TreeMap<>();
        for (GroupCount group : groups) {
            String text = (String) group.values().get(0);
            if (text != null && !text.isEmpty()) {
                for (String name : new TreeSet<>(List.of(text.split(",")))) {
                    names.merge(name, group.rows(), Long::sum);
                }
            }
        }
        return names;
    }
}
