/**
 * Where the bytes of each DBN record are. Begin with {@link io.tapelake.databento.dbn.layout.RecordLayout}, the field
 * table by record type and version; code that knows its record type uses the offset constants of one class, such as
 * {@link io.tapelake.databento.dbn.layout.OhlcvLayout}. Nothing here has state.
 */
package io.tapelake.databento.dbn.layout;
