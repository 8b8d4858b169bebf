package io.tapelake.jobs.ingest;

import io.tapelake.jobs.publish.TableSource;
import java.io.Serializable;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which symbols of which datasets the tables hold on which trade dates, and how far each date is covered by files. */
public final class DatesInLake {

    private final SortedMap<LocalDate, SortedMap<String, SortedSet<String>>> symbols = new TreeMap<>();
    private final SortedMap<LocalDate, SortedMap<String, Coverage>> coverage = new TreeMap<>();
    private final SortedMap<LocalDate, Set<String>> degraded = new TreeMap<>();

    /**
     * How far the files of a date reach. A date is complete when every schema that has rows of it is covered from the open of
     * the regular session to the end of the post-market session, or when the files of that schema went on without the rest:
     * a later one is there, or the dataset is a week further.
     *
     * @param untilNs end of the time claimed without a gap, at most the end of the post-market session, or of the date where
     *     there is none; ns UTC
     * @param state {@link #OPEN} while more data of the date may come, else {@link #COMPLETE}
     */
    public record Coverage(long untilNs, String state) implements Serializable {

        /** More data of the date may come. */
        public static final String OPEN = "open";
        /** No more data of the date is to come. */
        public static final String COMPLETE = "complete";

        static final long ABANDONED_AFTER_NS = Duration.ofDays(7).toNanos();

        /** True if no more data of the date is to come. */
        public boolean isComplete() {
            return state.equals(COMPLETE);
        }

        /** What holds of two schemas of a date, or of two datasets: the one that is less complete decides. */
        public Coverage and(Coverage other) {
            if (isComplete() != other.isComplete()) {
                return isComplete() ? other : this;
            }
            return untilNs <= other.untilNs ? this : other;
        }
    }

    private DatesInLake() {}

    /** What the run's tables hold as it sees them now. */
    public static DatesInLake of(TableSource run) {
        return of(LedgerTable.read(run));
    }

    static DatesInLake of(FileLedger ledger) {
        DatesInLake dates = new DatesInLake();
        Map<String, Map<String, SeriesClaims>> claims = new HashMap<>();
        Map<String, Map<String, Set<LocalDate>>> datesOfSeries = new HashMap<>();
        for (FileEntry file : ledger.entries()) {
            if (!file.isTaken()) {
                continue;
            }
            String dataset = file.header().dataset();
            String schema = file.header().schema();
            claims.computeIfAbsent(dataset, d -> new HashMap<>())
                    .computeIfAbsent(schema, s -> new SeriesClaims(TradeDateRule.of(s)))
                    .add(file.header().claimStartNs(), file.header().claimEndNs());
            datesOfSeries
                    .computeIfAbsent(dataset, d -> new HashMap<>())
                    .computeIfAbsent(schema, s -> new TreeSet<>())
                    .addAll(file.dates().keySet());
            file.dates().keySet().forEach(date -> {
                dates.symbols
                        .computeIfAbsent(date, d -> new TreeMap<>())
                        .computeIfAbsent(dataset, d -> new TreeSet<>())
                        .addAll(file.symbols());
                if (file.conditions().get(date) == VendorCondition.DEGRADED) {
                    dates.degraded.computeIfAbsent(date, d -> new TreeSet<>()).add(dataset);
                }
            });
        }
        datesOfSeries.forEach((dataset, bySchema) -> {
            long datasetEndNs = claims.get(dataset).values().stream()
                    .mapToLong(SeriesClaims::lastEndNs)
                    .max()
                    .orElseThrow();
            bySchema.forEach((schema, some) -> some.forEach(date -> dates.coverage
                    .computeIfAbsent(date, d -> new TreeMap<>())
                    .merge(dataset, claims.get(dataset).get(schema).on(date, datasetEndNs), Coverage::and)));
        });
        return dates;
    }

    /** Trade dates with the datasets that the vendor calls degraded on a UTC date on which records of them lie. */
    public Map<LocalDate, Set<String>> degraded() {
        return new TreeMap<>(degraded);
    }

    /** Every trade date with a row. */
    public Set<LocalDate> dates() {
        return new TreeSet<>(symbols.keySet());
    }

    /** Date to dataset to symbols, of the dates given. Symbols of a file are counted for all of its dates. */
    public SortedMap<LocalDate, SortedMap<String, SortedSet<String>>> symbolsOn(Set<LocalDate> dates) {
        SortedMap<LocalDate, SortedMap<String, SortedSet<String>>> some = new TreeMap<>(symbols);
        some.keySet().retainAll(dates);
        return some;
    }

    /** How far each dataset covers each date: date to dataset to coverage, ascending. */
    public SortedMap<LocalDate, SortedMap<String, Coverage>> coverage() {
        return Collections.unmodifiableSortedMap(coverage);
    }
}
