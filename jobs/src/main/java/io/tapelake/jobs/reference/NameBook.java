package io.tapelake.jobs.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The names of securities as they are known. What comes in are statements in any order; what comes out are names that do not
 * contradict each other: a name ends where its listing ends, where the security begins another name, and where another
 * security takes it. Of two statements that cannot both be true the later record wins, or the one taken later where either
 * has no time. Not thread-safe.
 */
final class NameBook {

    /** By listing: what begins on a date. A name that is null says that the listing ended. */
    private final Map<String, NavigableMap<LocalDate, Start>> listings = new TreeMap<>();

    private final NameStarts starts = new NameStarts();
    private long taken;

    /** A statement with its place in the order of taking. */
    record Start(NameStatement said, long order) {

        boolean isEnd() {
            return said.symbol() == null;
        }

        boolean isOlderThan(Start other) {
            Long mine = said.recordedAtNs();
            Long its = other.said.recordedAtNs();
            return (mine == null || its == null || mine.equals(its)) ? order < other.order : mine < its;
        }
    }

    private NameBook() {}

    /** Begins with the names of the table. */
    static NameBook of(List<NameRow> rows) {
        NameBook book = new NameBook();
        for (NameRow row : rows) {
            book.put(book.listings.computeIfAbsent(opening(row).listing(), l -> new TreeMap<>()), opening(row));
        }
        for (NameRow row : rows) {
            NameStatement end = ending(opening(row), row.toDate());
            // Where another name begins, the name was cut short by that, and would be longer without it.
            if (end.date() != null
                    && !book.starts.cuts(row.securityId(), row.symbol(), row.toDate())
                    && !book.listings.get(end.listing()).containsKey(end.date())) {
                book.put(book.listings.get(end.listing()), end);
            }
        }
        return book;
    }

    private static NameStatement opening(NameRow row) {
        return new NameStatement(
                row.securityId(),
                row.listingId(),
                row.symbol(),
                row.fromDate(),
                null,
                false,
                false,
                row.source(),
                row.recordedAtNs());
    }

    private static NameStatement ending(NameStatement of, LocalDate date) {
        return new NameStatement(
                of.securityId(), of.listingId(), null, date, null, false, false, of.source(), of.recordedAtNs());
    }

    private void put(NavigableMap<LocalDate, Start> listing, NameStatement said) {
        listing.put(said.date(), new Start(said, taken++));
        if (said.symbol() != null) {
            starts.add(said);
        }
    }

    /**
     * Takes a statement in.
     *
     * @return true if that changed anything
     */
    boolean take(NameStatement said) {
        NavigableMap<LocalDate, Start> listing = listings.computeIfAbsent(said.listing(), l -> new TreeMap<>());
        Start at = listing.get(said.date());
        if (said.isCancelled()) {
            return at != null && !at.isEnd() && at.said().symbol().equals(said.symbol()) && removeInterval(listing, at);
        }
        if (at != null && !at.isOlderThan(new Start(said, taken))) {
            return false;
        }
        if (said.isInterval()) {
            return takeInterval(listing, at, said);
        }
        Map.Entry<LocalDate, Start> floor = listing.floorEntry(said.date());
        if (said.symbol() == null) {
            if (floor == null || floor.getValue().isEnd()) {
                return false;
            }
            put(listing, said);
            return true;
        }
        boolean same = floor != null && goesOn(floor.getValue(), said, starts);
        if (!same) {
            put(listing, said);
        }
        boolean ends = said.until() != null && !listing.containsKey(said.until());
        if (ends) {
            put(listing, ending(said, said.until()));
        }
        return !same || ends;
    }

    /** True if a statement only says again what has held since a start, with nothing that cut it short in between. */
    private static boolean goesOn(Start start, NameStatement said, NameStarts starts) {
        if (!said.symbol().equals(start.said().symbol())) {
            return false;
        }
        LocalDate cut =
                starts.firstCut(said.securityId(), said.symbol(), start.said().date());
        return cut == null || cut.isAfter(said.date());
    }

    private boolean takeInterval(NavigableMap<LocalDate, Start> listing, Start at, NameStatement said) {
        if (at != null && !at.isEnd() && at.said().symbol().equals(said.symbol())) {
            Map.Entry<LocalDate, Start> next = listing.higherEntry(said.date());
            LocalDate end = next == null ? null : next.getValue().isEnd() ? next.getKey() : null;
            if (said.until() == null ? end == null : said.until().equals(end) || listing.containsKey(said.until())) {
                return false;
            }
        }
        if (at != null) {
            removeInterval(listing, at);
        }
        put(listing, said);
        if (said.until() != null && !listing.containsKey(said.until())) {
            put(listing, ending(said, said.until()));
        }
        return true;
    }

    private boolean removeInterval(NavigableMap<LocalDate, Start> listing, Start at) {
        LocalDate date = at.said().date();
        listing.remove(date);
        Map.Entry<LocalDate, Start> next = listing.higherEntry(date);
        if (next != null && next.getValue().isEnd()) {
            listing.remove(next.getKey());
        }
        return true;
    }

    /** The names, by symbol and date. */
    List<NameRow> rows() {
        List<Start> begun = new ArrayList<>();
        listings.values().forEach(listing -> listing.values().stream()
                .filter(start -> !start.isEnd())
                .forEach(begun::add));
        Set<Start> losers = losers(begun);
        NameStarts standing = new NameStarts();
        begun.stream().filter(start -> !losers.contains(start)).forEach(start -> standing.add(start.said()));
        List<NameRow> rows = new ArrayList<>();
        for (NavigableMap<LocalDate, Start> listing : listings.values()) {
            NavigableMap<LocalDate, Start> left = new TreeMap<>(listing);
            left.values().removeAll(losers);
            addSpells(left, standing, rows);
        }
        rows.sort(Comparator.comparing(NameRow::symbol)
                .thenComparing(NameRow::fromDate)
                .thenComparing(NameRow::toString));
        return rows;
    }

    private static void addSpells(NavigableMap<LocalDate, Start> listing, NameStarts standing, List<NameRow> rows) {
        Start last = null;
        for (Map.Entry<LocalDate, Start> entry : listing.entrySet()) {
            NameStatement said = entry.getValue().said();
            if (entry.getValue().isEnd() || (last != null && goesOn(last, said, standing))) {
                last = entry.getValue().isEnd() ? null : last;
                continue;
            }
            last = entry.getValue();
            LocalDate end = listing.tailMap(entry.getKey(), false).entrySet().stream()
                    .filter(next -> !said.symbol().equals(next.getValue().said().symbol()))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(null);
            LocalDate cut = standing.firstCut(said.securityId(), said.symbol(), said.date());
            rows.add(new NameRow(
                    said.securityId(),
                    said.symbol(),
                    said.date(),
                    end == null || (cut != null && cut.isBefore(end)) ? cut : end,
                    said.source(),
                    said.listingId(),
                    said.recordedAtNs()));
        }
    }

    /** Of statements that give one security two names, or one name to two securities, from the same date: the older ones. */
    private static Set<Start> losers(List<Start> begun) {
        Map<String, Start> best = new TreeMap<>();
        Set<Start> losers = new HashSet<>();
        for (Start start : begun) {
            NameStatement said = start.said();
            for (String claim : List.of(
                    "security " + said.securityId() + " " + said.date(),
                    "symbol " + said.symbol() + " " + said.date())) {
                Start other = best.putIfAbsent(claim, start);
                if (other == null || agree(other.said(), said)) {
                    continue;
                }
                losers.add(other.isOlderThan(start) ? other : start);
                if (other.isOlderThan(start)) {
                    best.put(claim, start);
                }
            }
        }
        return losers;
    }

    private static boolean agree(NameStatement a, NameStatement b) {
        return a.securityId().equals(b.securityId()) && a.symbol().equals(b.symbol());
    }
}
