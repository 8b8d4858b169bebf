package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up streams that need no reference data. */
final class Samples {
    private static final int UNKNOWN_RTYPE = 0x7F;

    private Samples() {}

    /** Every record type of a version, and one of an unknown type; all fields random, lengths right. */
    static List<byte[]> everyRecord(int version, boolean tsOut, long seed) {
        Random random = new Random(seed);
        List<byte[]> records = new ArrayList<>();
        for (int rtype = 0; rtype < 256; rtype++) {
            if (RecordLayout.of(rtype, version).isPresent()) {
                records.add(record(rtype, version, tsOut, random));
            }
        }
        byte[] unknown = new byte[40];
        random.nextBytes(unknown);
        unknown[HeaderLayout.LENGTH] = (byte) (unknown.length / HeaderLayout.WORD);
        unknown[HeaderLayout.RTYPE] = UNKNOWN_RTYPE;
        records.add(unknown);
        return records;
    }

    static byte[] record(int rtype, int version, boolean tsOut, Random random) {
        byte[] bytes = new byte[RecordLayout.bytesOf(rtype, version) + (tsOut ? HeaderLayout.TS_OUT_BYTES : 0)];
        random.nextBytes(bytes);
        bytes[HeaderLayout.LENGTH] = (byte) (bytes.length / HeaderLayout.WORD);
        bytes[HeaderLayout.RTYPE] = (byte) rtype;
        return bytes;
    }

    static Metadata metadata(int version, boolean tsOut) {
        return new Metadata(
                version,
                "XNAS.ITCH",
                Schema.TRADES.id(),
                1_704_153_600_000_000_000L,
                1_704_326_400_000_000_000L,
                7,
                Metadata.NO_RECORD_COUNT,
                SType.RAW_SYMBOL.id(),
                SType.INSTRUMENT_ID.id(),
                tsOut,
                version == 1 ? Metadata.SYMBOL_WIDTH_V1 : Metadata.SYMBOL_WIDTH,
                List.of("AAPL", "BRK.B"),
                List.of("BRK.B"),
                List.of("NOPE"),
                List.of(
                        new SymbolMapping("AAPL", List.of(new SymbolMapping.Interval(20240102, 20240104, "32"))),
                        new SymbolMapping("BRK.B", List.of(new SymbolMapping.Interval(20240103, 20240104, "33")))));
    }

    /** A whole stream with every record type. */
    static byte[] stream(int version, boolean tsOut, WriteOptions options, long seed) {
        return stream(metadata(version, tsOut), everyRecord(version, tsOut, seed), options);
    }

    static byte[] stream(Metadata metadata, List<byte[]> records, WriteOptions options) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DbnWriter writer = DbnWriter.of(out, metadata, options)) {
            for (byte[] record : records) {
                writer.write(record, 0, record.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static DbnReader reader(byte[] stream, ReadOptions options) throws IOException {
        return DbnReader.of(new ByteArrayInputStream(stream), options);
    }

    static List<byte[]> read(byte[] stream, ReadOptions options) throws IOException {
        List<byte[]> records = new ArrayList<>();
        try (DbnReader reader = reader(stream, options)) {
            while (reader.next()) {
                records.add(reader.record().toByteArray());
            }
        }
        return records;
    }
}
