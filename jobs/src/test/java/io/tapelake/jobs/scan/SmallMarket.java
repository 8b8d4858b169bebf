package io.tapelake.jobs.scan;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolDay;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.SymbolResolver;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.jobs.TestLake;
import io.tapelake.synthetic.MarketSpec;
import io.tapelake.synthetic.Progress;
import io.tapelake.synthetic.SyntheticMarket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A made-up market of minute bars, one file per trade date, and a lake that looks back three days only. */
public final class SmallMarket {

    static final int SYMBOLS = 10;
    static final int DAYS = 9;

    /** A Tuesday in summer, so that a session lies within one UTC date; the month ends within. */
    private static final LocalDate FROM = LocalDate.of(2025, 7, 24);

    private final List<Path> files;

    private SmallMarket(List<Path> files) {
        this.files = files;
    }

    public static SmallMarket write(Path folder) throws IOException {
        return write(folder, SYMBOLS, DAYS);
    }

    /** A market of another size. */
    public static SmallMarket write(Path folder, int symbols, int days) throws IOException {
        return write(folder, spec(symbols, days));
    }

    /** The market of a size; a symbol-day does not depend on it. */
    static MarketSpec spec(int symbols, int days) {
        return MarketSpec.of(symbols, days, 20)
                .withFrom(FROM)
                .withSchemas(List.of(Schema.OHLCV_1M))
                .withActivity(0.2)
                .withEventRate(5);
    }

    static SmallMarket write(Path folder, MarketSpec spec) throws IOException {
        SyntheticMarket.of(spec).write(folder, Progress.NONE);
        try (Stream<Path> all = Files.list(folder)) {
            return new SmallMarket(all.filter(file -> file.toString().endsWith(".dbn.zst"))
                    .sorted()
                    .toList());
        }
    }

    /** The files, by date. */
    public List<Path> files() {
        return files;
    }

    /** A lake in which every fifth day or so is a momentum day. */
    public static TestLake lake(Path root, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "scan.lookback-days=3",
                "scan.rvol-min-days=2",
                "scan.momentum.movement-min=0.06",
                "scan.momentum.movement-alone=0.12",
                "scan.momentum.mixed-movement-min=0.04",
                "scan.momentum.mixed-rvol-min=1",
                "scan.momentum.dollar-volume-min=1000"));
        settings.addAll(List.of(more));
        return TestLake.in(root, settings.toArray(String[]::new));
    }

    /** The files of the first dates, cut by symbol. */
    List<Path> bySymbol(Path folder, int dates) throws IOException {
        List<Path> cut = new ArrayList<>();
        for (Path file : files.subList(0, dates)) {
            try (DbnReader reader = DbnReader.open(file)) {
                for (SymbolMapping mapping : reader.metadata().mappings()) {
                    cut.add(one(file, mapping, folder));
                }
            }
        }
        return cut;
    }

    /** The symbol of a file that was cut by symbol. */
    static String symbolOf(Path file) {
        String name = file.getFileName().toString().replace(".dbn.zst", "");
        return name.substring(name.indexOf(".ohlcv-1m.") + ".ohlcv-1m.".length());
    }

    private static Path one(Path file, SymbolMapping mapping, Path folder) throws IOException {
        Path target = folder.resolve(file.getFileName().toString().replace(".dbn", "." + mapping.rawSymbol() + ".dbn"));
        Files.createDirectories(folder);
        try (DbnReader reader = DbnReader.open(file)) {
            Metadata all = reader.metadata();
            Metadata own = Metadata.of(
                    all.dataset(), all.schema().orElseThrow(), all.startNs(), all.endNs(), List.of(mapping));
            SymbolDay names = SymbolResolver.of(all).forDate(dateOf(file));
            try (DbnWriter writer = DbnWriter.create(target, own, WriteOptions.zstd())) {
                while (reader.next()) {
                    RecordView record = reader.record();
                    if (mapping.rawSymbol().equals(names.symbol(record.instrumentId()))) {
                        writer.write(record);
                    }
                }
            }
        }
        return target;
    }

    private static int dateOf(Path file) {
        return Integer.parseInt(file.getFileName().toString().replaceAll("^[^0-9]*([0-9]{8}).*$", "$1"));
    }
}
