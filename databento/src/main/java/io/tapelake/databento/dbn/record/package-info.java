/**
 * DBN records as plain objects, for code that keeps records or prefers names to offsets. Begin with
 * {@link io.tapelake.databento.dbn.record.DbnRecord}. Reading millions of records is faster through
 * {@link io.tapelake.databento.dbn.RecordView}, which allocates nothing. Everything here is immutable.
 */
package io.tapelake.databento.dbn.record;
