package io.tapelake.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs the benches named on the command line; {@code bin/bench} starts it. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measure. Prints one line per figure: name, value, unit, peer value, ratio, with tabs.")
public final class BenchMain implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "What to measure; --list says what there is.")
    private List<String> names = List.of();

    @Option(names = "--list", description = "Say what each bench measures.")
    private boolean list;

    @Option(names = "--set", paramLabel = "KEY=VALUE", description = "Another size than the default.")
    private Map<String, String> settings = new LinkedHashMap<>();

    @Option(names = "--results", paramLabel = "FILE", description = "Append to this file (default: ${DEFAULT-VALUE}).")
    private Path results = Path.of("bench-results.tsv");

    @Option(names = "--scratch", paramLabel = "DIR", description = "Keep made input here (default: ${DEFAULT-VALUE}).")
    private Path scratch = Path.of("bench-scratch");

    private final List<Bench> benches;
    private final PrintWriter out;
    private final PrintWriter err;

    BenchMain(List<Bench> benches, PrintWriter out, PrintWriter err) {
        this.benches = benches;
        this.out = out;
        this.err = err;
    }

    /** Runs, and ends the process with 0, with 1 when a bench failed, or with 2 when the command line is wrong. */
    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(Benches.all(), args, out, err));
    }

    static int run(List<Bench> benches, String[] args, PrintWriter out, PrintWriter err) {
        return new CommandLine(new BenchMain(benches, out, err))
                .setOut(out)
                .setErr(err)
                .execute(args);
    }

    @Override
    public Integer call() throws IOException {
        if (list || names.isEmpty()) {
            benches.forEach(bench -> out.printf("%-12s %s%n", bench.name(), bench.measures()));
            return 0;
        }
        int exitCode = 0;
        for (String name : names) {
            Optional<Bench> bench =
                    benches.stream().filter(each -> each.name().equals(name)).findFirst();
            if (bench.isEmpty()) {
                err.println("bench: no bench '" + name + "'; there is: "
                        + String.join(", ", benches.stream().map(Bench::name).toList()));
                return 2;
            }
            exitCode = Math.max(exitCode, run(bench.get()));
        }
        return exitCode;
    }

    private int run(Bench bench) throws IOException {
        Results file = new Results(results, Clock.systemUTC());
        Files.createDirectories(scratch);
        try {
            bench.run(new BenchContext(scratch, settings, err), figure -> take(figure, file));
            return 0;
        } catch (Exception e) {
            err.println("bench " + bench.name() + " failed:");
            e.printStackTrace(err);
            return 1;
        }
    }

    private void take(Figure figure, Results file) {
        out.println(figure.line());
        try {
            file.append(figure);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot append to " + results, e);
        }
    }
}
