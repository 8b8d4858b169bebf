package io.tapelake.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which security a symbol is on a date, and the splits of each security. What a day looks back at are the days of its
 * security, whatever they were called.
 *
 * <ul>
 *   <li>Where a name is known on the date, the security is the one that has it.
 *   <li>A symbol of which no name is known at all is a security of its own.
 *   <li>A symbol of which names are known, but none for the date, is unknown there. Each stretch of dates between known names
 *       is a security of its own: it inherits nothing and leaves nothing.
 * </ul>
 *
 * A security is a text with no meaning but that equal texts are the same security. Immutable and thread-safe.
 */
public final class Securities implements Serializable {

    private static final Comparator<SecurityName> BY_DATE = Comparator.comparing(SecurityName::from);

    /** By symbol, names by their first date. Names of one symbol do not overlap. */
    private final Map<String, TreeMap<LocalDate, SecurityName>> bySymbol = new HashMap<>();

    /** By security, as {@link #securityOf} names it. */
    private final Map<String, List<SecurityName>> byId = new HashMap<>();

    /** By security. */
    private final Map<String, List<CorporateAction>> splits = new HashMap<>();

    private final Map<String, List<CorporateAction>> splitsBySymbol = new HashMap<>();

    private Securities() {}

    /** No names and no splits: every symbol is a security of its own. */
    public static Securities none() {
        return of(List.of(), List.of());
    }

    /**
     * Names and actions of any number of securities. Only the splits of the actions count.
     *
     * @param names of one security, only equal symbols may overlap; of one symbol, only those of one security
     * @param actions in any order
     * @throws IllegalArgumentException when names contradict each other
     */
    public static Securities of(Collection<SecurityName> names, Collection<CorporateAction> actions) {
        Securities all = new Securities();
        names.stream().sorted(BY_DATE).forEach(all::add);
        actions.stream()
                .filter(action -> action.kind() == CorporateAction.Kind.SPLIT)
                .sorted(Comparator.comparing(CorporateAction::exDate).thenComparing(CorporateAction::ratio))
                .forEach(split -> {
                    all.splits
                            .computeIfAbsent(all.securityOf(split), s -> new ArrayList<>())
                            .add(split);
                    all.splitsBySymbol
                            .computeIfAbsent(split.symbol(), s -> new ArrayList<>())
                            .add(split);
                });
        return all;
    }

    private void add(SecurityName name) {
        List<SecurityName> ofSecurity = byId.computeIfAbsent(known(name.securityId()), id -> new ArrayList<>());
        TreeMap<LocalDate, SecurityName> ofSymbol = bySymbol.computeIfAbsent(name.symbol(), s -> new TreeMap<>());
        SecurityName last = ofSecurity.isEmpty() ? null : ofSecurity.get(ofSecurity.size() - 1);
        if (last != null && last.symbol().equals(name.symbol()) && last.overlaps(name)) {
            // Two listings of one security under one name.
            SecurityName whole = new SecurityName(
                    name.securityId(),
                    name.symbol(),
                    last.from(),
                    last.to() == null || name.to() == null
                            ? null
                            : last.to().isAfter(name.to()) ? last.to() : name.to());
            ofSecurity.set(ofSecurity.size() - 1, whole);
            ofSymbol.put(whole.from(), whole);
            return;
        }
        requireApart(last, name);
        requireApart(ofSymbol.isEmpty() ? null : ofSymbol.lastEntry().getValue(), name);
        ofSecurity.add(name);
        ofSymbol.put(name.from(), name);
    }

    private static void requireApart(SecurityName one, SecurityName other) {
        if (one != null && one.overlaps(other)) {
            throw new IllegalArgumentException("names contradict each other: " + one + " and " + other
                    + "; a security has one name at a time, and a name is of one security at a time");
        }
    }

    private static String known(String securityId) {
        return "security " + securityId;
    }

    /** True if no name is known, so that every symbol is a security of its own. */
    public boolean hasNoNames() {
        return bySymbol.isEmpty();
    }

    /** The security that a symbol is on a date. */
    public String securityOf(String symbol, LocalDate date) {
        NavigableMap<LocalDate, SecurityName> names = bySymbol.get(symbol);
        if (names == null) {
            return "symbol " + symbol;
        }
        Map.Entry<LocalDate, SecurityName> before = names.floorEntry(date);
        if (before == null) {
            return unknown(symbol, null);
        }
        SecurityName name = before.getValue();
        return name.covers(date) ? known(name.securityId()) : unknown(symbol, name.to());
    }

    private static String unknown(String symbol, LocalDate from) {
        return "unknown " + symbol + (from == null ? "" : " from " + from);
    }

    private String securityOf(CorporateAction action) {
        String id = action.securityId() == null ? null : known(action.securityId());
        return byId.containsKey(id) ? id : securityOf(action.symbol(), action.exDate());
    }

    /**
     * The names under which the security of a symbol-day has its days, by date; their ids mean nothing. The first may begin at
     * {@link LocalDate#MIN}.
     */
    public List<SecurityName> namesOf(String symbol, LocalDate date) {
        String security = securityOf(symbol, date);
        List<SecurityName> known = byId.get(security);
        if (known != null) {
            return List.copyOf(known);
        }
        NavigableMap<LocalDate, SecurityName> names = bySymbol.getOrDefault(symbol, new TreeMap<>());
        Map.Entry<LocalDate, SecurityName> before = names.floorEntry(date);
        LocalDate after = names.higherKey(date);
        return List.of(new SecurityName(
                security,
                symbol,
                before == null ? LocalDate.MIN : before.getValue().to(),
                after));
    }

    /** The splits of a security, by ex-date. */
    public List<CorporateAction> splitsOf(String security) {
        return List.copyOf(splits.getOrDefault(security, List.of()));
    }

    /** Every security of which something is known, and the symbols that its names and splits speak of. */
    public Map<String, Set<String>> symbolsBySecurity() {
        Map<String, Set<String>> symbols = new TreeMap<>();
        byId.forEach((security, names) -> names.forEach(
                name -> symbols.computeIfAbsent(security, s -> new TreeSet<>()).add(name.symbol())));
        splits.forEach((security, list) -> list.forEach(
                split -> symbols.computeIfAbsent(security, s -> new TreeSet<>()).add(split.symbol())));
        return symbols;
    }

    /** What is known under a symbol: names and splits, by date. Equal lists know the same. */
    public List<Record> knownOf(String symbol) {
        List<Record> known =
                new ArrayList<>(bySymbol.getOrDefault(symbol, new TreeMap<>()).values());
        known.addAll(splitsBySymbol.getOrDefault(symbol, List.of()));
        return known;
    }
}
