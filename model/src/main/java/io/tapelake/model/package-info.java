/**
 * Value types that every module shares: prices, the New York calendar, columnar series, corporate actions.
 *
 * <p>Begin with {@link io.tapelake.model.SessionCalendar} for anything about days and sessions, with
 * {@link io.tapelake.model.Prices} for the price representation, and with {@link io.tapelake.model.BarSeries},
 * {@link io.tapelake.model.TradeSeries} and {@link io.tapelake.model.QuoteSeries} for market data in memory.
 *
 * <p>Times are nanoseconds since 1970-01-01T00:00Z ({@code *Ns}), prices are fixed point with nine decimals
 * ({@code *Nanos}). Everything here is immutable and safe to share between threads, except builders and
 * {@link io.tapelake.model.ExactSum}.
 */
package io.tapelake.model;
