package io.tapelake.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import io.tapelake.lake.read.Condition;
import io.tapelake.lake.read.Lake;
import io.tapelake.lake.read.LakeRun;
import io.tapelake.lake.read.RowCursor;
import io.tapelake.lake.read.TableScan;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lake behind a Hadoop file system, known by its settings only. Here, because Hadoop's run time is on this class path. */
class OtherFileSystemTest {

    /** The local disk under another name. */
    public static final class ProbeFileSystem extends RawLocalFileSystem {

        @Override
        public URI getUri() {
            return URI.create("probe:///");
        }

        @Override
        public String getScheme() {
            return "probe";
        }
    }

    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    @TempDir
    Path root;

    private final Configuration settings = new Configuration();

    @BeforeEach
    void write() {
        settings.set("fs.probe.impl", ProbeFileSystem.class.getName());
        TestLake lake = TestLake.in(root);
        lake.add(Tables.BARS_1M, "2025-11-13", TestRows.bars("AAA", DATE.minusDays(1), 5));
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("BBB", DATE, 9));
        lake.publish("one").checkpoint(Tables.BARS_1M);
    }

    @Test
    void itsTablesAreReadLikeLocalOnes() {
        LakeRun run = Lake.open("probe://" + root, settings).latest();
        List<DataFile> files = run.table(Tables.BARS_1M).files();
        assertThat(files).hasSize(2).allSatisfy(file -> assertThat(file.path()).startsWith("probe:"));
        assertThat(count(run.storage(), files)).isEqualTo(14);
    }

    @Test
    void aTaskThatGotFilesAndSettingsReadsThemElsewhere() throws Exception {
        LakeRun run = Lake.open("probe://" + root, settings).latest();
        LakeStorage storage = copy(run.storage());
        DataFile file = copy(run.table(Tables.BARS_1M).files(DATE).get(0));
        assertThat(count(storage, List.of(file))).isEqualTo(9);
    }

    @Test
    void anUnknownSchemeIsAnErrorThatNamesIt() {
        assertThatThrownBy(() ->
                        Lake.open("nowhere://bucket/lake", new Configuration()).latest())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("nowhere://bucket is of no file system known here")
                .hasMessageContaining("s3a://");
    }

    private static long count(LakeStorage storage, List<DataFile> files) {
        long rows = 0;
        try (RowCursor row = TableScan.of(storage, Tables.BARS_1M, files)
                .where(Condition.between("symbol", "AAA", "BBB"))
                .open()) {
            while (row.next()) {
                rows++;
            }
        }
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static <T> T copy(T value) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (T) in.readObject();
        }
    }
}
