package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.databento.dbn.WriteOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file read in parts gives what it gives in one piece. */
class PartitionTest {
    @TempDir
    Path folder;

    private final SparkSession spark = Sessions.interpreting();

    private Dataset<Row> read(String file, long splitBytes) {
        return spark.read().format("dbn").option("splitBytes", splitBytes).load(file);
    }

    private static List<String> rows(Dataset<Row> rows) {
        return rows.selectExpr("*", "_record_index", "_offset").orderBy("_record_index").collectAsList().stream()
                .map(Row::toString)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 56 * 100, 56 * 101, 56 * 350, 56 * 1000, 56 * 5000})
    void groupsOfFramesGiveEveryRowOnceWithItsPlaceInTheFile(long splitBytes) {
        MadeFile made = MadeFile.bars(1003);
        String whole = made.write(folder.resolve("whole.dbn"));
        Path parted = folder.resolve("parted.dbn.zst");
        made.write(parted, WriteOptions.multiFrame(100));
        Dataset<Row> parts = read(parted.toString(), splitBytes);
        int framesOfAGroup = (int) Math.min(11, Math.max(1, (splitBytes + 5599) / 5600));
        assertThat(parts.javaRDD().getNumPartitions()).isEqualTo((11 + framesOfAGroup - 1) / framesOfAGroup);
        assertThat(rows(parts)).hasSize(1003).isEqualTo(rows(read(whole, splitBytes)));
        assertThat(parts.where("symbol = 'MSFT'").count()).isEqualTo(501);
    }

    @Test
    void ordinaryFilesAreOnePartition() {
        for (String name : List.of("raw.dbn", "one-frame.dbn.zst")) {
            String file = MadeFile.bars(5000).write(folder.resolve(name));
            assertThat(read(file, 1).javaRDD().getNumPartitions()).isEqualTo(1);
        }
    }

    @Test
    void aFileWithoutRecordsHasNoRows() {
        Path empty = folder.resolve("empty.dbn.zst");
        MadeFile.bars(0).write(empty, WriteOptions.multiFrame(10));
        assertThat(read(empty.toString(), 1).count()).isZero();
        assertThat(read(MadeFile.bars(0).write(folder.resolve("empty.dbn")), 1).count())
                .isZero();
    }

    @Test
    void aDamagedFrameFailsItsPartitionNamingFileAndRecords() throws IOException {
        Path file = folder.resolve("bars.dbn.zst");
        MadeFile.bars(1000).write(file, WriteOptions.multiFrame(100));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file.toString(), 1).count()).hasStackTraceContaining(file.toString());
        assertThatThrownBy(() -> read(file.toString(), Long.MAX_VALUE).count())
                .hasStackTraceContaining(file.toString());
    }

    /** The counts are in the last but one skippable frame, four bytes for each frame after a word of eight. */
    @Test
    void aSeekTableThatMiscountsIsAnError() throws IOException {
        Path file = folder.resolve("bars.dbn.zst");
        MadeFile.bars(1000).write(file, WriteOptions.multiFrame(100));
        byte[] bytes = Files.readAllBytes(file);
        int mark = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("TAPEDBN1");
        assertThat(bytes[mark + 8 + 4])
                .as("records of the first frame after the metadata")
                .isEqualTo((byte) 100);
        bytes[mark + 8 + 4] = 99;
        Files.write(file, bytes);
        assertThatThrownBy(() -> read(file.toString(), 1).count())
                .hasStackTraceContaining(file + ": the seek table claims 99 records")
                .hasStackTraceContaining("but there are 100");
    }
}
