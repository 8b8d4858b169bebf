package io.tapelake.jobs.scan;

import java.time.LocalDate;
import java.util.List;

/**
 * What a scan did.
 *
 * @param dates trade dates whose ticks were folded, ascending; empty if nothing had changed
 * @param symbolDays symbol-days folded
 * @param momentumDays rows of the day index in the months written
 */
public record ScanReport(List<LocalDate> dates, long symbolDays, long momentumDays) {}
