package io.tapelake.synthetic;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.SymbolResolver;
import io.tapelake.databento.dbn.UtcDate;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads back what was written, for tests. */
final class Records {
    /** A record with its symbol; {@code bytes} is a copy. */
    record Named(String symbol, byte[] bytes, long indexNs) {
        int publisher() {
            return LittleEndian.u16(bytes, HeaderLayout.PUBLISHER_ID);
        }

        long tsEvent() {
            return LittleEndian.i64(bytes, HeaderLayout.TS_EVENT);
        }

        long i64(int offset) {
            return LittleEndian.i64(bytes, offset);
        }

        long u32(int offset) {
            return LittleEndian.u32(bytes, offset);
        }

        int u16(int offset) {
            return LittleEndian.u16(bytes, offset);
        }

        char c(int offset) {
            return (char) bytes[offset];
        }

        /** The record without its instrument id, which differs between UTC dates. */
        String anonymous() {
            byte[] copy = bytes.clone();
            LittleEndian.putI32(copy, HeaderLayout.INSTRUMENT_ID, 0);
            return symbol + Arrays.toString(copy);
        }
    }

    private Records() {}

    static List<Path> files(Path folder, String schema) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().contains("." + schema + ".dbn.zst"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Named> all(Path folder, String schema) {
        List<Named> records = new ArrayList<>();
        for (Path file : files(folder, schema)) {
            records.addAll(read(file));
        }
        return records;
    }

    static List<Named> read(Path file) {
        List<Named> records = new ArrayList<>();
        try (DbnReader reader = DbnReader.open(file)) {
            SymbolResolver resolver = SymbolResolver.of(reader.metadata());
            while (reader.next()) {
                RecordView view = reader.record();
                String symbol = resolver.forDate(UtcDate.of(view.indexTs())).symbol(view.instrumentId());
                byte[] bytes =
                        Arrays.copyOfRange(view.array(), view.arrayOffset(), view.arrayOffset() + view.sizeBytes());
                records.add(new Named(symbol, bytes, view.indexTs()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return records;
    }

    static Metadata metadata(Path file) {
        try (DbnReader reader = DbnReader.open(file)) {
            return reader.metadata();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
