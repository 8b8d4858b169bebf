/**
 * The last prints, quotes and bars that are known at an instant, without copies. Begin with {@link
 * io.tapelake.simulator.window.BarWindow}.
 *
 * <p>A window is placed by a {@link io.tapelake.simulator.market.MarketView} and shows rows of the columns themselves; on
 * request it fills the caller's buffer. Bars are those that are over; the one that is forming is asked for by other methods.
 * No window reaches across the close.
 */
package io.tapelake.simulator.window;
