package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.DbnDecoder.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DbnDecoderTest {
    private static final ReadOptions SMALL = ReadOptions.defaults().bufferBytes(2040);

    /** Records of one type in a row, as in files, and then of all types. */
    private static List<byte[]> records() {
        List<byte[]> records = new ArrayList<>();
        byte[] bar = RecordBuffer.of(0x20, 3).header(1, 2, 3).toByteArray();
        for (int i = 0; i < 100; i++) {
            records.add(bar.clone());
            records.get(i)[20] = (byte) i;
        }
        records.addAll(Samples.everyRecord(3, false, 1));
        return records;
    }

    private static List<byte[]> feedInPieces(byte[] stream, int pieceBytes) {
        DbnDecoder decoder = DbnDecoder.of(SMALL);
        List<byte[]> found = new ArrayList<>();
        int at = 0;
        boolean metadata = false;
        while (true) {
            switch (decoder.next()) {
                case METADATA -> metadata = true;
                case RECORD -> {
                    assertThat(metadata).isTrue();
                    found.add(decoder.record().toByteArray());
                }
                case NEED_INPUT -> {
                    int count = Math.min(pieceBytes, stream.length - at);
                    decoder.feed(stream, at, count);
                    at += count;
                    if (count == 0) {
                        decoder.endOfInput();
                    }
                }
                case END -> {
                    assertThat(decoder.offset()).isEqualTo(stream.length);
                    assertThat(decoder.next()).isEqualTo(Step.END);
                    return found;
                }
            }
        }
    }

    @Test
    void piecesOfEverySizeGiveTheSameRecords() {
        byte[] stream = Samples.stream(Samples.metadata(3, false), records(), WriteOptions.raw());
        for (int pieceBytes : new int[] {1, 7, 16, 55, 56, 57, 500, 2040, 5000, stream.length}) {
            assertThat(feedInPieces(stream, pieceBytes))
                    .as("pieces of %d bytes", pieceBytes)
                    .usingElementComparator(Arrays::compare)
                    .isEqualTo(records());
        }
    }

    @Test
    void bytesFedBetweenTwoRecordsDoNotDisturbThem() {
        byte[] stream = Samples.stream(Samples.metadata(3, false), records(), WriteOptions.raw());
        DbnDecoder decoder = DbnDecoder.of(SMALL);
        List<byte[]> found = new ArrayList<>();
        int half = stream.length / 2;
        decoder.feed(stream, 0, half);
        assertThat(decoder.next()).isEqualTo(Step.METADATA);
        for (int i = 0; i < 3; i++) {
            assertThat(decoder.next()).isEqualTo(Step.RECORD);
            found.add(decoder.record().toByteArray());
        }
        decoder.feed(stream, half, stream.length - half);
        while (decoder.next() == Step.RECORD) {
            found.add(decoder.record().toByteArray());
        }

        assertThat(found).usingElementComparator(Arrays::compare).isEqualTo(records());
    }

    @Test
    void bytesCanBeWrittenStraightIntoTheBuffer() {
        byte[] stream = Samples.stream(Samples.metadata(3, false), records(), WriteOptions.raw());
        DbnDecoder decoder = DbnDecoder.of(SMALL);
        int at = 0;
        int found = 0;
        while (at < stream.length || decoder.offset() < stream.length) {
            Step step = decoder.next();
            if (step == Step.RECORD) {
                found++;
            } else if (step == Step.NEED_INPUT) {
                int to = decoder.space();
                int count = Math.min(decoder.spaceLength(), stream.length - at);
                System.arraycopy(stream, at, decoder.array(), to, count);
                decoder.filled(count);
                at += count;
            }
        }
        assertThat(found).isEqualTo(records().size());
        assertThatThrownBy(() -> decoder.filled(1_000_000)).hasMessageContaining("1000000 bytes");
    }

    @Test
    void afterTheFirstFailureNothingMoreComes() {
        byte[] stream = Samples.stream(Samples.metadata(3, false), records(), WriteOptions.raw());
        int header = Samples.metadata(3, false).encode().length;
        stream[header + 56] = 0;
        DbnDecoder decoder = DbnDecoder.of(ReadOptions.defaults());
        decoder.feed(stream, 0, stream.length);
        decoder.next();
        decoder.next();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(decoder::next)
                    .hasMessageContaining("claims 0 bytes")
                    .hasMessageContaining("1 whole record)");
        }
    }
}
