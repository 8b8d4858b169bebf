package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files by name, by glob, by folder; each once. */
class FindingFilesTest {
    @TempDir
    Path folder;

    private final SparkSession spark = Sessions.interpreting();

    @BeforeEach
    void makeFiles() throws IOException {
        Files.createDirectories(folder.resolve("2025/03"));
        MadeFile.bars(1).write(folder.resolve("a.dbn"));
        MadeFile.bars(1).write(folder.resolve("b.dbn.zst"));
        MadeFile.bars(1).write(folder.resolve("2025/c.dbn"));
        MadeFile.bars(1).write(folder.resolve("2025/03/d.dbn"));
        MadeFile.bars(1).write(folder.resolve("_hidden.dbn"));
        MadeFile.bars(1).write(folder.resolve("odd name.bin"));
        Files.writeString(folder.resolve("condition.json"), "[]");
        Files.writeString(folder.resolve("symbology.json"), "{}");
    }

    private DataFrameReader dbn() {
        return spark.read().format("dbn");
    }

    private List<String> files(Dataset<Row> rows) {
        return rows.select("_file").collectAsList().stream()
                .map(row -> row.getString(0).replace("file:" + folder + "/", ""))
                .sorted()
                .toList();
    }

    @Test
    void aFolderStandsForItsDbnFiles() {
        assertThat(files(dbn().load(folder.toString()))).containsExactly("a.dbn", "b.dbn.zst");
    }

    @Test
    void aFolderIsSearchedToAnyDepthWhenAsked() {
        assertThat(files(dbn().option("recursive", "true").load(folder.toString())))
                .containsExactly("2025/03/d.dbn", "2025/c.dbn", "a.dbn", "b.dbn.zst");
    }

    @Test
    void globsMatchFilesAndFolders() {
        assertThat(files(dbn().load(folder + "/*.dbn*"))).containsExactly("_hidden.dbn", "a.dbn", "b.dbn.zst");
        assertThat(files(dbn().load(folder + "/20*"))).containsExactly("2025/c.dbn");
        assertThat(files(dbn().load(folder + "/{a,c}.dbn"))).containsExactly("a.dbn");
    }

    @Test
    void aNamedFileIsTakenWhateverItsName() {
        assertThat(files(dbn().load(folder.resolve("odd name.bin").toString()))).containsExactly("odd name.bin");
    }

    @Test
    void aNameMayLookLikeAGlob() {
        MadeFile.bars(1).write(folder.resolve("part[1].dbn"));
        assertThat(files(dbn().load(folder.resolve("part[1].dbn").toString()))).containsExactly("part[1].dbn");
    }

    @Test
    void severalPathsAreReadTogetherAndAFileOnce() {
        assertThat(files(dbn().load(folder.toString(), folder + "/a.dbn", folder + "/2025/*.dbn", "file:" + folder)))
                .containsExactly("2025/c.dbn", "a.dbn", "b.dbn.zst");
    }
}
