package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.DbnException.Reason;
import io.tapelake.databento.dbn.SymbolMapping.Interval;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads metadata from bytes that are all there. Every count is checked against the bytes left before it is believed, and
 * narrow names, of which many fit into few bytes, are limited as if they had the least width that is ever written.
 */
final class MetadataParser {
    private final byte[] bytes;
    private final int base;
    private final int end;
    private final NameCache names = new NameCache();
    private int at;
    private int width;
    private long namesLeft;

    MetadataParser(byte[] bytes, int offset, int length) {
        this.bytes = bytes;
        this.base = offset;
        this.end = offset + length;
        this.namesLeft = Math.max(length, ReadOptions.defaults().maxMetadataBytes()) / Metadata.SYMBOL_WIDTH_V1;
    }

    Metadata parse() {
        if (end - base < MetadataFormat.PRELUDE_BYTES) {
            throw bad("the metadata has " + (end - base) + " bytes, less than its prelude of 8", base);
        }
        if (bytes[base] != 'D' || bytes[base + 1] != 'B' || bytes[base + 2] != 'N') {
            throw DbnException.of(Reason.NOT_DBN, "the metadata does not begin with 'DBN'", 0, 0);
        }
        int version = bytes[base + MetadataFormat.VERSION] & 0xFF;
        if (version < MetadataFormat.MIN_VERSION || version > MetadataFormat.MAX_VERSION) {
            throw DbnException.of(Reason.UNSUPPORTED_VERSION, unsupported(version), MetadataFormat.VERSION, 0);
        }
        int body = base + MetadataFormat.PRELUDE_BYTES;
        if (end - body < MetadataFormat.MIN_BODY_BYTES) {
            throw bad(
                    "the metadata has " + (end - body) + " bytes after its prelude; the least is "
                            + MetadataFormat.MIN_BODY_BYTES,
                    base + MetadataFormat.LENGTH);
        }
        int stypes = body + MetadataFormat.stypeIn(version);
        width = version == 1 ? Metadata.SYMBOL_WIDTH_V1 : LittleEndian.u16(bytes, body + MetadataFormat.SYMBOL_WIDTH);
        if (width == 0) {
            throw bad("the width of symbols is 0", body + MetadataFormat.SYMBOL_WIDTH);
        }
        at = body + MetadataFormat.FIXED_BYTES;
        long definition = LittleEndian.u32(bytes, at);
        if (definition != 0) {
            throw bad("the schema definition has " + definition + " bytes; only 0 is known", at);
        }
        at += Integer.BYTES;
        return new Metadata(
                version,
                LittleEndian.text(bytes, body, MetadataFormat.DATASET_WIDTH),
                LittleEndian.u16(bytes, body + MetadataFormat.SCHEMA),
                LittleEndian.i64(bytes, body + MetadataFormat.START),
                LittleEndian.i64(bytes, body + MetadataFormat.END),
                LittleEndian.i64(bytes, body + MetadataFormat.LIMIT),
                version == 1
                        ? LittleEndian.i64(bytes, body + MetadataFormat.RECORD_COUNT_V1)
                        : Metadata.NO_RECORD_COUNT,
                bytes[stypes] & 0xFF,
                bytes[stypes + 1] & 0xFF,
                bytes[stypes + 2] != 0,
                width,
                symbols("symbols"),
                symbols("partially resolved symbols"),
                symbols("symbols that were not found"),
                mappings());
    }

    static String unsupported(int version) {
        return "DBN version " + version + " cannot be read; known are 1 to 3";
    }

    private List<String> symbols(String what) {
        int count = count(what, width);
        List<String> symbols = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            symbols.add(symbol());
        }
        return symbols;
    }

    private List<SymbolMapping> mappings() {
        int count = count("mappings", width + Integer.BYTES);
        List<SymbolMapping> mappings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            need(width, "mapping " + i);
            String rawSymbol = symbol();
            int intervals = count("intervals of '" + rawSymbol + "'", 2 * Integer.BYTES + width);
            List<Interval> list = new ArrayList<>(intervals);
            for (int k = 0; k < intervals; k++) {
                int startDate = date(rawSymbol);
                int endDate = date(rawSymbol);
                list.add(new Interval(startDate, endDate, symbol()));
            }
            mappings.add(new SymbolMapping(rawSymbol, list));
        }
        return mappings;
    }

    private int count(String what, int leastBytesEach) {
        need(Integer.BYTES, "the number of " + what);
        long count = LittleEndian.u32(bytes, at);
        int left = end - at - Integer.BYTES;
        if (count * leastBytesEach > left) {
            throw bad(
                    "the metadata claims " + count + " " + what + ", which do not fit into the " + left
                            + " bytes that are left of it",
                    at);
        }
        namesLeft -= count;
        if (namesLeft < 0) {
            throw bad("the metadata has too many names of " + width + " bytes to be held in memory", at);
        }
        at += Integer.BYTES;
        return (int) count;
    }

    private int date(String symbol) {
        int date = LittleEndian.i32(bytes, at);
        if (!UtcDate.isDate(date)) {
            throw bad(
                    "a mapping of '" + symbol + "' has the date " + Integer.toUnsignedString(date)
                            + ", which is not a day written as YYYYMMDD",
                    at);
        }
        at += Integer.BYTES;
        return date;
    }

    private String symbol() {
        String symbol = names.name(bytes, at, LittleEndian.textLength(bytes, at, width));
        at += width;
        return symbol;
    }

    private void need(int count, String what) {
        if (end - at < count) {
            throw bad("the metadata ends inside " + what, at);
        }
    }

    private DbnException bad(String what, int where) {
        return DbnException.of(Reason.BAD_METADATA, what, where - base, 0);
    }
}
