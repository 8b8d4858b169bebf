package io.tapelake.cli.dbn;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.RecordJson;
import io.tapelake.databento.dbn.RecordView;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code tapelake dbn cat}: one line of JSON per record, as the vendor's own tool prints it. Records of types without a
 * name are left out and counted on standard error. A damaged file gives its whole records and then the error.
 */
@Command(name = "cat", description = "Print the records of a file as JSON, one per line.")
final class CatCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "A DBN file, raw or zstd; - is standard input.")
    private Path file;

    @Option(names = "--limit", paramLabel = "N", description = "Print no more than N records.")
    private long limit = Long.MAX_VALUE;

    @Option(
            names = "--symbol",
            paramLabel = "S",
            description = "Print only records of this symbol, as the file's mappings resolve it on each UTC day.")
    private String symbol;

    @Mixin
    private Upgrade upgrade;

    @Mixin
    private FragmentOptions fragment;

    @Spec
    private CommandSpec spec;

    private final TreeMap<Integer, Long> leftOut = new TreeMap<>();

    @Override
    public Integer call() throws IOException {
        if (limit < 0) {
            throw CommandException.usage("--limit is " + limit + "; it must not be negative");
        }
        PrintWriter out = spec.commandLine().getOut();
        LineOutput lines = new LineOutput(out);
        try (DbnReader reader = fragment.open(file, upgrade.asked())) {
            print(reader, SymbolFilter.of(reader.metadata(), symbol), lines);
        } finally {
            lines.handOver();
            out.flush();
        }
        leftOut.forEach((rtype, count) ->
                spec.commandLine().getErr().printf("left out: %d records of the unknown rtype 0x%02X%n", count, rtype));
        return ExitCode.OK;
    }

    private void print(DbnReader reader, SymbolFilter filter, LineOutput lines) throws IOException {
        RecordJson json = RecordJson.create();
        RecordView record = reader.record();
        long printed = 0;
        while (printed < limit && reader.next()) {
            if (!filter.takes(record)) {
                continue;
            }
            if (!json.writeLine(record, lines)) {
                leftOut.merge(record.rtype(), 1L, Long::sum);
                continue;
            }
            printed++;
            if (!lines.endOfLine()) {
                return;
            }
        }
    }
}
