package io.tapelake.cli.dbn;

import io.tapelake.cli.CommandException;
import io.tapelake.cli.ExitCode;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.WriteOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code tapelake dbn convert}: writes the records of a file anew. The new file appears under its name when it is whole,
 * and not at all when the old one is damaged. Without an upgrade the uncompressed bytes stay exactly the same.
 */
@Command(name = "convert", description = "Re-encode a file: raw or zstd, upgraded, in frames that can be read alone.")
final class ConvertCommand implements Callable<Integer> {
    private static final int DEFAULT_FRAME_RECORDS = 100_000;

    @Parameters(index = "0", paramLabel = "IN", description = "A DBN file, raw or zstd; - is standard input.")
    private Path in;

    @Parameters(index = "1", paramLabel = "OUT", description = "The file to be written; replaced if it is there.")
    private Path out;

    @ArgGroup
    private Form form = new Form();

    /** Raw or zstd; by the name of the new file when neither is given. */
    static final class Form {
        @Option(names = "--raw", description = "Write without compression (default unless OUT ends in .zst).")
        private boolean raw;

        @Option(names = "--zstd", description = "Write zstd (default if OUT ends in .zst).")
        private boolean zstd;
    }

    @Option(
            names = "--multi-frame",
            description = "Write zstd in frames of whole records with a seek table, so that parts can be read alone.")
    private boolean multiFrame;

    @Option(
            names = "--frame-records",
            paramLabel = "N",
            description = "Records per frame with --multi-frame (default: ${DEFAULT-VALUE}).")
    private int frameRecords = DEFAULT_FRAME_RECORDS;

    @Option(names = "--level", paramLabel = "L", description = "The zstd level, 1 to 22 (default: ${DEFAULT-VALUE}).")
    private int level = 3;

    @Mixin
    private Upgrade upgrade;

    @Mixin
    private FragmentOptions fragment;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        WriteOptions options = writeOptions();
        long records;
        try (DbnReader reader = fragment.open(in, upgrade.asked());
                NewFile file = NewFile.at(out)) {
            records = copy(reader, file.stream(), options);
            file.publish();
        }
        spec.commandLine().getOut().println(out + ": " + records + " records");
        return ExitCode.OK;
    }

    private long copy(DbnReader reader, OutputStream stream, WriteOptions options) throws IOException {
        try (DbnWriter writer = writer(reader, stream, options)) {
            RecordView record = reader.record();
            while (reader.next()) {
                writer.write(record);
            }
            return writer.recordCount();
        }
    }

    private DbnWriter writer(DbnReader reader, OutputStream stream, WriteOptions options) throws IOException {
        if (fragment.given()) {
            int version = upgrade.asked() ? 3 : fragment.version();
            return DbnWriter.fragment(stream, version, fragment.tsOut(), options);
        }
        boolean changed = reader.record().version() != reader.rawRecord().version();
        return changed
                ? DbnWriter.of(stream, reader.metadata(), options)
                : DbnWriter.copying(stream, reader.headerBytes(), options);
    }

    private WriteOptions writeOptions() {
        if (level < 1 || level > 22) {
            throw CommandException.usage("--level is " + level + "; allowed are 1 to 22");
        }
        if (frameRecords < 1) {
            throw CommandException.usage("--frame-records is " + frameRecords + "; it must be at least 1");
        }
        if (multiFrame) {
            if (form.raw) {
                throw CommandException.usage("--multi-frame is zstd and cannot be combined with --raw");
            }
            return WriteOptions.multiFrame(frameRecords).level(level);
        }
        boolean zstd = form.zstd || (!form.raw && out.toString().endsWith(".zst"));
        return zstd ? WriteOptions.zstd().level(level) : WriteOptions.raw();
    }
}
