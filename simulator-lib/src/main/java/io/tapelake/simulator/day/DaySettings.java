package io.tapelake.simulator.day;

import io.tapelake.scanner.ScanSettings;

/**
 * What a day is loaded with. {@link #defaults()} are the documented ones.
 *
 * @param scan the scanner's settings, which also say which schema is preferred; for reset points to agree with a run, those of
 *     its scan
 * @param feedDelayNs nanoseconds from the receive time of a trade, quote or status record to the moment an agent may know it;
 *     0 to 10 s
 * @param staleNs age from which a book no longer counts once another publisher has traded since
 * @param largePrintUsd a trade of at least so many USD is a large one
 * @param openingRangeMinutes minutes of the opening range
 * @param priorDays days before the day of which the minute bars are loaded, 0 or more; the first of them is the lookback
 */
public record DaySettings(
        ScanSettings scan,
        long feedDelayNs,
        long staleNs,
        double largePrintUsd,
        int openingRangeMinutes,
        int priorDays) {

    private static final long DELAY_MAX_NS = 10_000_000_000L;

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the setting that is out of range
     */
    public DaySettings {
        require(feedDelayNs >= 0 && feedDelayNs <= DELAY_MAX_NS, "feedDelayNs", feedDelayNs, "0 to " + DELAY_MAX_NS);
        require(staleNs > 0, "staleNs", staleNs, "above 0");
        require(largePrintUsd > 0, "largePrintUsd", largePrintUsd, "above 0");
        require(
                openingRangeMinutes > 0 && openingRangeMinutes <= 390,
                "openingRangeMinutes",
                openingRangeMinutes,
                "1 to 390");
        require(priorDays >= 0 && priorDays <= 250, "priorDays", priorDays, "0 to 250");
    }

    /** 20 ms of feed delay, books stale after 30 s, large prints from $10,000, five minutes of opening range, one prior day. */
    public static DaySettings defaults() {
        return new DaySettings(ScanSettings.defaults(), 20_000_000L, 30_000_000_000L, 10_000, 5, 1);
    }

    /** The same with other settings of the scanner. */
    public DaySettings withScan(ScanSettings other) {
        return new DaySettings(other, feedDelayNs, staleNs, largePrintUsd, openingRangeMinutes, priorDays);
    }

    /** The same with another feed delay. */
    public DaySettings withFeedDelayNs(long other) {
        return new DaySettings(scan, other, staleNs, largePrintUsd, openingRangeMinutes, priorDays);
    }

    /** The same with another number of prior days. */
    public DaySettings withPriorDays(int other) {
        return new DaySettings(scan, feedDelayNs, staleNs, largePrintUsd, openingRangeMinutes, other);
    }

    private static void require(boolean condition, String name, Object value, String allowed) {
        if (!condition) {
            throw new IllegalArgumentException(name + " is " + value + "; allowed: " + allowed);
        }
    }
}
