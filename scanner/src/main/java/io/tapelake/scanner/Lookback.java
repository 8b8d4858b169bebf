package io.tapelake.scanner;

/**
 * What is known of a security before a day begins: the scanner's second input beside the day itself. Prices and volumes
 * are on the day's split basis.
 *
 * @param measures the measures of {@code day_stats} against the prior days; those which use the day itself are hindsight
 *     and of no concern to a detector
 * @param prevCloseNanos the prior close, adjusted; {@link io.tapelake.model.Prices#UNDEF} when unknown, as the next two
 * @param prevHighNanos the prior day's high, adjusted
 * @param prevLowNanos the prior day's low, adjusted
 * @param usualVolume the mean course of the volume over the prior days; null with fewer days than RVOL needs
 */
public record Lookback(
        DayLookback measures, long prevCloseNanos, long prevHighNanos, long prevLowNanos, VolumeCurve usualVolume) {}
