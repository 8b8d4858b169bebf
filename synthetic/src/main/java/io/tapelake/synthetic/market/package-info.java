/**
 * The made-up market itself, without files: prices, trades and quotes of one symbol-day from a seed. Begin with {@link
 * io.tapelake.synthetic.market.MarketModel}, which hands out {@link io.tapelake.synthetic.market.SymbolDayTape}s.
 *
 * <p>Every random number comes from a {@link io.tapelake.synthetic.market.KeyedRandom} whose key names what it is for, so
 * a symbol-day is the same whatever else is generated before, beside or after it.
 */
package io.tapelake.synthetic.market;
