package io.tapelake.jobs.ingest;

import io.tapelake.jobs.publish.TableSource;
import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import java.io.Serializable;
import java.time.LocalDate;
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
    private final Map<LocalDate, Coverage> coverage = new HashMap<>();

    /**
     * How far the files of a date reach.
     *
     * @param untilNs end of the claimed time, at most the end of the date; ns UTC
     * @param state {@code open} while it lies before the end of the post-market session, else {@code complete}
     */
    public record Coverage(long untilNs, String state) implements Serializable {
        /** True if no more data of the date is to come. */
        public boolean isComplete() {
            return state.equals(COMPLETE);
        }
    }

    private static final String COMPLETE = "complete";

    private final SortedMap<LocalDate, Set<String>> degraded = new TreeMap<>();

    private DatesInLake() {}

    /** What the run's tables hold as it sees them now. */
    public static DatesInLake of(TableSource run) {
        DatesInLake dates = new DatesInLake();
        Map<LocalDate, Long> until = new HashMap<>();
        for (FileEntry file : LedgerTable.read(run).entries()) {
            if (!file.isTaken()) {
                continue;
            }
            file.dates().keySet().forEach(date -> {
                dates.symbols
                        .computeIfAbsent(date, d -> new TreeMap<>())
                        .computeIfAbsent(file.header().dataset(), d -> new TreeSet<>())
                        .addAll(file.symbols());
                long endOfDate = NewYork.startOfDayNs(date.plusDays(1));
                until.merge(date, Math.min(endOfDate, claimEndNs(file, date)), Math::max);
                if (file.conditions().get(date) == VendorCondition.DEGRADED) {
                    dates.degraded
                            .computeIfAbsent(date, d -> new TreeSet<>())
                            .add(file.header().dataset());
                }
            });
        }
        SessionCalendar calendar = SessionCalendar.usEquities();
        until.forEach((date, ns) -> {
            long lastSessionEnd = calendar.findSessions(date)
                    .map(s -> s.postCloseNs())
                    .orElse(NewYork.startOfDayNs(date.plusDays(1)));
            dates.coverage.put(date, new Coverage(ns, ns >= lastSessionEnd ? COMPLETE : "open"));
        });
        return dates;
    }

    /** The end of the time that a file claims; a daily bar of a UTC date that is over leaves nothing to come. */
    private static long claimEndNs(FileEntry file, LocalDate date) {
        boolean whole = TradeDateRule.of(file.header().schema()) == TradeDateRule.UTC_DATE
                && file.header().claimEndNs() >= TradeDateRule.UTC_DATE.startNs(date.plusDays(1));
        return whole ? Long.MAX_VALUE : file.header().claimEndNs();
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

    /** How far each date is covered. */
    public Map<LocalDate, Coverage> coverage() {
        return Map.copyOf(coverage);
    }
}
