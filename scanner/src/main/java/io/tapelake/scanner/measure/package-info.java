/**
 * Measures of price and volume series: small pure functions over arrays of {@code double}, and steppers that take one bar
 * or value at a time. Begin with {@link io.tapelake.scanner.measure.RollingMoments} for the steppers and with
 * {@link io.tapelake.scanner.measure.EfficiencyRatio} for the functions. {@link io.tapelake.scanner.measure.LuldBands} are the
 * price bands of limit up, limit down.
 *
 * <p>Rules that hold for all of them:
 *
 * <ul>
 *   <li>Ranges of arrays are half open: {@code from} is included, {@code to} is not. A range outside the array is an
 *       {@link IndexOutOfBoundsException}; a setting out of bounds an {@link IllegalArgumentException}.
 *   <li>NaN means unknown and is the answer where there is none: before a warm-up is over, of too few values, of a series
 *       that never moves where movement is divided by. Null is never taken or given.
 *   <li>A stepper with a window ({@code Rolling...}, {@code ZScore}, {@code Bollinger}) answers NaN as long as an unknown
 *       value lies in its window. A stepper with an endless memory ({@code Ema}, {@code WilderAtr}, {@code Vwap},
 *       {@code ZigZag}) leaves unknown values out, for one of them would stay for ever.
 *   <li>What a stepper answers depends on what it was handed so far and on nothing later: it is free of look-ahead when
 *       its caller is. It allocates when made, never in a step.
 *   <li>Prices are plain currency units. Ratios do not change when all prices are multiplied by a constant.
 *   <li>Functions are thread-safe, steppers are not.
 * </ul>
 */
package io.tapelake.scanner.measure;
