package io.tapelake.model;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * A name that a security has for a time.
 *
 * @param securityId the security, the same under every name
 * @param symbol its raw symbol
 * @param from first trade date of the name
 * @param to first trade date that is no longer of the name; null while it lasts
 */
public record SecurityName(String securityId, String symbol, LocalDate from, LocalDate to) implements Serializable {

    /**
     * Checks the dates.
     *
     * @throws IllegalArgumentException when a component is missing, or the name ends before it began
     */
    public SecurityName {
        if (securityId == null || symbol == null || from == null) {
            throw new IllegalArgumentException(
                    "a name needs securityId, symbol and from: " + securityId + ", " + symbol + ", " + from);
        }
        if (to != null && !to.isAfter(from)) {
            throw new IllegalArgumentException("security " + securityId + " is " + symbol + " from " + from + " to "
                    + to + "; the end must be later than the start");
        }
    }

    /** True if the security has the name on the date. */
    public boolean covers(LocalDate date) {
        return !date.isBefore(from) && (to == null || date.isBefore(to));
    }

    /** True if both hold on some date. */
    boolean overlaps(SecurityName other) {
        return (to == null || other.from.isBefore(to)) && (other.to == null || from.isBefore(other.to));
    }
}
