package io.tapelake.jobs.verify;

import io.tapelake.jobs.TestLake;
import io.tapelake.jobs.TestSpark;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.Tables;
import io.tapelake.lake.files.DataFile;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.spark.sql.Row;

/** Does to the newest run of a lake what must never happen to it. */
final class DamagedLake {

    private final TestLake lake;

    DamagedLake(TestLake lake) {
        this.lake = lake;
    }

    /** Changes a table with a statement, {@code TABLE} in it, and makes the newest run name the result. */
    DamagedLake sql(LakeTable table, String statement) {
        TestSpark.session().sql(statement.replace("TABLE", name(table)));
        if (table.equals(Tables.RUNS)) {
            return this;
        }
        Row newest = TestSpark.session()
                .sql("DESCRIBE HISTORY " + name(table) + " LIMIT 1")
                .first();
        return version(table, newest.<Long>getAs("version"));
    }

    /** Makes the newest run name a version of a table. */
    DamagedLake version(LakeTable table, long version) {
        String id = lake.run().id();
        TestSpark.session()
                .sql("UPDATE " + name(Tables.RUNS) + " SET table_versions = map_from_entries(transform("
                        + "map_entries(table_versions), e -> struct(e.key, IF(e.key = '" + table.name() + "', "
                        + version
                        + "L, e.value)))) WHERE run_id = '" + id + "'");
        return this;
    }

    Path fileOf(LakeTable table, LocalDate date) {
        DataFile file = lake.run().table(table).files(date).get(0);
        return Path.of(file.path().replaceFirst("^file:/*", "/"));
    }

    DamagedLake delete(LakeTable table, LocalDate date) throws IOException {
        Files.delete(fileOf(table, date));
        return this;
    }

    DamagedLake truncate(LakeTable table, LocalDate date) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(fileOf(table, date).toFile(), "rw")) {
            file.setLength(file.length() - 100);
        }
        return this;
    }

    /** Other bytes in the middle, as many as before. */
    DamagedLake corrupt(LakeTable table, LocalDate date) throws IOException {
        Path path = fileOf(table, date);
        byte[] bytes = Files.readAllBytes(path);
        for (int i = 4; i < bytes.length / 2; i++) {
            bytes[i] ^= (byte) 0xA5;
        }
        Files.write(path, bytes);
        // Hadoop's own checksums of local files would tell it before anything of ours could.
        Files.deleteIfExists(path.resolveSibling("." + path.getFileName() + ".crc"));
        return this;
    }

    private String name(LakeTable table) {
        return "delta.`" + lake.root().resolve(table.name()) + "`";
    }
}
