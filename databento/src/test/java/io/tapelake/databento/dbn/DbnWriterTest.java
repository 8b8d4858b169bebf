package io.tapelake.databento.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.layout.RType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class DbnWriterTest {
    private static DbnWriter writer(int version) throws IOException {
        return DbnWriter.of(new ByteArrayOutputStream(), Samples.metadata(version, false), WriteOptions.raw());
    }

    @Test
    void recordsWhoseLengthIsWrongAreRefused() throws IOException {
        try (DbnWriter writer = writer(3)) {
            byte[] bar = RecordBuffer.of(RType.OHLCV_1S, 3).toByteArray();

            assertThatThrownBy(() -> writer.write(bar, 0, 52)).hasMessageContaining("length byte says 56");
            assertThatThrownBy(() -> writer.write(bar, 0, 8)).hasMessageContaining("8 bytes");
            bar[0] = 13;
            assertThatThrownBy(() -> writer.write(bar, 0, 52)).hasMessageContaining("at least 56");
            assertThat(writer.recordCount()).isZero();
        }
    }

    @Test
    void recordsOfAnotherVersionAreRefused() throws IOException {
        try (DbnWriter writer = writer(3)) {
            RecordView old = RecordView.of(RecordBuffer.of(RType.STATISTICS, 1).toByteArray(), 0, 1, false);

            assertThatThrownBy(() -> writer.write(old))
                    .hasMessageContaining("version 1")
                    .hasMessageContaining("upgrade");
            writer.write(old.upgraded());
            assertThat(writer.recordCount()).isEqualTo(1);
        }
    }

    @Test
    void closingTwiceWritesOnce() throws IOException {
        for (WriteOptions options : List.of(WriteOptions.raw(), WriteOptions.zstd(), WriteOptions.multiFrame(2))) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            DbnWriter writer = DbnWriter.of(out, Samples.metadata(3, false), options);
            writer.close();
            int size = out.size();
            writer.close();
            assertThat(out.size()).isEqualTo(size);
        }
    }

    @Test
    void unknownTypesAreWrittenAsTheyAre() throws IOException {
        byte[] unknown = new byte[20];
        unknown[0] = 5;
        unknown[1] = 0x7F;
        byte[] stream = Samples.stream(Samples.metadata(3, false), List.of(unknown), WriteOptions.zstd());

        assertThat(Samples.read(stream, ReadOptions.defaults())).containsExactly(unknown);
    }

    @Test
    void aHashOfRecordsDoesNotDependOnTheirCompression() throws IOException {
        List<byte[]> records = Samples.everyRecord(1, false, 1);
        String expected = null;
        for (WriteOptions options : List.of(WriteOptions.raw(), WriteOptions.zstd(), WriteOptions.multiFrame(2))) {
            for (boolean upgrade : new boolean[] {false, true}) {
                byte[] stream = Samples.stream(Samples.metadata(1, false), records, options);
                RecordHash hash = RecordHash.create();
                try (DbnReader reader =
                        Samples.reader(stream, ReadOptions.defaults().upgrade(upgrade))) {
                    while (reader.next()) {
                        hash.add(reader.rawRecord());
                    }
                }
                String found = hash.finishHex();
                assertThat(found).isEqualTo(expected == null ? found : expected).hasSize(64);
                expected = found;
            }
        }
    }

    @Test
    void aHashIsTheSha256OfTheBytes() {
        RecordHash hash = RecordHash.create();
        // The well-known hash of nothing.
        assertThat(hash.finishHex()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assertThat(RecordHash.first63Bits(hash.finish())).isEqualTo(0xe3b0c44298fc1c14L >>> 1);
        hash.add(Samples.metadata(3, false));
        assertThat(hash.finishHex()).doesNotStartWith("e3b0c442");
    }
}
