/**
 * The market as it is known at an instant. Begin with {@link io.tapelake.simulator.market.MarketView}: everything an agent may
 * observe goes through it.
 */
package io.tapelake.simulator.market;
