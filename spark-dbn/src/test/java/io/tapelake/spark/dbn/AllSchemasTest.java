package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordJson;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random records of every schema, every field set, beside what the codec's JSON says of them. */
class AllSchemasTest {
    private static final int RECORDS = 40;
    private static final long NOW_NS = MadeFile.MONDAY_NS + 50_000_000_000_000L;

    @TempDir
    Path folder;

    private final SparkSession spark = Sessions.interpreting();

    @ParameterizedTest
    @EnumSource(Schema.class)
    void everyFieldComesThrough(Schema schema) throws IOException {
        Random random = new Random(schema.id());
        MadeFile file = MadeFile.of(schema);
        List<JsonNode> golden = new ArrayList<>();
        for (int i = 0; i < RECORDS; i++) {
            RecordBuffer record = record(schema, random);
            file.add(record);
            RecordView view = RecordView.of(record.toByteArray(), 0, 3, false);
            golden.add(
                    new ObjectMapper().readTree(RecordJson.create().text(view).orElseThrow()));
        }
        file.write(folder.resolve("f.dbn.zst"));
        List<Row> rows = spark.read()
                .format("dbn")
                .option("mode", "permissive")
                .option("batchRows", 16)
                .load(folder.toString())
                .collectAsList();
        assertThat(rows).hasSize(RECORDS);
        int compared = 0;
        for (int i = 0; i < RECORDS; i++) {
            Row row = rows.get(i);
            for (var expected : GoldenRow.of(golden.get(i)).entrySet()) {
                Object found = row.getAs(expected.getKey());
                assertThat(found instanceof Integer number ? Long.valueOf(number) : found)
                        .as("%s of record %d: %s", expected.getKey(), i, golden.get(i))
                        .isEqualTo(expected.getValue());
                compared++;
            }
        }
        // Header, times and twins apart, a column for each field of the record.
        RecordLayout layout = Columns.layout(schema);
        assertThat(compared / RECORDS)
                .isGreaterThanOrEqualTo(layout.flatFields().size() + 5);
    }

    /** Numbers of all sizes, times of today or undefined, letters that are no digits, texts of one-byte characters. */
    private static RecordBuffer record(Schema schema, Random random) {
        RecordLayout layout = Columns.layout(schema);
        RecordBuffer record = RecordBuffer.of(layout.rtype(), 3)
                .header(random.nextInt(65536), random.nextInt(), NOW_NS + random.nextInt(1_000_000_000));
        for (Field field : layout.flatFields()) {
            int at = field.offset();
            switch (field.type()) {
                case U8, I8 -> record.u8(at, random.nextInt(256));
                case CHAR -> record.u8(at, random.nextInt(8) == 0 ? 0 : 'A' + random.nextInt(58));
                case U16, I16 -> record.i16(at, random.nextInt(65536));
                case U32, I32 -> record.i32(at, random.nextInt());
                case U64, I64 -> record.i64(at, random.nextInt(5) == 0 ? Long.MAX_VALUE : random.nextLong());
                case PRICE -> record.i64(at, price(random));
                case TIMESTAMP -> record.i64(at, random.nextInt(5) == 0 ? -1 : NOW_NS + random.nextInt());
                case TEXT -> record.text(at, field.bytes(), text(random, field.bytes()));
            }
        }
        return random.nextInt(10) > 0 ? record : record.i64(HeaderLayout.TS_EVENT, -1);
    }

    private static long price(Random random) {
        return switch (random.nextInt(6)) {
            case 0 -> Long.MAX_VALUE;
            case 1 -> random.nextLong();
            default -> random.nextLong(2_000_000_000_000L) - 1_000_000_000_000L;
        };
    }

    private static String text(Random random, int most) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            text.append((char) (random.nextInt(9) == 0 ? 0xE0 + random.nextInt(16) : 'A' + random.nextInt(26)));
        }
        return text.toString();
    }
}
