/**
 * Databento Binary Encoding (DBN), versions 1 to 3: reading and writing. Begin with
 * {@link io.tapelake.databento.dbn.DbnReader} and {@link io.tapelake.databento.dbn.DbnWriter}; the bytes of each record
 * are described in {@link io.tapelake.databento.dbn.layout}, and {@link io.tapelake.databento.dbn.SymbolResolver} turns
 * instrument ids into symbols.
 *
 * <p>Readers, writers and views are for one thread at a time; everything else is immutable.
 */
package io.tapelake.databento.dbn;
