package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.luben.zstd.Zstd;
import io.tapelake.databento.dbn.DbnException.Reason;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DbnReaderTest {
    private static void assertSame(List<byte[]> found, List<byte[]> expected) {
        assertThat(found).usingElementComparator(Arrays::compare).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"1,false", "1,true", "2,false", "2,true", "3,false", "3,true"})
    void everyRecordOfEveryVersionIsReadBackFromEveryForm(int version, boolean tsOut) throws IOException {
        List<byte[]> records = Samples.everyRecord(version, tsOut, version);
        for (WriteOptions options : List.of(
                WriteOptions.raw(),
                WriteOptions.zstd(),
                WriteOptions.zstd().level(19),
                WriteOptions.multiFrame(1),
                WriteOptions.multiFrame(1000))) {
            byte[] stream = Samples.stream(Samples.metadata(version, tsOut), records, options);
            assertSame(Samples.read(stream, ReadOptions.defaults()), records);
            assertSame(Samples.read(stream, ReadOptions.defaults().bufferBytes(2040)), records);
            try (DbnReader reader = Samples.reader(stream, ReadOptions.defaults())) {
                assertThat(reader.metadata()).isEqualTo(Samples.metadata(version, tsOut));
            }
        }
    }

    @Test
    void offsetsAndCountsAreThoseOfTheUncompressedStream() throws IOException {
        byte[] raw = Samples.stream(3, false, WriteOptions.raw(), 1);
        try (DbnReader reader =
                Samples.reader(Samples.stream(3, false, WriteOptions.zstd(), 1), ReadOptions.defaults())) {
            long count = 0;
            while (reader.next()) {
                byte[] record = reader.record().toByteArray();
                int at = (int) reader.offset();
                assertThat(Arrays.copyOfRange(raw, at, at + record.length)).isEqualTo(record);
                assertThat(reader.recordCount()).isEqualTo(++count);
            }
        }
    }

    @Test
    void recordsSplitOverZstdFramesAreJoined() throws IOException {
        byte[] raw = Samples.stream(3, true, WriteOptions.raw(), 1);
        ByteArrayOutputStream frames = new ByteArrayOutputStream();
        for (int at = 0; at < raw.length; at += 37) {
            frames.write(Zstd.compress(Arrays.copyOfRange(raw, at, Math.min(raw.length, at + 37))));
            frames.write(skippable("between"));
            frames.write(Zstd.compress(new byte[0]));
        }
        assertSame(Samples.read(frames.toByteArray(), ReadOptions.defaults()), Samples.everyRecord(3, true, 1));
    }

    @Test
    void aSkippableFrameMayComeFirst() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(skippable("hello"));
        stream.write(Samples.stream(3, false, WriteOptions.zstd(), 1));

        assertSame(Samples.read(stream.toByteArray(), ReadOptions.defaults()), Samples.everyRecord(3, false, 1));
    }

    @Test
    void dbzIsRefusedWithTheWayOut() throws IOException {
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        stream.write(skippable("DBZ\1GLBX.MDP3"));
        stream.write(Zstd.compress(new byte[100]));

        assertThatThrownBy(() -> Samples.reader(stream.toByteArray(), ReadOptions.defaults()))
                .isInstanceOfSatisfying(
                        DbnException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LEGACY_DBZ))
                .hasMessageContaining("command line tool");
    }

    private static byte[] skippable(String content) {
        byte[] text = content.getBytes(StandardCharsets.ISO_8859_1);
        byte[] frame = new byte[8 + text.length];
        LittleEndian.putI32(frame, 0, 0x184D2A50);
        LittleEndian.putI32(frame, 4, text.length);
        System.arraycopy(text, 0, frame, 8, text.length);
        return frame;
    }

    @Test
    void aStreamThatGivesOneByteAtATimeIsReadAllTheSame() throws IOException {
        for (WriteOptions options : List.of(WriteOptions.raw(), WriteOptions.zstd(), WriteOptions.multiFrame(2))) {
            byte[] stream = Samples.stream(2, false, options, 1);
            List<byte[]> found = new ArrayList<>();
            try (DbnReader reader = DbnReader.of(oneByteAtATime(stream), ReadOptions.defaults())) {
                while (reader.next()) {
                    found.add(reader.record().toByteArray());
                }
            }
            assertSame(found, Samples.everyRecord(2, false, 1));
        }
    }

    private static InputStream oneByteAtATime(byte[] bytes) {
        List<InputStream> parts = new ArrayList<>();
        for (byte b : bytes) {
            parts.add(new ByteArrayInputStream(new byte[] {b}));
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    @Test
    void metadataLargerThanTheBufferIsRead() throws IOException {
        List<SymbolMapping> mappings = new ArrayList<>();
        for (int i = 0; i < 5000; i++) {
            mappings.add(new SymbolMapping(
                    "S" + i, List.of(new SymbolMapping.Interval(20240102, 20240103, Integer.toString(i)))));
        }
        Metadata metadata = Metadata.of("XNAS.ITCH", Schema.TRADES, 0, 1, mappings);
        List<byte[]> records = Samples.everyRecord(3, false, 1);
        for (WriteOptions options : List.of(WriteOptions.raw(), WriteOptions.zstd())) {
            byte[] stream = Samples.stream(metadata, records, options);
            try (DbnReader reader =
                    Samples.reader(stream, ReadOptions.defaults().bufferBytes(2040))) {
                assertThat(reader.metadata()).isEqualTo(metadata);
            }
            assertSame(Samples.read(stream, ReadOptions.defaults().bufferBytes(2040)), records);
        }
    }

    @Test
    void metadataBeyondTheLimitIsRefusedBeforeItIsRead() {
        byte[] stream = Samples.stream(3, false, WriteOptions.raw(), 1);

        assertThatThrownBy(() -> Samples.reader(stream, ReadOptions.defaults().maxMetadataBytes(200)))
                .isInstanceOfSatisfying(
                        DbnException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BAD_METADATA))
                .hasMessageContaining("200 are refused");
    }

    /** A claim of 256 MB costs nothing until the bytes come; here they never do. */
    @Test
    void aClaimedMetadataLengthAloneTakesNoMemory() {
        byte[] stream = Arrays.copyOf(Samples.stream(3, false, WriteOptions.raw(), 1), 4096);
        LittleEndian.putI32(stream, 4, (int) Runtime.getRuntime().maxMemory() & 0x7FFFFFF0);
        ReadOptions options = ReadOptions.defaults().maxMetadataBytes(Integer.MAX_VALUE);

        assertThatThrownBy(() -> Samples.reader(stream, options))
                .isInstanceOfSatisfying(
                        DbnException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED));
    }

    @Test
    void headerBytesAreExactEvenWhenNoEncoderWouldWriteThem() throws IOException {
        byte[] stream = Samples.stream(3, false, WriteOptions.raw(), 1);
        int headerBytes;
        try (DbnReader reader = Samples.reader(stream, ReadOptions.defaults())) {
            headerBytes = reader.headerBytes().length;
        }
        byte[] odd = new byte[stream.length + 5];
        System.arraycopy(stream, 0, odd, 0, headerBytes);
        Arrays.fill(odd, headerBytes, headerBytes + 5, (byte) 0xAB);
        System.arraycopy(stream, headerBytes, odd, headerBytes + 5, stream.length - headerBytes);
        LittleEndian.putI32(odd, 4, headerBytes + 5 - 8);
        odd[8 + 60] = 1; // a reserved byte

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DbnReader reader = Samples.reader(odd, ReadOptions.defaults());
                DbnWriter writer = DbnWriter.copying(out, reader.headerBytes(), WriteOptions.raw())) {
            while (reader.next()) {
                writer.write(reader.record());
            }
        }
        assertThat(out.toByteArray()).isEqualTo(odd);
    }

    @Test
    void aFragmentIsReadWithItsVersionGiven() throws IOException {
        List<byte[]> records = Samples.everyRecord(2, true, 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DbnWriter writer = DbnWriter.fragment(out, 2, true, WriteOptions.zstd())) {
            for (byte[] record : records) {
                writer.write(record, 0, record.length);
            }
        }
        ReadOptions options = ReadOptions.defaults().fragment(2, true);

        assertSame(Samples.read(out.toByteArray(), options), records);
        assertThat(Samples.reader(out.toByteArray(), options).metadata()).isNull();
        assertThat(Samples.read(new byte[0], options)).isEmpty();
    }

    @Test
    void aWholeStreamIsNotAFragment() {
        assertThatThrownBy(() -> Samples.read(
                        Samples.stream(3, false, WriteOptions.raw(), 1),
                        ReadOptions.defaults().fragment(3, false)))
                .isInstanceOfSatisfying(
                        DbnException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_A_FRAGMENT));
    }

    @Test
    void failuresNameTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("not.dbn"), "something else");

        assertThatThrownBy(() -> DbnReader.open(file))
                .isInstanceOfSatisfying(
                        DbnException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_DBN))
                .hasMessageContaining(file.toString());
    }

    @Test
    void aFailingStreamIsAnIoExceptionNotADbnException() {
        byte[] half = Arrays.copyOf(Samples.stream(3, false, WriteOptions.zstd(), 1), 100);
        InputStream failing = new SequenceInputStream(new ByteArrayInputStream(half), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the line is down");
            }
        });

        assertThatThrownBy(() -> DbnReader.of(failing, ReadOptions.defaults()))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the line is down");
    }

    @Test
    void zstdThatExpandsForEverIsReadInTheBufferAlone() throws IOException {
        byte[] header = Samples.metadata(3, false).encode();
        byte[] zeros = new byte[16 * 1024 * 1024];
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        bomb.write(Zstd.compress(header));
        byte[] frame = Zstd.compress(zeros);
        for (int i = 0; i < 64; i++) {
            bomb.write(frame);
        }
        try (DbnReader reader = Samples.reader(bomb.toByteArray(), ReadOptions.defaults())) {
            assertThatThrownBy(reader::next).isInstanceOfSatisfying(DbnException.class, e -> assertThat(e.reason())
                    .isEqualTo(Reason.BAD_RECORD));
        }
    }

    @Test
    void theViewIsTheSameObjectAndShowsTheCurrentRecord() throws IOException {
        try (DbnReader reader =
                Samples.reader(Samples.stream(1, false, WriteOptions.raw(), 1), ReadOptions.defaults())) {
            RecordView view = reader.record();
            for (byte[] expected : Samples.everyRecord(1, false, 1)) {
                assertThat(reader.next()).isTrue();
                assertThat(reader.record()).isSameAs(view);
                assertThat(view.toByteArray()).isEqualTo(expected);
                assertThat(view.version()).isEqualTo(1);
            }
            assertThat(reader.next()).isFalse();
            assertThat(reader.next()).isFalse();
        }
    }
}
