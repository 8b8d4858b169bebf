package io.tapelake.databento.dbn;

/** Resolves the symbols of records that come in about the order of time. Not thread-safe. */
public final class SymbolCursor {
    private final SymbolResolver resolver;
    private long dayStartNs = 1;
    private long dayEndNs = 0;
    private SymbolDay day;

    private SymbolCursor(SymbolResolver resolver) {
        this.resolver = resolver;
    }

    /** A cursor over the mappings of a resolver, which may have many. */
    public static SymbolCursor of(SymbolResolver resolver) {
        return new SymbolCursor(resolver);
    }

    /** The symbol of a record on the UTC day of its index timestamp; null when it has none or no such timestamp. */
    public String symbol(RecordView record) {
        return symbol(record.indexTs(), record.instrumentId());
    }

    /**
     * The symbol of an instrument at a time; null when it has none.
     *
     * @param indexTsNs nanoseconds since the epoch, UTC; an undefined one has no symbol
     * @param instrumentId unsigned 32 bits in an int
     */
    public String symbol(long indexTsNs, int instrumentId) {
        if (indexTsNs < dayStartNs || indexTsNs >= dayEndNs) {
            if (indexTsNs < 0) {
                return null;
            }
            dayStartNs = indexTsNs - indexTsNs % UtcDate.NANOS_PER_DAY;
            dayEndNs = dayStartNs + UtcDate.NANOS_PER_DAY;
            day = resolver.forDate(UtcDate.of(indexTsNs));
        }
        return day.symbol(instrumentId);
    }
}
