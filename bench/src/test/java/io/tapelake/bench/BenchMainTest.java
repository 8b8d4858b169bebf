package io.tapelake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchMainTest {
    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private record Fixed(String name, Figure... figures) implements Bench {
        @Override
        public String measures() {
            return "fixed figures";
        }

        @Override
        public void run(BenchContext context, Report report) throws IOException {
            for (Figure figure : figures) {
                report.add(figure);
            }
            if (figures.length == 0) {
                throw new IOException("nothing to measure, size " + context.size("rows", 7));
            }
        }
    }

    private final List<Bench> benches = List.of(
            new Fixed("pair", Figure.of("pair.rate", 300, "MB/s", 400), Figure.of("pair.size", 0.012345, "bytes")),
            new Fixed("none"));

    private int run(String... args) {
        String[] all = new String[args.length + 4];
        System.arraycopy(args, 0, all, 0, args.length);
        all[args.length] = "--results";
        all[args.length + 1] = folder.resolve("results.tsv").toString();
        all[args.length + 2] = "--scratch";
        all[args.length + 3] = folder.resolve("scratch").toString();
        return BenchMain.run(benches, all, new PrintWriter(out, true), new PrintWriter(err, true));
    }

    @Test
    void everyFigureIsALineWithItsRatio() {
        assertThat(run("pair")).isZero();
        assertThat(out.toString().lines())
                .containsExactly("pair.rate\t300\tMB/s\t400\t0.7500", "pair.size\t0.01235\tbytes\t\t");
    }

    @Test
    void figuresAreAppendedWithDateCommitAndMachine() throws IOException {
        run("pair");
        run("pair");

        List<String> lines = Files.readAllLines(folder.resolve("results.tsv"));
        assertThat(lines).hasSize(5);
        assertThat(lines.get(0)).startsWith("date\tcommit\tmachine\tname");
        assertThat(lines.get(1)).matches("\\d{4}-\\d\\d-\\d\\dT[^\t]+\t0\\.[^\t]+\t[^\t]+Java[^\t]+\tpair.rate\t.*");
    }

    @Test
    void listSaysWhatEachMeasures() {
        assertThat(run("--list")).isZero();
        assertThat(out.toString()).contains("pair").contains("fixed figures");
    }

    @Test
    void anUnknownNameSaysWhichThereAre() {
        assertThat(run("nope")).isEqualTo(2);
        assertThat(err.toString()).contains("'nope'").contains("pair, none");
    }

    @Test
    void aFailureIsSaidAndTheNextBenchStillRuns() {
        assertThat(run("none", "pair", "--set", "rows=9")).isEqualTo(1);
        assertThat(err.toString()).contains("nothing to measure, size 9");
        assertThat(out.toString()).contains("pair.rate");
    }

    @Test
    void aSizeThatIsNoNumberIsSaid() {
        assertThat(run("none", "--set", "rows=many")).isEqualTo(1);
        assertThat(err.toString()).contains("--set rows=many: must be a whole number above 0");
    }

    @Test
    void namesAreUnique() {
        assertThat(Benches.all()).extracting(Bench::name).isNotEmpty().doesNotHaveDuplicates();
    }
}
