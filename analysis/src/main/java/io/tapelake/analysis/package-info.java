/**
 * The scanner on the rows of a lake, without Spark: where pure functions and tables meet. Begin with
 * {@link io.tapelake.analysis.SymbolDayAnalysis} for one symbol-day; {@link io.tapelake.analysis.RangeFold} folds many
 * neighbouring symbols of a date in one reading, as the tasks of the scan job do.
 */
package io.tapelake.analysis;
