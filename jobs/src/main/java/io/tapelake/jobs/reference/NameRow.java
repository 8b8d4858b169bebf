package io.tapelake.jobs.reference;

import java.time.LocalDate;

/**
 * A row of {@code symbology}.
 *
 * @param securityId the security
 * @param symbol its name
 * @param fromDate first date of the name
 * @param toDate first date that is no longer of the name; null while it lasts
 * @param source where this was learnt
 * @param listingId the listing; null where the source knows none
 * @param recordedAtNs when the source last changed the record, ns UTC; null where it does not say
 */
record NameRow(
        String securityId,
        String symbol,
        LocalDate fromDate,
        LocalDate toDate,
        String source,
        String listingId,
        Long recordedAtNs) {}
