package io.tapelake.jobs.reference;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Where names begin, to see where they cut others short. Not thread-safe. */
final class NameStarts {

    /** By security: date to the names that begin. */
    private final Map<String, NavigableMap<LocalDate, Set<String>>> names = new HashMap<>();

    /** By name: date to the securities that take it. */
    private final Map<String, NavigableMap<LocalDate, Set<String>>> takers = new HashMap<>();

    void add(NameStatement start) {
        add(names, start.securityId(), start.date(), start.symbol());
        add(takers, start.symbol(), start.date(), start.securityId());
    }

    private static void add(
            Map<String, NavigableMap<LocalDate, Set<String>>> map, String key, LocalDate date, String value) {
        map.computeIfAbsent(key, k -> new TreeMap<>())
                .computeIfAbsent(date, d -> new HashSet<>())
                .add(value);
    }

    /** True if on the date the security begins another name, or another security takes this one. */
    boolean cuts(String securityId, String symbol, LocalDate date) {
        return hasOther(names, securityId, date, symbol) || hasOther(takers, symbol, date, securityId);
    }

    private static boolean hasOther(
            Map<String, NavigableMap<LocalDate, Set<String>>> map, String key, LocalDate date, String own) {
        return map.getOrDefault(key, new TreeMap<>()).getOrDefault(date, Set.of()).stream()
                .anyMatch(value -> !value.equals(own));
    }

    /** The first date after one on which {@link #cuts} is true; null if there is none. */
    LocalDate firstCut(String securityId, String symbol, LocalDate after) {
        LocalDate byName = firstOther(names, securityId, after, symbol);
        LocalDate byTaker = firstOther(takers, symbol, after, securityId);
        return byName == null || (byTaker != null && byTaker.isBefore(byName)) ? byTaker : byName;
    }

    private static LocalDate firstOther(
            Map<String, NavigableMap<LocalDate, Set<String>>> map, String key, LocalDate after, String own) {
        for (Map.Entry<LocalDate, Set<String>> entry :
                map.getOrDefault(key, new TreeMap<>()).tailMap(after, false).entrySet()) {
            if (entry.getValue().stream().anyMatch(value -> !value.equals(own))) {
                return entry.getKey();
            }
        }
        return null;
    }
}
