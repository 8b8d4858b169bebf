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

/** Writes small DBN files of one-minute bars whose content a test decides. */
final class BarFiles {

    static final LocalDate DATE = LocalDate.of(2025, 3, 4);
    static final long OPEN_NS = Instant.parse("2025-03-04T14:30:00Z").getEpochSecond() * 1_000_000_000L;
    static final long MINUTE_NS = 60_000_000_000L;

    private BarFiles() {}

    /** A bar by symbol, minute after the open, and what tells it from another of the same minute. */
    record Bar(String symbol, int minute, int close) {}

    /**
     * Writes a file.
     *
     * @param hours length of the interval that the metadata claims, from the start of the UTC date
     */
    static Path write(Path file, int hours, List<Bar> bars) {
        TreeSet<String> symbols = new TreeSet<>();
        bars.forEach(bar -> symbols.add(bar.symbol()));
        List<String> ids = List.copyOf(symbols);
        List<SymbolMapping> mappings = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            mappings.add(new SymbolMapping(
                    ids.get(i), List.of(new SymbolMapping.Interval(20250304, 20250305, Integer.toString(100 + i)))));
        }
        long startNs = Instant.parse("2025-03-04T00:00:00Z").getEpochSecond() * 1_000_000_000L;
        Metadata metadata =
                Metadata.of("EQUS.ALL", Schema.OHLCV_1M, startNs, startNs + hours * 3_600_000_000_000L, mappings);
        try (DbnWriter writer = DbnWriter.create(file, metadata, WriteOptions.zstd())) {
            for (Bar bar : bars) {
                writer.write(record(100 + ids.indexOf(bar.symbol()), bar), 0, OhlcvLayout.BYTES);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }

    private static byte[] record(int instrumentId, Bar bar) {
        long close = bar.close() * 1_000_000_000L;
        return ByteBuffer.allocate(OhlcvLayout.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (OhlcvLayout.BYTES / 4))
                .put((byte) Schema.OHLCV_1M.rtype())
                .putShort((short) 94)
                .putInt(instrumentId)
                .putLong(OPEN_NS + bar.minute() * MINUTE_NS)
                .putLong(close)
                .putLong(close)
                .putLong(close)
                .putLong(close)
                .putLong(1000)
                .array();
    }
}
