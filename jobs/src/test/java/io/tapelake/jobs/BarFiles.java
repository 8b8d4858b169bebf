package io.tapelake.jobs;

import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Writes small DBN files of bars whose content a test decides. */
final class BarFiles {

    static final LocalDate DATE = LocalDate.of(2025, 3, 4);
    static final long OPEN_NS = ns("2025-03-04T14:30:00Z");
    static final long MINUTE_NS = 60_000_000_000L;
    static final int FIRST_INSTRUMENT = 100;

    private BarFiles() {}

    /** A bar by symbol, minute after the open, and what tells it from another of the same minute. */
    record Bar(String symbol, int minute, int close) {}

    static long ns(String instant) {
        return Instant.parse(instant).getEpochSecond() * 1_000_000_000L;
    }

    /**
     * Writes a file of one-minute bars.
     *
     * @param hours length of the interval that the metadata claims, from the start of the UTC date
     */
    static Path write(Path file, int hours, List<Bar> bars) {
        return write(file, hours, bars, WriteOptions.zstd());
    }

    static Path write(Path file, int hours, List<Bar> bars, WriteOptions options) {
        long startNs = ns("2025-03-04T00:00:00Z");
        return write(file, startNs, startNs + hours * 3_600_000_000_000L, bars, options);
    }

    /** Writes a file of one-minute bars that claims an interval. Symbols are mapped on 2025-03-04 and the two days after. */
    static Path write(Path file, long startNs, long endNs, List<Bar> bars, WriteOptions options) {
        TreeSet<String> symbols = new TreeSet<>();
        bars.forEach(bar -> symbols.add(bar.symbol()));
        List<String> ids = List.copyOf(symbols);
        List<byte[]> records = new ArrayList<>();
        for (Bar bar : bars) {
            records.add(record(
                    Schema.OHLCV_1M.rtype(),
                    FIRST_INSTRUMENT + ids.indexOf(bar.symbol()),
                    OPEN_NS + bar.minute() * MINUTE_NS,
                    bar.close() * 1_000_000_000L,
                    1000));
        }
        return write(file, Schema.OHLCV_1M, startNs, endNs, ids, records, options);
    }

    /** Writes a file of any records; the symbols have the instruments from {@link #FIRST_INSTRUMENT} on. */
    static Path write(
            Path file,
            Schema schema,
            long startNs,
            long endNs,
            List<String> symbols,
            List<byte[]> records,
            WriteOptions options) {
        List<SymbolMapping> mappings = new ArrayList<>();
        for (int i = 0; i < symbols.size(); i++) {
            mappings.add(new SymbolMapping(
                    symbols.get(i),
                    List.of(new SymbolMapping.Interval(20250304, 20250307, Integer.toString(FIRST_INSTRUMENT + i)))));
        }
        Metadata metadata = Metadata.of("EQUS.ALL", schema, startNs, endNs, mappings);
        try (DbnWriter writer = DbnWriter.create(file, metadata, options)) {
            for (byte[] record : records) {
                writer.write(record, 0, record.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    /** A bar with one price. */
    static byte[] record(int rtype, int instrumentId, long startNs, long price, long volume) {
        return ByteBuffer.allocate(OhlcvLayout.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (OhlcvLayout.BYTES / 4))
                .put((byte) rtype)
                .putShort((short) 94)
                .putInt(instrumentId)
                .putLong(startNs)
                .putLong(price)
                .putLong(price)
                .putLong(price)
                .putLong(price)
                .putLong(volume)
                .array();
    }
}
