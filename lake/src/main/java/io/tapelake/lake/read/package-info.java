/**
 * Reading a lake without Spark.
 *
 * <p>Begin with {@link io.tapelake.lake.read.Lake}: it finds a published run and its tables.
 * {@link io.tapelake.lake.read.SymbolDayReader} loads one symbol-day into columns of primitives;
 * {@link io.tapelake.lake.read.TableScan} streams any rows of any table, in order of symbol and time where asked.
 */
package io.tapelake.lake.read;
