package io.tapelake.scanner.score;

import io.tapelake.scanner.DayStats;
import java.util.Set;

/**
 * Grade of a day's data: A, and one letter down for each thing that is doubtful, to E. Not for a missing component of the
 * score as such: at most B with one of them missing, at most C with more.
 */
final class DataGrade {
    private static final Set<String> DOUBTS = Set.of(
            "crossed-quotes",
            "no-regular-rows",
            "out-of-session-rows",
            "unpriced-rows",
            "unsized-rows",
            "vendor-degraded",
            "zero-volume");
    private static final double BAD_PRINT_SHARE_MAX = 0.0005;

    private DataGrade() {}

    static String of(DayStats stats, int missingComponents, boolean complete) {
        int down = 0;
        for (String flag : stats.qualityFlags().split(",")) {
            down += DOUBTS.contains(flag) ? 1 : 0;
        }
        down += stats.badPrints() > Math.max(3, BAD_PRINT_SHARE_MAX * stats.rows()) ? 1 : 0;
        down += complete ? 0 : 1;
        int grade = Math.max(down, Math.min(2, missingComponents));
        return String.valueOf((char) ('A' + Math.min(4, grade)));
    }
}
