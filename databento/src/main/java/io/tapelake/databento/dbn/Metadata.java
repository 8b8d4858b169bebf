package io.tapelake.databento.dbn;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The header of a DBN stream. Ids that are not known here are kept as numbers. Immutable and thread-safe.
 *
 * @param version the DBN version of the stream, 1 to 3
 * @param dataset such as {@code XNAS.ITCH}
 * @param schemaId the schema's number; {@link Schema#MIXED} when there is none
 * @param startNs start of the request, inclusive, nanoseconds since the epoch, UTC (or the first record of a split)
 * @param endNs end of the request, exclusive; {@link Undefined#TIMESTAMP} or 0 when there is none
 * @param limit the largest number of records that was asked for; 0 is no limit
 * @param recordCount a number that version 1 carries and nobody should rely on; {@link #NO_RECORD_COUNT} otherwise
 * @param stypeInId the kind of symbols that were asked for; {@link SType#MIXED} when there is none
 * @param stypeOutId the kind of symbols they were resolved to
 * @param tsOut whether each record ends with the gateway's sending time
 * @param symbolWidth the bytes of each symbol in the metadata; always 22 in version 1
 * @param symbols the symbols asked for
 * @param partial symbols that resolved on some days only
 * @param notFound symbols that resolved on no day
 * @param mappings what the symbols stood for, per UTC day
 */
public record Metadata(
        int version,
        String dataset,
        int schemaId,
        long startNs,
        long endNs,
        long limit,
        long recordCount,
        int stypeInId,
        int stypeOutId,
        boolean tsOut,
        int symbolWidth,
        List<String> symbols,
        List<String> partial,
        List<String> notFound,
        List<SymbolMapping> mappings) {

    /** Stands for no {@link #recordCount()}. */
    public static final long NO_RECORD_COUNT = -1;

    /** The width of symbols in version 1. */
    public static final int SYMBOL_WIDTH_V1 = 22;

    /** The width of symbols that versions 2 and 3 are written with. */
    public static final int SYMBOL_WIDTH = 71;

    private static final int CURRENT_VERSION = 3;

    /** Copies the lists. */
    public Metadata {
        symbols = List.copyOf(symbols);
        partial = List.copyOf(partial);
        notFound = List.copyOf(notFound);
        mappings = List.copyOf(mappings);
    }

    /**
     * Metadata of version 3 for records of one schema, symbols given as {@link SType#RAW_SYMBOL} and resolved to
     * {@link SType#INSTRUMENT_ID}.
     *
     * @param mappings also decides {@link #symbols()}
     */
    public static Metadata of(String dataset, Schema schema, long startNs, long endNs, List<SymbolMapping> mappings) {
        List<String> symbols = new ArrayList<>(mappings.size());
        for (SymbolMapping mapping : mappings) {
            symbols.add(mapping.rawSymbol());
        }
        return new Metadata(
                CURRENT_VERSION,
                dataset,
                schema.id(),
                startNs,
                endNs,
                0,
                NO_RECORD_COUNT,
                SType.RAW_SYMBOL.id(),
                SType.INSTRUMENT_ID.id(),
                false,
                SYMBOL_WIDTH,
                symbols,
                List.of(),
                List.of(),
                mappings);
    }

    /**
     * Reads metadata.
     *
     * @param header the bytes from the {@code DBN} mark to the first record
     * @throws DbnException if they are not whole, well-formed metadata
     */
    public static Metadata parse(byte[] header) {
        return new MetadataParser(header, 0, header.length).parse();
    }

    /**
     * The bytes of this metadata, from the {@code DBN} mark to the first record, as the vendor's encoder writes them.
     *
     * @throws IllegalArgumentException if a symbol or the dataset does not fit its field
     */
    public byte[] encode() {
        return MetadataEncoder.encode(this);
    }

    /** The schema, or empty when there is none or it is not known here. */
    public Optional<Schema> schema() {
        return Schema.fromId(schemaId);
    }

    /** The kind of symbols asked for, or empty when there is none or it is not known here. */
    public Optional<SType> stypeIn() {
        return SType.fromId(stypeInId);
    }

    /** The kind of symbols they were resolved to, or empty when it is not known here. */
    public Optional<SType> stypeOut() {
        return SType.fromId(stypeOutId);
    }

    /** Whether the request had an end. */
    public boolean hasEnd() {
        return endNs != 0 && endNs != Undefined.TIMESTAMP;
    }

    /**
     * This metadata as version 3 carries it: the standard symbol width, or the present one when a symbol needs it. An
     * object of version 3 is returned as it is.
     */
    public Metadata upgraded() {
        if (version == CURRENT_VERSION) {
            return this;
        }
        return new Metadata(
                CURRENT_VERSION,
                dataset,
                schemaId,
                startNs,
                endNs,
                limit,
                NO_RECORD_COUNT,
                stypeInId,
                stypeOutId,
                tsOut,
                MetadataEncoder.longestSymbol(this) < SYMBOL_WIDTH ? SYMBOL_WIDTH : symbolWidth,
                symbols,
                partial,
                notFound,
                mappings);
    }
}
