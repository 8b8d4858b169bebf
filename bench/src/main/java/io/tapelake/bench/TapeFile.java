package io.tapelake.bench;

import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * A tape on disk, raw and as zstd, kept between runs. The peer has copies of its own: who comes second to a file finds it in
 * the processor's caches, and was seen to be a quarter faster for that alone.
 *
 * @param raw the uncompressed file
 * @param zstd the same records in one zstd frame
 * @param rawOfPeer a copy of the one
 * @param zstdOfPeer a copy of the other
 * @param records how many there are
 * @param recordBytes the bytes of all of them, uncompressed
 * @param sum of every field of every record, as it was when they were written
 */
record TapeFile(Path raw, Path zstd, Path rawOfPeer, Path zstdOfPeer, long records, long recordBytes, long sum) {
    /** Makes the files, unless they are there. */
    static TapeFile of(Tape tape, Path folder, long bytes) throws IOException {
        long records = (bytes + tape.recordBytes() - 1) / tape.recordBytes();
        String name = tape.schema().text() + "-" + records;
        TapeFile file = new TapeFile(
                folder.resolve(name + ".dbn"),
                folder.resolve(name + ".dbn.zst"),
                folder.resolve(name + ".peer.dbn"),
                folder.resolve(name + ".peer.dbn.zst"),
                records,
                records * tape.recordBytes(),
                0);
        Path sum = folder.resolve(name + ".sum");
        if (!Files.exists(sum) || !file.isThere()) {
            Files.writeString(sum, Long.toString(file.write(tape)));
        }
        return file.withSum(Long.parseLong(Files.readString(sum)));
    }

    private boolean isThere() {
        return Stream.of(raw, zstd, rawOfPeer, zstdOfPeer).allMatch(Files::exists);
    }

    private TapeFile withSum(long newSum) {
        return new TapeFile(raw, zstd, rawOfPeer, zstdOfPeer, records, recordBytes, newSum);
    }

    private long write(Tape tape) throws IOException {
        long total = 0;
        RecordBuffer record = tape.buffer();
        try (DbnWriter rawWriter = DbnWriter.create(raw, tape.metadata(), WriteOptions.raw());
                DbnWriter zstdWriter = DbnWriter.create(zstd, tape.metadata(), WriteOptions.zstd())) {
            for (long i = 0; i < records; i++) {
                total += tape.fill(record);
                rawWriter.write(record);
                zstdWriter.write(record);
            }
        }
        Files.copy(raw, rawOfPeer, StandardCopyOption.REPLACE_EXISTING);
        Files.copy(zstd, zstdOfPeer, StandardCopyOption.REPLACE_EXISTING);
        return total;
    }
}
