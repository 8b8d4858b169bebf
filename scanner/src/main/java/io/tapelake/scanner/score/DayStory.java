package io.tapelake.scanner.score;

import java.util.List;

/**
 * What happened on a day, in numbers: part of its row of {@code day_index}. All hindsight.
 *
 * @param surges number of surges, and so on for the counts below
 * @param runReturn simple return of the largest run; NaN when there was none, as the next
 * @param runRetrace share of it given back later that day
 * @param runStartNs when it began
 * @param runEndNs when it reached its extreme
 * @param best15mReturn largest move within 15 minutes, signed
 * @param best15mStartNs when those minutes began
 * @param best30mReturn the same within 30 minutes
 * @param best30mStartNs the same
 * @param best60mReturn the same within 60 minutes
 * @param best60mStartNs the same
 * @param supports prices in nanos that held at least twice from above, the most touched first; empty when there is none
 * @param resistances prices in nanos that held at least twice from below
 * @param rvol0935 volume from 04:00 to 09:35 over what is usual by then
 * @param rvol1000 the same by 10:00
 * @param rvol1200 the same by 12:00
 * @param badPrints prints left out
 * @param resetPoints candidates
 * @param resetPointsSelected candidates that were drawn
 */
public record DayStory(
        int surges,
        int breakouts,
        int failedBreakouts,
        int flushes,
        int bounces,
        int consolidations,
        int squeezes,
        int accumulations,
        int deadZones,
        int luldTouches,
        int runs,
        double runReturn,
        double runRetrace,
        long runStartNs,
        long runEndNs,
        double best15mReturn,
        long best15mStartNs,
        double best30mReturn,
        long best30mStartNs,
        double best60mReturn,
        long best60mStartNs,
        List<Long> supports,
        List<Long> resistances,
        double rvol0935,
        double rvol1000,
        double rvol1200,
        int badPrints,
        int resetPoints,
        int resetPointsSelected) {}
