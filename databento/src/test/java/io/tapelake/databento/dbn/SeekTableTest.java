package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.databento.dbn.layout.LittleEndian;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeekTableTest {
    static SeekableInput input(byte[] bytes) {
        return new SeekableInput() {
            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public void readFully(long position, byte[] target, int offset, int length) throws IOException {
                if (position < 0 || position + length > bytes.length) {
                    throw new EOFException();
                }
                System.arraycopy(bytes, (int) position, target, offset, length);
            }
        };
    }

    private final byte[] frames = Samples.stream(3, false, WriteOptions.multiFrame(4), 1);

    @Test
    void everyFrameCanBeReadAlone() throws IOException {
        SeekTable table = SeekTable.read(input(frames)).orElseThrow();
        List<byte[]> expected = Samples.everyRecord(3, false, 1);
        List<byte[]> found = new ArrayList<>();
        for (SeekTable.Frame frame : table.frames()) {
            byte[] part = Arrays.copyOfRange(
                    frames, (int) frame.compressedOffset(), (int) (frame.compressedOffset() + frame.compressedBytes()));
            ReadOptions options = ReadOptions.defaults()
                    .fragment(3, false)
                    .startingAt(frame.uncompressedOffset(), frame.firstRecord());
            try (DbnReader reader = DbnReader.of(new ByteArrayInputStream(part), options)) {
                assertThat(found).hasSize((int) frame.firstRecord());
                while (reader.next()) {
                    found.add(reader.record().toByteArray());
                    assertThat(reader.recordCount()).isEqualTo(found.size());
                }
                assertThat(reader.offset() + reader.record().sizeBytes())
                        .isEqualTo(frame.uncompressedOffset() + frame.uncompressedBytes());
            }
        }
        assertThat(found).usingElementComparator(Arrays::compare).isEqualTo(expected);
        assertThat(table.records()).isEqualTo(expected.size());
    }

    @Test
    void theMetadataHasAFrameOfItsOwn() throws IOException {
        SeekTable.Frame frame =
                SeekTable.read(input(frames)).orElseThrow().metadataFrame().orElseThrow();

        try (DbnReader reader =
                Samples.reader(Arrays.copyOf(frames, (int) frame.compressedBytes()), ReadOptions.defaults())) {
            assertThat(reader.metadata()).isEqualTo(Samples.metadata(3, false));
            assertThat(reader.next()).isFalse();
        }
    }

    @Test
    void ordinaryReadersReadItFromStartToEnd() throws IOException {
        assertThat(Samples.read(frames, ReadOptions.defaults()))
                .usingElementComparator(Arrays::compare)
                .isEqualTo(Samples.everyRecord(3, false, 1));
    }

    @Test
    void aFileWithoutRecordsHasATableWithoutFrames() throws IOException {
        byte[] empty = Samples.stream(Samples.metadata(3, false), List.of(), WriteOptions.multiFrame(4));

        SeekTable table = SeekTable.read(input(empty)).orElseThrow();
        assertThat(table.frames()).isEmpty();
        assertThat(table.metadataFrame()).isPresent();
    }

    @Test
    void theTableIsTheOneOfZstdsSeekableFormat() {
        int end = frames.length;
        int entries = LittleEndian.i32(frames, end - 9);
        int table = end - 9 - entries * 8 - 8;

        assertThat(LittleEndian.i32(frames, end - 4)).isEqualTo(0x8F92EAB1);
        assertThat(frames[end - 5]).isZero();
        assertThat(LittleEndian.i32(frames, table)).isEqualTo(0x184D2A5E);
        assertThat(LittleEndian.i32(frames, table + 4)).isEqualTo(entries * 8 + 9);
        long compressed = 0;
        for (int i = 0; i < entries; i++) {
            compressed += LittleEndian.u32(frames, table + 8 + i * 8);
        }
        assertThat(compressed).isEqualTo(table);
    }

    @Test
    void filesWithoutATableHaveNone(@TempDir Path folder) throws IOException {
        for (WriteOptions options : List.of(WriteOptions.raw(), WriteOptions.zstd())) {
            Path file = Files.write(folder.resolve("file"), Samples.stream(3, false, options, 1));
            assertThat(SeekTable.read(file)).isEmpty();
        }
        assertThat(SeekTable.read(Files.write(folder.resolve("file"), new byte[3])))
                .isEmpty();
    }

    @Test
    void aTableThatNoLongerFitsTheFileIsIgnored() throws IOException {
        byte[] longer = new byte[frames.length + 5];
        System.arraycopy(frames, 0, longer, 5, frames.length);
        assertThat(SeekTable.read(input(longer))).isEmpty();

        int mark = frames.length
                - SeekFormat.tableBytes(LittleEndian.i32(frames, frames.length - 9))
                - SeekFormat.markBytes(LittleEndian.i32(frames, frames.length - 9) - 1);
        for (int at = mark; at < mark + 16; at++) {
            byte[] damaged = frames.clone();
            damaged[at] ^= 1;
            assertThat(SeekTable.read(input(damaged)))
                    .as("byte %d of the mark", at - mark)
                    .isEqualTo(Optional.empty());
        }
    }

    @Test
    void noDamageToTheEndOfTheFileGivesAnythingButATableOrNone() throws IOException {
        java.util.Random random = new java.util.Random(5);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = frames.clone();
            for (int k = 0; k <= random.nextInt(3); k++) {
                damaged[damaged.length - 1 - random.nextInt(120)] = (byte) random.nextInt();
            }
            SeekTable.read(input(damaged));
        }
    }
}
