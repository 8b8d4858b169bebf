package io.tapelake.bench;

import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A tape on disk, raw and as zstd, kept between runs.
 *
 * @param raw the uncompressed file
 * @param zstd the same records in one zstd frame
 * @param records how many there are
 * @param recordBytes the bytes of all of them, uncompressed
 * @param sum of every field of every record, as it was when they were written
 */
record TapeFile(Path raw, Path zstd, long records, long recordBytes, long sum) {
    /** Makes the files, unless they are there. */
    static TapeFile of(Tape tape, Path folder, long bytes) throws IOException {
        long records = (bytes + tape.recordBytes() - 1) / tape.recordBytes();
        String name = tape.schema().text() + "-" + records;
        Path raw = folder.resolve(name + ".dbn");
        Path zstd = folder.resolve(name + ".dbn.zst");
        Path sumFile = folder.resolve(name + ".sum");
        if (!Files.exists(sumFile) || !Files.exists(raw) || !Files.exists(zstd)) {
            Files.writeString(sumFile, Long.toString(write(tape, raw, zstd, records)));
        }
        long sum = Long.parseLong(Files.readString(sumFile));
        return new TapeFile(raw, zstd, records, records * tape.recordBytes(), sum);
    }

    private static long write(Tape tape, Path raw, Path zstd, long records) throws IOException {
        long sum = 0;
        RecordBuffer record = tape.buffer();
        try (DbnWriter rawWriter = DbnWriter.create(raw, tape.metadata(), WriteOptions.raw());
                DbnWriter zstdWriter = DbnWriter.create(zstd, tape.metadata(), WriteOptions.zstd())) {
            for (long i = 0; i < records; i++) {
                sum += tape.fill(record);
                rawWriter.write(record);
                zstdWriter.write(record);
            }
        }
        return sum;
    }
}
