package io.tapelake.scanner.score;

/**
 * The judgement on a day, part of its row of {@code day_index}. All hindsight. {@code docs/measures.md} defines the
 * components; each score is from 0 to 1, NaN when it could not be computed.
 *
 * @param quality weighted mean of the components present x the multiplier, from 0 to 1
 * @param category {@code RISK}, {@code PRIME}, {@code SECONDARY}, {@code MIXED} or {@code CONTROL}
 * @param categoryReason the rule that matched, in words
 * @param tags names of what happened, sorted, joined by commas
 * @param dataGrade grade of the data, A to E
 * @param scoreMovement score of the movement
 * @param scoreRvol score of the relative volume
 * @param scoreClarity score of the clarity
 * @param scoreSpread score of the spread
 * @param scoreContinuity score of the continuity
 * @param clarity mean percentile of efficiency, trend and calm over the three largest legs
 * @param spreadToRange median spread over the median five-minute range
 * @param continuity share of minutes with trades within the busy part of the day
 * @param timeMultiplier mean weight of the parts of the day in which the price moved
 * @param componentsMissing names of components that could not be computed, joined by commas
 */
public record DayScore(
        double quality,
        String category,
        String categoryReason,
        String tags,
        String dataGrade,
        double scoreMovement,
        double scoreRvol,
        double scoreClarity,
        double scoreSpread,
        double scoreContinuity,
        double clarity,
        double spreadToRange,
        double continuity,
        double timeMultiplier,
        String componentsMissing) {}
