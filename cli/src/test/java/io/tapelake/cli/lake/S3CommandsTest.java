package io.tapelake.cli.lake;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.cli.ExitCode;
import io.tapelake.cli.Main;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.S3Server;
import io.tapelake.lake.Tables;
import io.tapelake.lake.TestLake;
import io.tapelake.lake.TestRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands without Spark on a lake behind an S3 server, whose settings stand in a configuration file. */
class S3CommandsTest {

    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);

    private static Path folder;
    private static S3Server server;

    private record Outcome(int exitCode, String out, String err) {}

    @BeforeAll
    static void start(@TempDir Path temporary) throws IOException {
        folder = temporary;
        Path local = folder.resolve("local");
        TestLake lake = TestLake.in(local);
        lake.add(Tables.BARS_1M, "2025-11-13", TestRows.bars("AAA", DATE.minusDays(1), 3));
        lake.add(Tables.BARS_1M, "2025-11-14", TestRows.bars("BBB", DATE, 4));
        lake.add(Tables.DAY_INDEX, "2025-11", List.of(indexed(Tables.DAY_INDEX)));
        lake.add(Tables.RESET_POINTS, "2025-11", List.of(indexed(Tables.RESET_POINTS)));
        lake.publish("one");
        server = S3Server.start(folder);
        server.createBucket("commands");
        upload(local, "s3a://commands/lake");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void aTableIsReadAndNothingStaysBehind() throws IOException {
        List<Path> before = copies();

        Outcome all = run("s3a://commands/lake", server.endpoint(), "table", "bars_1m", "--columns", "symbol,volume");
        Outcome some = run(
                "s3a://commands/lake",
                server.endpoint(),
                "table",
                "bars_1m",
                "--where",
                "symbol = 'BBB'",
                "--columns",
                "volume");

        assertThat(all.err()).isEmpty();
        assertThat(all.out().lines()).hasSize(8).contains("AAA,100", "BBB,103");
        assertThat(some.out().lines()).containsExactly("volume", "100", "101", "102", "103");
        assertThat(copies()).isEqualTo(before);
    }

    @Test
    void withALimitOnlyTheFilesThatHaveTheRowsAreCopied() throws IOException {
        int before = server.requests().size();

        Outcome few = run(
                "s3a://commands/lake", server.endpoint(), "table", "bars_1m", "--limit", "2", "--columns", "symbol");

        assertThat(few.out().lines()).containsExactly("symbol", "AAA", "AAA");
        assertThat(server.requests().stream().skip(before))
                .filteredOn(request -> request.startsWith("GET /commands/lake/bars_1m/trade_date"))
                .hasSize(1);
    }

    @Test
    void theIndexIsAskedAndItsFilesAreNamed() throws IOException {
        Outcome days = run("s3a://commands/lake", server.endpoint(), "days", "--min", "movement=0.3");
        Outcome resets = run("s3a://commands/lake", server.endpoint(), "resets", "--min", "setup_quality=0.3");
        Outcome stats = run("s3a://commands/lake", server.endpoint(), "stats");
        Outcome files = run("s3a://commands/lake", server.endpoint(), "files", "day_index");

        assertThat(days.err()).isEmpty();
        assertThat(days.out()).contains("AAA");
        assertThat(resets.out()).contains("AAA");
        assertThat(stats.out()).startsWith("1 days of 1 symbols");
        assertThat(files.out().lines())
                .singleElement()
                .asString()
                .startsWith("s3a://commands/lake/day_index/trade_month=2025-11/");
    }

    private static Map<String, Object> indexed(LakeTable table) {
        Map<String, Object> row = new HashMap<>(Map.of("trade_date", DATE, "symbol", "AAA", "selected", true));
        row.keySet().retainAll(table.columnNames());
        row.put(table.equals(Tables.DAY_INDEX) ? "movement" : "setup_quality", 0.5);
        return TestRows.complete(table, row);
    }

    @Test
    void aMistakeIsOneLineAndNotAnEmptyLake() throws IOException {
        Outcome bucket = run("s3a://comands/lake", server.endpoint(), "table", "bars_1m");
        Outcome address = run("s3a://commands/lake", "http://127.0.0.1:1", "runs", "list");
        Outcome path = run("s3a://commands/elsewhere", server.endpoint(), "table", "bars_1m");

        assertThat(bucket.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(bucket.err().lines()).singleElement().asString().contains("no s3a://comands", server.endpoint());
        assertThat(address.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(address.err().lines()).singleElement().asString().contains("cannot reach http://127.0.0.1:1");
        assertThat(path.exitCode()).isEqualTo(ExitCode.MISSING_INPUT);
        assertThat(path.err()).contains("no published run in the lake at s3a://commands/elsewhere");
    }

    private static Outcome run(String lake, String endpoint, String... command) throws IOException {
        Path config = Files.writeString(
                folder.resolve("s3.conf"),
                server.settings().entrySet().stream()
                        .map(each -> "\"spark.hadoop." + each.getKey() + "\" = \""
                                + (each.getKey().equals("fs.s3a.endpoint") ? endpoint : each.getValue()) + "\"")
                        .collect(Collectors.joining("\n", "spark.conf {\n", "\n}\n")));
        List<String> words = new java.util.ArrayList<>(List.of(command));
        words.addAll(List.of("--lake", lake, "--config", config.toString()));
        if (command[0].equals("table")) {
            words.addAll(List.of("--format", "csv"));
        }
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.run(words.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
        return new Outcome(code, out.toString(), err.toString());
    }

    private static List<Path> copies() throws IOException {
        try (Stream<Path> all = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return all.filter(each -> each.getFileName().toString().startsWith("tapelake-table"))
                    .sorted()
                    .toList();
        }
    }

    private static void upload(Path from, String to) throws IOException {
        Configuration settings = new Configuration();
        server.settings().forEach(settings::set);
        try (FileSystem s3 = FileSystem.newInstance(URI.create(to), settings);
                Stream<Path> all = Files.walk(from)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                s3.copyFromLocalFile(
                        new org.apache.hadoop.fs.Path(each.toUri()),
                        new org.apache.hadoop.fs.Path(to + "/" + from.relativize(each)));
            }
        }
    }
}
