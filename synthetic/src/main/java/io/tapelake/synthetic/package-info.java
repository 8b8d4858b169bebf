/**
 * Made-up markets with known ground truth, written as DBN files in the shape of Databento's batch downloads. Begin with
 * {@link io.tapelake.synthetic.SyntheticMarket}; {@link io.tapelake.synthetic.MarketSpec} says what can be chosen and
 * {@link io.tapelake.synthetic.BarFlood} makes millions of bars quickly for benchmarks. The model behind is in {@link
 * io.tapelake.synthetic.market}.
 */
package io.tapelake.synthetic;
