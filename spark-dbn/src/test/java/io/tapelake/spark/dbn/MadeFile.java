package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.SType;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.UtcDate;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds DBN files for tests: symbols with the instrument id they have on each UTC day, and records. */
final class MadeFile {
    static final long DAY_NS = 86_400_000_000_000L;
    /** 2025-03-10 00:00 UTC: the Monday after New York put its clocks forward. */
    static final long MONDAY_NS = 1_741_564_800_000_000_000L;

    static final long DOLLAR = 1_000_000_000L;

    private final Map<String, List<SymbolMapping.Interval>> mappings = new TreeMap<>();
    private final List<byte[]> records = new ArrayList<>();
    private final Schema schema;
    private String dataset = "XNAS.ITCH";
    private long startNs = MONDAY_NS;
    private long endNs = MONDAY_NS + DAY_NS;

    private MadeFile(Schema schema) {
        this.schema = schema;
    }

    static MadeFile of(Schema schema) {
        return new MadeFile(schema);
    }

    /** Second bars of AAPL (id 1) and MSFT (id 2) on Monday, one each second from 14:00 UTC, price 100 and up. */
    static MadeFile bars(int count) {
        MadeFile file = of(Schema.OHLCV_1S).map("AAPL", 1, MONDAY_NS).map("MSFT", 2, MONDAY_NS);
        for (int i = 0; i < count; i++) {
            file.add(bar(1 + i % 2, MONDAY_NS + (14 * 3600 + i) * 1_000_000_000L, 100 * DOLLAR + i, i + 1));
        }
        return file;
    }

    MadeFile dataset(String name) {
        dataset = name;
        return this;
    }

    MadeFile range(long newStartNs, long newEndNs) {
        startNs = newStartNs;
        endNs = newEndNs;
        return this;
    }

    /** The symbol has the id on the UTC day that begins at {@code dayNs}. */
    MadeFile map(String symbol, int instrumentId, long dayNs) {
        mappings.computeIfAbsent(symbol, same -> new ArrayList<>())
                .add(new SymbolMapping.Interval(
                        UtcDate.of(dayNs), UtcDate.of(dayNs + DAY_NS), Integer.toUnsignedString(instrumentId)));
        return this;
    }

    MadeFile add(RecordBuffer record) {
        records.add(record.toByteArray());
        return this;
    }

    static RecordBuffer bar(int instrumentId, long startNs, long price, long volume) {
        return RecordBuffer.of(RType.OHLCV_1S, 3)
                .header(2, instrumentId, startNs)
                .i64(OhlcvLayout.OPEN, price)
                .i64(OhlcvLayout.HIGH, price + 10)
                .i64(OhlcvLayout.LOW, price - 10)
                .i64(OhlcvLayout.CLOSE, price + 5)
                .i64(OhlcvLayout.VOLUME, volume);
    }

    /** Writes the file and returns its name for {@code load}. */
    String write(Path file, WriteOptions options) {
        List<SymbolMapping> list = new ArrayList<>();
        mappings.forEach((symbol, intervals) -> list.add(new SymbolMapping(symbol, intervals)));
        write(file, Metadata.of(dataset, schema, startNs, endNs, list), options);
        return file.toString();
    }

    /** Writes a file as a live capture is: records of any schema, and no mappings in the metadata. */
    String writeLive(Path file) {
        List<String> none = List.of();
        write(
                file,
                new Metadata(
                        3,
                        dataset,
                        Schema.MIXED,
                        startNs,
                        -1,
                        0,
                        Metadata.NO_RECORD_COUNT,
                        SType.MIXED,
                        SType.INSTRUMENT_ID.id(),
                        false,
                        71,
                        none,
                        none,
                        none,
                        List.of()),
                WriteOptions.zstd());
        return file.toString();
    }

    private void write(Path file, Metadata metadata, WriteOptions options) {
        try (DbnWriter writer = DbnWriter.create(file, metadata, options)) {
            for (byte[] record : records) {
                writer.write(record, 0, record.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file with the same metadata and one of the records. */
    void writeOne(Path file, int record) {
        MadeFile one = of(schema).dataset(dataset).range(startNs, endNs);
        one.mappings.putAll(mappings);
        one.records.add(records.get(record));
        one.write(file);
    }

    String write(Path file) {
        return write(file, file.toString().endsWith(".zst") ? WriteOptions.zstd() : WriteOptions.raw());
    }
}
