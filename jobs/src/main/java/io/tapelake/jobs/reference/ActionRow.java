package io.tapelake.jobs.reference;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A row of {@code corporate_actions}.
 *
 * @param eventId the event in its source; null without
 * @param securityId the security; null when only the symbol is known
 * @param symbol its symbol on the ex-date
 * @param exDate first trade date on the new basis
 * @param type {@link #SPLIT}, {@link #DIVIDEND} or {@link #CANCELLED}
 * @param ratio new shares per old share, nine decimals; null but for a split
 * @param cashAmount USD per share, nine decimals; null but for a dividend
 * @param source where this was learnt
 * @param recordedAtNs when the source last changed the record, ns UTC; null where it does not say
 */
record ActionRow(
        String eventId,
        String securityId,
        String symbol,
        LocalDate exDate,
        String type,
        BigDecimal ratio,
        BigDecimal cashAmount,
        String source,
        Long recordedAtNs) {

    static final String SPLIT = "split";
    static final String DIVIDEND = "dividend";
    static final String CANCELLED = "cancelled";

    boolean isCancelled() {
        return type.equals(CANCELLED);
    }

    /** What two records have in common that speak of the same action. */
    String key() {
        if (eventId != null) {
            return "event " + eventId;
        }
        // Without events, a regular and a special dividend of one day are told apart by their amounts.
        return symbol + " " + exDate + (cashAmount == null ? "" : " " + cashAmount);
    }

    /** True if a record of the same action replaces this: the later one, or the one taken later where either has no time. */
    boolean isOlderThan(ActionRow other) {
        if (recordedAtNs == null || other.recordedAtNs == null) {
            return true;
        }
        int order = Long.compare(recordedAtNs, other.recordedAtNs);
        // One event has a record per listing, all of one time: any rule will do that does not depend on their order.
        return order < 0 || (order == 0 && toString().compareTo(other.toString()) < 0);
    }
}
