/**
 * One day of one symbol, explained: a self-contained HTML page, and the same as text and as JSON. Everything here is a pure
 * function of plain records; begin with {@link io.tapelake.cli.explain.ExplainPage}, and with
 * {@link io.tapelake.cli.explain.ExplainedDay} for what it is told.
 */
package io.tapelake.cli.explain;
