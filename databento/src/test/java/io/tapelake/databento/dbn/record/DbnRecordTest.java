package io.tapelake.databento.dbn.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordJson;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.Undefined;
import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.FieldType;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.RecordLayout;
import io.tapelake.databento.dbn.layout.StatisticsV1Layout;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DbnRecordTest {
    /** A record whose fields are random and whose reserved bytes are zero. */
    private static byte[] random(int rtype, int version, Random random) {
        RecordLayout layout = RecordLayout.of(rtype, version).orElseThrow();
        byte[] bytes = RecordBuffer.of(rtype, version)
                .header(random.nextInt(), random.nextInt(), random.nextLong())
                .toByteArray();
        for (Field field : layout.flatFields()) {
            boolean text = field.type() == FieldType.TEXT;
            int filled = text ? random.nextInt(field.bytes() + 1) : field.bytes();
            for (int i = 0; i < filled; i++) {
                bytes[field.offset() + i] = (byte) (text ? 'A' + random.nextInt(26) : random.nextInt());
            }
        }
        return bytes;
    }

    @Test
    void everyFieldOfEveryTypeSurvives() {
        Random random = new Random(1);
        int types = 0;
        for (int rtype = 0; rtype < 256; rtype++) {
            if (RecordLayout.of(rtype, 3).isEmpty()) {
                continue;
            }
            types++;
            for (int i = 0; i < 50; i++) {
                byte[] bytes = random(rtype, 3, random);
                DbnRecord record =
                        DbnRecord.of(RecordView.of(bytes, 0, 3, false)).orElseThrow();
                assertThat(record.toBytes()).as("rtype %#x", rtype).isEqualTo(bytes);
                assertThat(record)
                        .isEqualTo(DbnRecord.of(RecordView.of(record.toBytes(), 0, 3, false))
                                .orElseThrow());
            }
        }
        assertThat(types).isEqualTo(23);
    }

    @Test
    void recordsOfOldVersionsComeOutAsVersion3() {
        Random random = new Random(2);
        for (int version = 1; version <= 2; version++) {
            for (int rtype = 0; rtype < 256; rtype++) {
                if (RecordLayout.of(rtype, version).isPresent()) {
                    RecordView view = RecordView.of(random(rtype, version, random), 0, version, false);
                    byte[] bytes = DbnRecord.of(view).orElseThrow().toBytes();
                    RecordView newest = RecordView.of(bytes, 0, 3, false);
                    assertThat(json(newest)).isEqualTo(json(view.upgraded()));
                }
            }
        }
    }

    private static String json(RecordView view) {
        return RecordJson.create().text(view).orElseThrow();
    }

    @Test
    void theSendingTimeIsLeftBehind() {
        RecordBuffer buffer = RecordBuffer.of(RType.STATISTICS, 1, true)
                .header(1, 2, 3)
                .i32(StatisticsV1Layout.QUANTITY, Undefined.STAT_QUANTITY_V1)
                .tsOut(4);
        RecordView view = RecordView.of(buffer.toByteArray(), 0, 1, true);

        assertThat(view.upgraded().tsOut()).isEqualTo(4);
        Statistics statistics = (Statistics) DbnRecord.of(view).orElseThrow();
        assertThat(statistics.quantity()).isEqualTo(Undefined.STAT_QUANTITY);
        assertThat(statistics.toBytes()).hasSize(80);
    }

    @Test
    void unknownTypesHaveNoObject() {
        byte[] bytes = new byte[HeaderLayout.BYTES];
        bytes[HeaderLayout.LENGTH] = HeaderLayout.BYTES / HeaderLayout.WORD;
        bytes[HeaderLayout.RTYPE] = 0x7F;

        assertThat(DbnRecord.of(RecordView.of(bytes, 0, 3, false))).isEmpty();
    }

    @Test
    void aBookMustHaveTheLevelsOfItsType() {
        RecordHeader header = new RecordHeader(RType.MBP_10, 1, 1, 0);

        assertThatThrownBy(() -> new Mbp(header, 0, 0, 'A', 'B', 0, 0, 0, 0, 0, List.of()))
                .hasMessageContaining("0 levels")
                .hasMessageContaining("10");
    }
}
