package io.tapelake.synthetic;

import io.tapelake.databento.dbn.Schema;
import io.tapelake.model.SessionCalendar;
import io.tapelake.synthetic.market.MarketModel;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A made-up market with known ground truth, as files.
 *
 * <pre>
 * SyntheticMarket.of(MarketSpec.of(40, 25, 7)).write(folder, Progress.NONE);
 * </pre>
 *
 * Immutable and thread-safe.
 */
public final class SyntheticMarket {
    private static final int MEMORY_SHARE = 8;

    private final MarketSpec spec;
    private final MarketModel model;

    private SyntheticMarket(MarketSpec spec, MarketModel model) {
        this.spec = spec;
        this.model = model;
    }

    /** The market of a specification, on the calendar of the US equity exchanges. */
    public static SyntheticMarket of(MarketSpec spec) {
        MarketModel model = MarketModel.of(
                spec.seed(),
                spec.symbols(),
                spec.from(),
                spec.days(),
                SessionCalendar.usEquities(),
                spec.activity(),
                spec.eventRate());
        return new SyntheticMarket(spec, model);
    }

    /** The specification. */
    public MarketSpec spec() {
        return spec;
    }

    /** The market itself, for those who want symbol-days without files. */
    public MarketModel model() {
        return model;
    }

    /** What happens to its securities; nothing unless the specification says so. */
    public SecurityEvents securityEvents() {
        return SecurityEvents.of(spec, model.symbols(), model.days());
    }

    /**
     * Writes the DBN files, {@code ground-truth.jsonl}, {@code condition.json}, {@code symbology.json}, {@code
     * manifest.json} and {@code metadata.json}, and the reference files of a market with security events. Uses every processor; memory does not grow with the number of dates.
     *
     * @param folder created when missing
     * @throws IOException when writing fails, or when the folder holds anything; it then stays as it was
     */
    public WrittenMarket write(Path folder, Progress progress) throws IOException {
        return write(
                folder,
                progress,
                Runtime.getRuntime().availableProcessors(),
                Runtime.getRuntime().maxMemory() / MEMORY_SHARE);
    }

    WrittenMarket write(Path folder, Progress progress, int threads, long memoryBytes) throws IOException {
        Files.createDirectories(folder);
        requireEmpty(folder);
        InstrumentIds ids = new InstrumentIds(spec.seed(), spec.symbols());
        BatchFiles files = new BatchFiles(folder, spec, securityEvents(), ids, memoryBytes);
        return new MarketWriter(folder, spec, model, securityEvents(), ids, files, progress).write(threads);
    }

    private static void requireEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            if (entries.iterator().hasNext()) {
                throw new IOException("folder " + folder + " is not empty; a made-up market is written to an empty or"
                        + " new folder only, so that files of two markets never mix");
            }
        }
    }

    /** The schemas of a symbol, in the order of the specification. */
    static List<Schema> schemasOf(MarketSpec spec, int symbolIndex) {
        return spec.schemas().stream()
                .filter(schema -> symbolIndex < spec.symbolsOf(schema))
                .toList();
    }
}
