package io.tapelake.jobs.reference;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The corporate actions as they are known: of each action one record, the latest. An event that was called off stays as such,
 * so that an older record of it is known to be old. Not thread-safe.
 */
final class ActionBook {

    private static final Comparator<ActionRow> ORDER = Comparator.comparing(ActionRow::symbol)
            .thenComparing(ActionRow::exDate)
            .thenComparing(ActionRow::type)
            .thenComparing(ActionRow::toString);

    private final Map<String, ActionRow> rows = new LinkedHashMap<>();

    /** Splits by symbol and ex-date that a source with events knows. */
    private final Map<String, Integer> eventSplits = new LinkedHashMap<>();

    static ActionBook of(Iterable<ActionRow> rows) {
        ActionBook book = new ActionBook();
        rows.forEach(book::put);
        return book;
    }

    /**
     * Takes a record in.
     *
     * @return true if that changed anything
     */
    boolean take(ActionRow row) {
        String key = row.key();
        ActionRow before = rows.get(key);
        if (before != null && (before.equals(row) || !before.isOlderThan(row))) {
            return false;
        }
        if (row.eventId() == null) {
            return takeWithoutEvent(key, row);
        }
        remove(key);
        put(row);
        if (row.type().equals(ActionRow.SPLIT)) {
            // The same split from a source without events would count twice.
            remove(day(row));
        }
        return true;
    }

    private boolean takeWithoutEvent(String key, ActionRow row) {
        if (row.isCancelled()) {
            return remove(key);
        }
        if (row.type().equals(ActionRow.SPLIT) && eventSplits.containsKey(day(row))) {
            return false;
        }
        remove(key);
        put(row);
        return true;
    }

    private static String day(ActionRow row) {
        return row.symbol() + " " + row.exDate();
    }

    private void put(ActionRow row) {
        rows.put(row.key(), row);
        if (row.eventId() != null && row.type().equals(ActionRow.SPLIT)) {
            eventSplits.merge(day(row), 1, Integer::sum);
        }
    }

    private boolean remove(String key) {
        ActionRow gone = rows.remove(key);
        if (gone != null && gone.eventId() != null && gone.type().equals(ActionRow.SPLIT)) {
            eventSplits.computeIfPresent(day(gone), (day, count) -> count == 1 ? null : count - 1);
        }
        return gone != null;
    }

    /** All of them, by symbol and ex-date. */
    List<ActionRow> rows() {
        return rows.values().stream().sorted(ORDER).toList();
    }
}
