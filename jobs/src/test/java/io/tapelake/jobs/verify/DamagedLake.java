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
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Does to the newest run of a lake what must never happen to it. */
final class DamagedLake {

    private final TestLake lake;
    private final Set<LakeTable> changed = new LinkedHashSet<>();

    DamagedLake(TestLake lake) {
        this.lake = lake;
    }

    /** Changes a table with a statement, {@code TABLE} in it. The newest run names the result after {@link #publish}. */
    DamagedLake sql(LakeTable table, String statement) {
        TestSpark.session().sql(statement.replace("TABLE", name(table)));
        if (!table.equals(Tables.RUNS)) {
            changed.add(table);
        }
        return this;
    }

    /** Makes the newest run name what the statements made. */
    DamagedLake publish() {
        Map<String, Long> newest = new TreeMap<>();
        for (LakeTable table : changed) {
            newest.put(
                    table.name(),
                    TestSpark.session()
                            .sql("DESCRIBE HISTORY " + name(table) + " LIMIT 1")
                            .first()
                            .getAs("version"));
        }
        changed.clear();
        return versions(newest);
    }

    /** Makes the newest run name a version of a table. */
    DamagedLake version(LakeTable table, long version) {
        return versions(Map.of(table.name(), version));
    }

    private DamagedLake versions(Map<String, Long> versions) {
        String id = lake.run().id();
        String cases = versions.entrySet().stream()
                .map(v -> " WHEN '" + v.getKey() + "' THEN " + v.getValue() + "L")
                .collect(Collectors.joining());
        TestSpark.session()
                .sql("UPDATE " + name(Tables.RUNS) + " SET table_versions = map_from_entries(transform("
                        + "map_entries(table_versions), e -> struct(e.key, CASE e.key" + cases
                        + " ELSE e.value END))) WHERE run_id = '" + id + "'");
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
