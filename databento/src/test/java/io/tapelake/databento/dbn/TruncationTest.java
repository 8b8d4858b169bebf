package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.tapelake.databento.dbn.DbnException.Reason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Streams that are cut at every byte. */
class TruncationTest {
    private record Ending(Reason reason, long offset, long recordsBefore, long delivered) {}

    /** How reading ends; the reason is null when the input passes for whole. */
    private static Ending read(byte[] stream, int length) throws IOException {
        long delivered = 0;
        try (DbnReader reader = Samples.reader(Arrays.copyOf(stream, length), ReadOptions.defaults())) {
            while (reader.next()) {
                delivered++;
            }
            return new Ending(null, reader.offset(), reader.recordCount(), delivered);
        } catch (DbnException e) {
            return new Ending(e.reason(), e.offset(), e.recordsBefore(), delivered);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void rawStreamsCutAnywhereButBetweenRecordsAreTruncated(int version) throws IOException {
        byte[] stream = Samples.stream(version, true, WriteOptions.raw(), version);
        List<Integer> ends = recordEnds(stream);
        for (int length = 0; length < stream.length; length++) {
            Ending ending = read(stream, length);
            int cut = length;
            long whole = ends.stream().skip(1).filter(end -> end <= cut).count();
            assertThat(ending.delivered()).as("cut at %d", length).isEqualTo(whole);
            if (ends.contains(length)) {
                assertThat(ending.reason()).as("cut at %d", length).isNull();
            } else {
                assertThat(ending.reason()).as("cut at %d", length).isEqualTo(Reason.TRUNCATED);
                assertThat(ending.recordsBefore()).isEqualTo(whole);
                boolean inHeader = length < ends.get(0);
                assertThat(ending.offset()).isEqualTo(inHeader ? length : ends.get((int) whole));
            }
        }
    }

    /** The offset of the first record and of the end of each. */
    private static List<Integer> recordEnds(byte[] stream) throws IOException {
        List<Integer> ends = new ArrayList<>();
        try (DbnReader reader = Samples.reader(stream, ReadOptions.defaults())) {
            ends.add(reader.headerBytes().length);
            while (reader.next()) {
                ends.add((int) reader.offset() + reader.record().sizeBytes());
            }
        }
        return ends;
    }

    @Test
    void oneZstdFrameCutAnywhereIsTruncated() throws IOException {
        byte[] stream = Samples.stream(3, false, WriteOptions.zstd(), 1);
        for (int length = 0; length < stream.length; length++) {
            assertThat(read(stream, length).reason()).as("cut at %d", length).isEqualTo(Reason.TRUNCATED);
        }
        assertThat(read(stream, stream.length).reason()).isNull();
    }

    /**
     * All frames are small enough to come in one read, where zstd-jni alone takes a cut second frame for the end. Only a
     * cut between two frames passes for whole.
     */
    @Test
    void manySmallZstdFramesCutInsideOneAreTruncated() throws IOException {
        byte[] stream = Samples.stream(3, false, WriteOptions.multiFrame(2), 1);
        List<Long> frameEnds = new ArrayList<>();
        SeekTable table = table(stream);
        frameEnds.add(table.metadataFrame().orElseThrow().compressedBytes());
        long delivered = 0;
        for (SeekTable.Frame frame : table.frames()) {
            frameEnds.add(frame.compressedOffset() + frame.compressedBytes());
        }
        long markEnd = stream.length - SeekFormat.tableBytes(frameEnds.size() + 1);
        frameEnds.add(markEnd);
        for (int length = 0; length < stream.length; length++) {
            Ending ending = read(stream, length);
            if (frameEnds.contains((long) length)) {
                assertThat(ending.reason()).as("cut at %d", length).isNull();
            } else {
                assertThat(ending.reason()).as("cut at %d", length).isEqualTo(Reason.TRUNCATED);
                assertThat(ending.recordsBefore()).isEqualTo(ending.delivered());
            }
            assertThat(ending.delivered()).isGreaterThanOrEqualTo(delivered);
            delivered = ending.delivered();
        }
    }

    private static SeekTable table(byte[] stream) throws IOException {
        return SeekTable.read(SeekTableTest.input(stream)).orElseThrow();
    }

    @Test
    void recordsBeforeACutInALargeZstdFrameAreAllDelivered() throws IOException {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            records.addAll(Samples.everyRecord(3, false, i));
        }
        byte[] stream = Samples.stream(Samples.metadata(3, false), records, WriteOptions.zstd());
        Ending ending = read(stream, stream.length - 1);

        // Only the checksum is cut: everything before it can be had.
        assertThat(ending).isEqualTo(new Ending(Reason.TRUNCATED, ending.offset(), records.size(), records.size()));
        assertThat(read(stream, stream.length / 2).delivered()).isBetween(1L, (long) records.size() - 1);
    }

    @Test
    void junkAfterTheLastFrameIsAnErrorAfterTheLastRecord() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Samples.stream(3, false, WriteOptions.zstd(), 1));
        out.write("junk".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        Ending ending = read(out.toByteArray(), out.size());

        assertThat(ending.reason()).isEqualTo(Reason.BAD_COMPRESSION);
        assertThat(ending.delivered())
                .isEqualTo(Samples.everyRecord(3, false, 1).size());
    }

    @Test
    void aFailureIsThrownAgainByEveryLaterCall() throws IOException {
        byte[] stream = Samples.stream(3, false, WriteOptions.raw(), 1);
        try (DbnReader reader = Samples.reader(Arrays.copyOf(stream, stream.length - 1), ReadOptions.defaults())) {
            DbnException first = null;
            for (int attempt = 0; attempt < 3; attempt++) {
                try {
                    while (reader.next()) {
                        assertThat(first).isNull();
                    }
                    fail("the cut was not seen");
                } catch (DbnException e) {
                    assertThat(e.reason()).isEqualTo(Reason.TRUNCATED);
                    assertThat(first == null || first.recordsBefore() == e.recordsBefore())
                            .isTrue();
                    first = e;
                }
            }
        }
    }
}
