package io.tapelake.jobs.verify;

import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.Undefined;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Files of any schema with records of random values, undefined ones among them. All of them have a place in a table. */
final class RandomRecords {

    private static final long DAY_NS = 86_400_000_000_000L;
    private static final long MIDNIGHT_NS =
            Instant.parse("2025-03-04T00:00:00Z").getEpochSecond() * 1_000_000_000L;

    private RandomRecords() {}

    static Path write(Path file, Schema schema, int records, Random random) throws IOException {
        List<SymbolMapping> mappings = List.of(
                new SymbolMapping("AAA", List.of(new SymbolMapping.Interval(20250304, 20250305, "100"))),
                new SymbolMapping("BBB", List.of(new SymbolMapping.Interval(20250304, 20250305, "101"))));
        Metadata metadata = Metadata.of("XNAS.ITCH", schema, MIDNIGHT_NS, MIDNIGHT_NS + DAY_NS, mappings);
        try (DbnWriter writer = DbnWriter.create(file, metadata, WriteOptions.zstd())) {
            for (int i = 0; i < records; i++) {
                byte[] bytes = record(schema, random);
                writer.write(bytes, 0, bytes.length);
            }
        }
        return file;
    }

    private static byte[] record(Schema schema, Random random) {
        RecordLayout layout =
                RecordLayout.of(schema.rtype(), RecordLayout.MAX_VERSION).orElseThrow();
        ByteBuffer bytes = ByteBuffer.allocate(layout.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put((byte) (layout.bytes() / HeaderLayout.WORD))
                .put((byte) schema.rtype())
                .putShort((short) random.nextInt(200))
                .putInt(100 + random.nextInt(2))
                .putLong(time(random));
        boolean pricesAreRequired = schema == Schema.TRADES || schema.text().startsWith("ohlcv");
        int index = RecordLayout.indexTsOffset(schema.rtype());
        for (Field field : layout.flatFields()) {
            int at = field.offset();
            boolean undefined = random.nextInt(8) == 0;
            switch (field.type()) {
                case PRICE ->
                    bytes.putLong(
                            at,
                            undefined && !pricesAreRequired ? Undefined.PRICE : random.nextLong() % 1_000_000_000_000L);
                case TIMESTAMP -> bytes.putLong(at, undefined && at != index ? Undefined.TIMESTAMP : time(random));
                case TEXT -> bytes.put(at, text(field.bytes(), random));
                case CHAR -> bytes.put(at, undefined ? 0 : (byte) (1 + random.nextInt(255)));
                case U64 -> bytes.putLong(at, random.nextLong() & Long.MAX_VALUE);
                case I64 -> bytes.putLong(at, undefined ? Undefined.STAT_QUANTITY : random.nextLong());
                default -> {
                    byte[] bits = new byte[field.bytes()];
                    random.nextBytes(bits);
                    bytes.put(at, bits);
                }
            }
        }
        return bytes.array();
    }

    private static byte[] text(int width, Random random) {
        byte[] text = new byte[width];
        int length = random.nextInt(width);
        for (int i = 0; i < length; i++) {
            text[i] = (byte) (' ' + random.nextInt(95));
        }
        return text;
    }

    /** A time of the date in New York as well. */
    private static long time(Random random) {
        return MIDNIGHT_NS + DAY_NS / 2 + random.nextLong(DAY_NS / 4);
    }
}
