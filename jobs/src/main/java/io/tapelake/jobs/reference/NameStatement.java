package io.tapelake.jobs.reference;

import java.time.LocalDate;

/**
 * What a line says of the name of a security.
 *
 * @param securityId the security
 * @param listingId its listing; null where the source knows none
 * @param symbol the name that begins; null when the listing ends
 * @param date when that is
 * @param until first date that is no longer of the name; null when the line does not say
 * @param isInterval true if the line gives the whole interval, so that no end means that the name lasts
 * @param isCancelled true if the name that began on the date is taken back
 * @param source where this was learnt
 * @param recordedAtNs when the source last changed the record, ns UTC; null where it does not say
 */
record NameStatement(
        String securityId,
        String listingId,
        String symbol,
        LocalDate date,
        LocalDate until,
        boolean isInterval,
        boolean isCancelled,
        String source,
        Long recordedAtNs) {

    /** Names follow each other within this. */
    String listing() {
        return listingId == null ? "security " + securityId : "listing " + listingId;
    }
}
