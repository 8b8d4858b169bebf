package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.SymbolMapping.Interval;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.util.List;

/** Writes metadata as the vendor's encoder does: zeros in the reserved bytes, padded to 8 bytes in version 3. */
final class MetadataEncoder {
    private static final int ALIGNMENT_V3 = 8;

    private final Metadata metadata;
    private final byte[] bytes;
    private int at;

    private MetadataEncoder(Metadata metadata) {
        this.metadata = metadata;
        this.bytes = new byte[MetadataFormat.PRELUDE_BYTES + bodyBytes(metadata)];
    }

    static byte[] encode(Metadata metadata) {
        int version = metadata.version();
        if (version < MetadataFormat.MIN_VERSION || version > MetadataFormat.MAX_VERSION) {
            throw new IllegalArgumentException("DBN version " + version + " cannot be written; known are 1 to 3");
        }
        if (version == 1 && metadata.symbolWidth() != Metadata.SYMBOL_WIDTH_V1) {
            throw new IllegalArgumentException("DBN version 1 has symbols of 22 bytes, not " + metadata.symbolWidth());
        }
        return new MetadataEncoder(metadata).encode();
    }

    static int longestSymbol(Metadata metadata) {
        int longest = 0;
        for (List<String> list : List.of(metadata.symbols(), metadata.partial(), metadata.notFound())) {
            for (String symbol : list) {
                longest = Math.max(longest, symbol.length());
            }
        }
        for (SymbolMapping mapping : metadata.mappings()) {
            longest = Math.max(longest, mapping.rawSymbol().length());
            for (Interval interval : mapping.intervals()) {
                longest = Math.max(longest, interval.symbol().length());
            }
        }
        return longest;
    }

    private static int bodyBytes(Metadata metadata) {
        long width = metadata.symbolWidth();
        long symbols = (long) metadata.symbols().size()
                + metadata.partial().size()
                + metadata.notFound().size();
        long bytes = MetadataFormat.MIN_BODY_BYTES + symbols * width;
        for (SymbolMapping mapping : metadata.mappings()) {
            bytes += width + Integer.BYTES + mapping.intervals().size() * (2 * Integer.BYTES + width);
        }
        if (metadata.version() == 3) {
            bytes = (bytes + ALIGNMENT_V3 - 1) / ALIGNMENT_V3 * ALIGNMENT_V3;
        }
        if (bytes > Integer.MAX_VALUE - MetadataFormat.PRELUDE_BYTES) {
            throw new IllegalArgumentException("metadata of " + bytes + " bytes is too large to be written");
        }
        return (int) bytes;
    }

    private byte[] encode() {
        int version = metadata.version();
        bytes[0] = 'D';
        bytes[1] = 'B';
        bytes[2] = 'N';
        bytes[MetadataFormat.VERSION] = (byte) version;
        LittleEndian.putI32(bytes, MetadataFormat.LENGTH, bytes.length - MetadataFormat.PRELUDE_BYTES);
        int body = MetadataFormat.PRELUDE_BYTES;
        LittleEndian.putText(bytes, body, MetadataFormat.DATASET_WIDTH, metadata.dataset());
        LittleEndian.putI16(bytes, body + MetadataFormat.SCHEMA, metadata.schemaId());
        LittleEndian.putI64(bytes, body + MetadataFormat.START, metadata.startNs());
        LittleEndian.putI64(bytes, body + MetadataFormat.END, metadata.endNs());
        LittleEndian.putI64(bytes, body + MetadataFormat.LIMIT, metadata.limit());
        if (version == 1) {
            LittleEndian.putI64(bytes, body + MetadataFormat.RECORD_COUNT_V1, metadata.recordCount());
        } else {
            LittleEndian.putI16(bytes, body + MetadataFormat.SYMBOL_WIDTH, metadata.symbolWidth());
        }
        int stypes = body + MetadataFormat.stypeIn(version);
        bytes[stypes] = (byte) metadata.stypeInId();
        bytes[stypes + 1] = (byte) metadata.stypeOutId();
        bytes[stypes + 2] = (byte) (metadata.tsOut() ? 1 : 0);
        at = body + MetadataFormat.FIXED_BYTES + Integer.BYTES;
        symbols(metadata.symbols());
        symbols(metadata.partial());
        symbols(metadata.notFound());
        mappings(metadata.mappings());
        return bytes;
    }

    private void symbols(List<String> symbols) {
        number(symbols.size());
        for (String symbol : symbols) {
            symbol(symbol);
        }
    }

    private void mappings(List<SymbolMapping> mappings) {
        number(mappings.size());
        for (SymbolMapping mapping : mappings) {
            symbol(mapping.rawSymbol());
            number(mapping.intervals().size());
            for (Interval interval : mapping.intervals()) {
                number(interval.startDate());
                number(interval.endDate());
                symbol(interval.symbol());
            }
        }
    }

    private void number(int value) {
        LittleEndian.putI32(bytes, at, value);
        at += Integer.BYTES;
    }

    private void symbol(String symbol) {
        LittleEndian.putText(bytes, at, metadata.symbolWidth(), symbol);
        at += metadata.symbolWidth();
    }
}
