package io.tapelake.jobs.night;

import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.model.NewYork;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Made-up minute bars of winter dates, in files cut at UTC midnight: 19:00 to 20:00 in New York lies in the next file. */
final class WinterBars {

    /** A Monday. */
    static final LocalDate FIRST = LocalDate.of(2025, 1, 13);

    private static final List<String> SYMBOLS = List.of("AAA", "BBB", "CCC");
    private static final long DAY_NS = 86_400_000_000_000L;

    private WinterBars() {}

    private record Bar(long startNs, int symbol, long priceNanos, long volume) {}

    /**
     * Writes one file per UTC date, from that of the first trade date on.
     *
     * @param dates trade dates; the file after the last one is not written
     * @param quietEvening trade date without a bar after 19:00; null for none
     */
    static List<Path> write(Path folder, int dates, LocalDate quietEvening) throws IOException {
        Files.createDirectories(folder);
        List<Bar> bars = new ArrayList<>();
        for (int symbol = 0; symbol < SYMBOLS.size(); symbol++) {
            Random random = new Random(symbol);
            long price = 10_000_000_000L * (symbol + 1);
            for (LocalDate date = FIRST; date.isBefore(FIRST.plusDays(dates)); date = date.plusDays(1)) {
                int last = date.equals(quietEvening) ? 19 * 60 : 20 * 60;
                for (int minute = 4 * 60; minute < last; minute += 4) {
                    // Every other day one symbol runs away.
                    boolean runs = date.getDayOfMonth() % SYMBOLS.size() == symbol && minute > 600 && minute < 700;
                    double step = 1 + random.nextGaussian() / 500 + (runs ? 0.01 : 0);
                    price = Math.max(1_000L, Math.round(price / 1_000_000L * step)) * 1_000_000L;
                    long start = NewYork.toEpochNs(date, LocalTime.ofSecondOfDay(60L * minute));
                    bars.add(new Bar(start, symbol, price, runs ? 50_000 : 2_000));
                }
            }
        }
        bars.sort(Comparator.comparingLong(Bar::startNs).thenComparing(Bar::symbol));
        List<Path> files = new ArrayList<>();
        for (int day = 0; day < dates; day++) {
            files.add(file(folder, FIRST.plusDays(day), bars));
        }
        return files;
    }

    private static Path file(Path folder, LocalDate utcDate, List<Bar> bars) throws IOException {
        String text = utcDate.toString().replace("-", "");
        int date = Integer.parseInt(text);
        int next = Integer.parseInt(utcDate.plusDays(1).toString().replace("-", ""));
        List<SymbolMapping> mappings = new ArrayList<>();
        for (int i = 0; i < SYMBOLS.size(); i++) {
            mappings.add(new SymbolMapping(
                    SYMBOLS.get(i), List.of(new SymbolMapping.Interval(date, next, Integer.toString(100 + i)))));
        }
        long startNs = utcDate.toEpochDay() * DAY_NS;
        Metadata metadata = Metadata.of("EQUS.ALL", Schema.OHLCV_1M, startNs, startNs + DAY_NS, mappings);
        Path file = folder.resolve("equs-all-" + text + ".ohlcv-1m.dbn.zst");
        try (DbnWriter writer = DbnWriter.create(file, metadata, WriteOptions.zstd())) {
            for (Bar bar : bars) {
                if (bar.startNs() >= startNs && bar.startNs() < startNs + DAY_NS) {
                    writer.write(record(bar), 0, OhlcvLayout.BYTES);
                }
            }
        }
        return file;
    }

    private static byte[] record(Bar bar) {
        return ByteBuffer.allocate(OhlcvLayout.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put((byte) (OhlcvLayout.BYTES / 4))
                .put((byte) Schema.OHLCV_1M.rtype())
                .putShort((short) 94)
                .putInt(100 + bar.symbol())
                .putLong(bar.startNs())
                .putLong(bar.priceNanos())
                .putLong(bar.priceNanos() + 10_000_000)
                .putLong(bar.priceNanos() - 10_000_000)
                .putLong(bar.priceNanos())
                .putLong(bar.volume())
                .array();
    }
}
