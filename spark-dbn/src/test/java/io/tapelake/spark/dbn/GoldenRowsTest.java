package io.tapelake.spark.dbn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

/** Every official file through Spark, value by value beside what the official decoder wrote about it. */
class GoldenRowsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<Integer, String> SCHEMAS = Map.ofEntries(
            Map.entry(0x00, "trades"),
            Map.entry(0x01, "mbp-1"),
            Map.entry(0x0A, "mbp-10"),
            Map.entry(0x11, "ohlcv-1s"),
            Map.entry(0x12, "status"),
            Map.entry(0x13, "definition"),
            Map.entry(0x14, "imbalance"),
            Map.entry(0x18, "statistics"),
            Map.entry(0x20, "ohlcv-1s"),
            Map.entry(0x21, "ohlcv-1m"),
            Map.entry(0x22, "ohlcv-1h"),
            Map.entry(0x23, "ohlcv-1d"),
            Map.entry(0xA0, "mbo"),
            Map.entry(0xB1, "cmbp-1"),
            Map.entry(0xC0, "cbbo-1s"),
            Map.entry(0xC1, "cbbo-1m"),
            Map.entry(0xC2, "tcbbo"),
            Map.entry(0xC3, "bbo-1s"),
            Map.entry(0xC4, "bbo-1m"));

    private final Set<String> schemasSeen = new HashSet<>();
    private int files;
    private long rows;

    @Test
    void everyOfficialFileHasTheValuesOfTheOfficialDecoder() throws IOException {
        Path root = ReferenceFiles.folder("dbn-official");
        SparkSession spark = Sessions.interpreting();
        for (String line : Files.readAllLines(root.resolve("golden/index.jsonl"))) {
            JsonNode entry = JSON.readTree(line);
            if (!entry.get("file").textValue().contains(".dbz")) {
                check(spark, root, entry);
            }
        }
        System.out.println(
                files + " official files, " + rows + " rows equal the official decoder, schemas " + schemasSeen);
        assertThat(files).isGreaterThan(150);
        assertThat(schemasSeen)
                .contains(
                        "mbo",
                        "trades",
                        "mbp-1",
                        "mbp-10",
                        "definition",
                        "status",
                        "imbalance",
                        "statistics",
                        "bbo-1s",
                        "cbbo-1s",
                        "cmbp-1",
                        "ohlcv-1s",
                        "ohlcv-1d");
    }

    @Test
    void theOddButSoundFilesHaveTheValuesOfTheOfficialDecoder() throws IOException {
        Path root = ReferenceFiles.folder("dbn-official");
        SparkSession spark = Sessions.interpreting();
        for (String name : List.of(
                "undef-prices.dbn",
                "ts-out-v3-ohlcv.dbn",
                "ts-out-v1-definition.dbn",
                "ts-out-v2-definition.dbn",
                "ts-out-v1-statistics.dbn",
                "v1-statistics-undef-qty.dbn",
                "record-unknown-rtype.dbn",
                "record-len-16.dbn",
                "record-ohlcv-deprecated.dbn",
                "zstd-multiframe-split-record.dbn.zst",
                "zstd-skippable-middle.dbn.zst",
                "raw-named-zst.dbn.zst",
                "zstd-magic-named-dbn.dbn",
                "cstr-len-100.dbn",
                "v3-pad-extra.dbn",
                "metadata-only.dbn")) {
            check(spark, root, JSON.createObjectNode().put("file", "derived/" + name));
        }
        assertThat(files).isEqualTo(16);
    }

    private void check(SparkSession spark, Path root, JsonNode entry) throws IOException {
        String file = entry.get("file").textValue();
        Map<String, List<JsonNode>> bySchema = new TreeMap<>();
        for (JsonNode json : golden(root, file)) {
            String schema = SCHEMAS.get(json.get("hd").get("rtype").intValue());
            if (schema != null) {
                bySchema.computeIfAbsent(schema, same -> new ArrayList<>()).add(json);
            }
        }
        DataFrameReader reader = spark.read().format("dbn").option("mode", "permissive");
        if (entry.has("fragment_version_assumed")) {
            reader.option(
                    "fragmentVersion", entry.get("fragment_version_assumed").intValue());
        }
        boolean mixed = file.contains("LIVE");
        if (mixed || entry.has("fragment_version_assumed")) {
            for (String schema : bySchema.keySet()) {
                compare(
                        file,
                        reader.option("schema", schema).load(path(root, file)).collectAsList(),
                        bySchema.get(schema));
                schemasSeen.add(schema);
            }
        } else {
            List<JsonNode> all =
                    bySchema.values().stream().flatMap(List::stream).toList();
            List<Row> found = reader.load(path(root, file)).collectAsList();
            schemasSeen.addAll(bySchema.keySet());
            compare(file, found, all);
        }
        files++;
    }

    private static String path(Path root, String file) {
        return root.resolve(file).toString();
    }

    private static List<JsonNode> golden(Path root, String file) throws IOException {
        Path upgraded = root.resolve("golden/" + file + ".v3.jsonl");
        Path asIs = root.resolve("golden/" + file + ".asis.jsonl");
        List<JsonNode> records = new ArrayList<>();
        Path present = Files.exists(upgraded) ? upgraded : asIs;
        if (Files.exists(present)) {
            for (String line : Files.readAllLines(present)) {
                records.add(JSON.readTree(line));
            }
        }
        return records;
    }

    private void compare(String file, List<Row> found, List<JsonNode> golden) {
        assertThat(found).as(file).hasSameSizeAs(golden);
        for (int i = 0; i < found.size(); i++) {
            Row row = found.get(i);
            GoldenRow.of(golden.get(i)).forEach((name, value) -> assertThat(plain(row.getAs(name)))
                    .as("%s: column %s of %s", file, name, row)
                    .isEqualTo(value));
            rows++;
        }
    }

    private static Object plain(Object value) {
        return value instanceof Integer number ? Long.valueOf(number) : value;
    }
}
