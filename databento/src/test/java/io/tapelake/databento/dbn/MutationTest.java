package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.DbnException.Reason;
import io.tapelake.databento.dbn.record.DbnRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damaged input ends in a value or a {@link DbnException}: never a hang, never another exception. The number of inputs and
 * the seed can be given: {@code -Ddbn.mutations=200000 -Ddbn.mutations.seed=7}.
 */
class MutationTest {
    private static final int COUNT = Integer.getInteger("dbn.mutations", 5_000);
    private static final long SEED = Long.getLong("dbn.mutations.seed", 1);
    private static final long SLOW_NS = TimeUnit.SECONDS.toNanos(5);
    private static final int LARGEST_SEED_FILE = 16 * 1024;

    private final RecordJson json = RecordJson.create();
    private final Map<Reason, Integer> failures = new EnumMap<>(Reason.class);
    private int whole;
    private long slowestNs;

    /** What a way of reading made of an input: how it ended, and the records before that. */
    private record Result(Reason reason, long offset, long records, String hash) {}

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void damagedInputEndsInAValueOrADbnException() {
        Mutations mutations = new Mutations(SEED, seeds());
        Random random = new Random(SEED);
        for (int i = 0; i < COUNT; i++) {
            byte[] input = mutations.next();
            long start = System.nanoTime();
            try {
                check(input, random);
            } catch (IOException | RuntimeException | Error e) {
                throw new AssertionError(
                        "mutation " + i + " of seed " + SEED + ": "
                                + HexFormat.of().formatHex(input),
                        e);
            }
            slowestNs = Math.max(slowestNs, System.nanoTime() - start);
        }
        System.out.println("mutations: " + COUNT + " of " + COUNT + " ended in a value or a DbnException: " + whole
                + " whole, " + failures + "; the slowest took " + slowestNs / 1_000_000 + " ms");
        assertThat(slowestNs).isLessThan(SLOW_NS);
        assertThat(failures).containsKeys(Reason.TRUNCATED, Reason.BAD_RECORD, Reason.BAD_METADATA);
    }

    private static String head(byte[] input) {
        return HexFormat.of().formatHex(input, 0, Math.min(input.length, 2048));
    }

    private List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int version = 1; version <= 3; version++) {
            for (WriteOptions options : List.of(WriteOptions.raw(), WriteOptions.zstd(), WriteOptions.multiFrame(3))) {
                seeds.add(Samples.stream(version, false, options, version));
                seeds.add(Samples.stream(version, true, options, version));
            }
        }
        if (ReferenceFiles.present()) {
            List<Path> files = new ArrayList<>(ReferenceFiles.official());
            files.addAll(ReferenceFiles.derived());
            files.addAll(ReferenceFiles.legacy());
            for (Path file : files) {
                try {
                    if (Files.size(file) > 0 && Files.size(file) <= LARGEST_SEED_FILE) {
                        seeds.add(Files.readAllBytes(file));
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        return seeds;
    }

    private void check(byte[] input, Random random) throws IOException {
        Result asIs = read(input, ReadOptions.defaults());
        count(asIs);
        Result upgraded = read(input, ReadOptions.defaults().upgrade(true).bufferBytes(2040 + random.nextInt(4096)));
        if (asIs.reason() != Reason.BAD_COMPRESSION && upgraded.reason() != Reason.BAD_COMPRESSION) {
            // How much can be had of a damaged zstd block depends on the size of the buffer.
            assertThat(upgraded).isEqualTo(asIs);
        }
        read(input, ReadOptions.defaults().fragment(1 + random.nextInt(3), random.nextBoolean()));
        if (input.length >= 4 && input[0] == 'D') {
            assertThat(fed(input, random)).isEqualTo(asIs);
        }
        SeekTable.read(SeekTableTest.input(input));
    }

    private void count(Result result) {
        if (result.reason() == null) {
            whole++;
        } else {
            failures.merge(result.reason(), 1, Integer::sum);
        }
    }

    /** Reads everything and does with each record what users do. */
    private Result read(byte[] input, ReadOptions options) throws IOException {
        RecordHash hash = RecordHash.create();
        long records = 0;
        try (DbnReader reader = DbnReader.of(new ByteArrayInputStream(input), options)) {
            SymbolCursor symbols = null;
            LiveSymbols live = LiveSymbols.empty();
            if (reader.metadata() != null) {
                MetadataJson.text(reader.metadata());
                assertThat(Metadata.parse(reader.headerBytes()).dataset())
                        .isEqualTo(reader.metadata().dataset());
                symbols = SymbolCursor.of(SymbolResolver.of(reader.metadata()));
            }
            while (reader.next()) {
                records++;
                RecordView record = reader.record();
                json.writeLine(record, OutputStream.nullOutputStream());
                live.see(record);
                DbnRecord.of(record).ifPresent(DbnRecord::toBytes);
                record.toString();
                if (symbols != null) {
                    symbols.symbol(record);
                }
                hash.add(reader.rawRecord());
            }
            return new Result(null, reader.offset() + reader.rawRecord().sizeBytes(), records, hash.finishHex());
        } catch (DbnException e) {
            assertThat(e.recordsBefore()).isEqualTo(records);
            return new Result(e.reason(), e.offset(), records, hash.finishHex());
        }
    }

    /** Feeds the decoder piece by piece, as a socket would. */
    private static Result fed(byte[] input, Random random) {
        RecordHash hash = RecordHash.create();
        DbnDecoder decoder = DbnDecoder.of(ReadOptions.defaults());
        int at = 0;
        long records = 0;
        try {
            while (true) {
                switch (decoder.next()) {
                    case METADATA -> {}
                    case RECORD -> {
                        records++;
                        hash.add(decoder.rawRecord());
                    }
                    case NEED_INPUT -> {
                        int count = Math.min(input.length - at, 1 + random.nextInt(300));
                        if (count == 0) {
                            decoder.endOfInput();
                        } else {
                            decoder.feed(input, at, count);
                            at += count;
                        }
                    }
                    case END -> {
                        return new Result(null, decoder.offset(), records, hash.finishHex());
                    }
                }
            }
        } catch (DbnException e) {
            return new Result(e.reason(), e.offset(), records, hash.finishHex());
        }
    }
}
