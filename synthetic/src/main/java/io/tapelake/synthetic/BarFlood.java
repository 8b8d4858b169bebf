package io.tapelake.synthetic;

import io.tapelake.databento.dbn.DbnWriter;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.WriteOptions;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.LittleEndian;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.model.SessionCalendar;
import io.tapelake.synthetic.WrittenMarket.WrittenFile;
import io.tapelake.synthetic.market.KeyedRandom;
import io.tapelake.synthetic.market.RandomStream;
import io.tapelake.synthetic.market.Tickers;
import io.tapelake.synthetic.market.TradeDay;
import io.tapelake.synthetic.market.Venue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Millions of plausible one-second or one-minute bars, fast: input for benchmarks. Prices walk on the tick grid, volumes are skewed, some
 * symbols trade all the time and some hardly ever; nothing else of a market is in it. One DBN file per trade date, in the
 * form of {@link SyntheticMarket}'s. The same numbers give the same bytes.
 */
public final class BarFlood {
    /** A Monday in summer, so that a session lies within one UTC date. */
    public static final LocalDate FIRST_DATE = LocalDate.of(2025, 6, 2);

    private static final long CENT = 10_000_000L;
    private static final int VOLUMES = 1 << 12;

    private final List<String> symbols;
    private final long seed;
    private final InstrumentIds ids;
    private final int[] volumes = new int[VOLUMES];

    private BarFlood(int symbolCount, long seed) {
        this.symbols = IntStream.range(0, symbolCount).mapToObj(Tickers::of).toList();
        this.seed = seed;
        this.ids = new InstrumentIds(seed, symbolCount);
        KeyedRandom random = KeyedRandom.of(seed, RandomStream.FLOOD);
        for (int i = 0; i < VOLUMES; i++) {
            double lots = random.logNormal(1.2, 1.3);
            volumes[i] = random.chance(0.5) ? 1 + random.below(99) : 100 * (int) Math.max(1, Math.min(5_000, lots));
        }
    }

    /** Writes one-second bars; see the other method. */
    public static List<WrittenFile> write(
            Path folder, long bars, int symbolCount, int days, long seed, Progress progress) throws IOException {
        return write(folder, Schema.OHLCV_1S, bars, symbolCount, days, seed, progress);
    }

    /**
     * Writes bars, one file per trade date from {@link #FIRST_DATE}.
     *
     * @param folder created when missing; files of the same name are replaced
     * @param schema {@link Schema#OHLCV_1S} or {@link Schema#OHLCV_1M}
     * @param bars number of bars of all dates together; the real number differs by about a percent
     * @param symbolCount number of symbols, 1 to {@link Tickers#COUNT}
     * @param days number of trade dates, at least 1
     * @return the files, by date
     * @throws IllegalArgumentException when that many bars cannot fit: a symbol has at most one per second or minute
     */
    public static List<WrittenFile> write(
            Path folder, Schema schema, long bars, int symbolCount, int days, long seed, Progress progress)
            throws IOException {
        int most =
                switch (schema) {
                    case OHLCV_1S -> 40_000;
                    case OHLCV_1M -> 700;
                    default ->
                        throw new IllegalArgumentException(
                                "schema is " + schema.text() + "; allowed are ohlcv-1s and ohlcv-1m");
                };
        long perSymbolDay = bars / Math.max(1, (long) symbolCount * days);
        if (bars < 1 || symbolCount < 1 || symbolCount > Tickers.COUNT || days < 1 || perSymbolDay > most) {
            throw new IllegalArgumentException("bars is " + bars + " with " + symbolCount + " symbols and " + days
                    + " days; allowed are 1 to " + Tickers.COUNT
                    + " symbols, at least 1 day, and at most " + most + " bars per symbol and day");
        }
        Files.createDirectories(folder);
        BarFlood flood = new BarFlood(symbolCount, seed);
        SessionCalendar calendar = SessionCalendar.usEquities();
        List<WrittenFile> files = new ArrayList<>();
        LocalDate date = FIRST_DATE;
        for (int i = 0; i < days; i++) {
            files.add(
                    flood.writeDay(folder, schema, new TradeDay(date, calendar.sessions(date)), bars / (double) days));
            progress.at(i + 1, days);
            date = calendar.nextTradingDay(date);
        }
        return files;
    }

    private WrittenFile writeDay(Path folder, Schema schema, TradeDay day, double bars) throws IOException {
        int step = schema == Schema.OHLCV_1S ? 1 : 60;
        FloodShape shape = FloodShape.of(day, symbols.size(), bars, 60 / step);
        KeyedRandom random = KeyedRandom.of(seed, RandomStream.FLOOD, day.date().toEpochDay());
        long midnightNs = BatchFile.midnightNs(day.date().plusDays(1));
        boolean twoDates = day.sessions().postCloseNs() > midnightNs;
        BatchFile file = new BatchFile(schema, day.date(), twoDates ? day.date().plusDays(1) : day.date());
        Path path = folder.resolve(file.name());
        long[] prices = startPrices();
        byte[] bar = new byte[OhlcvLayout.BYTES];
        bar[HeaderLayout.LENGTH] = OhlcvLayout.BYTES / HeaderLayout.WORD;
        bar[HeaderLayout.RTYPE] = (byte) schema.rtype();
        long written;
        try (DbnWriter writer = DbnWriter.create(path, file.metadata(symbols, ids), WriteOptions.zstd())) {
            for (int second = 0; second < day.seconds(); second += step) {
                long startNs = day.startOfSecondNs(second);
                LocalDate utcDate =
                        startNs < midnightNs ? day.date() : day.date().plusDays(1);
                LittleEndian.putI64(bar, HeaderLayout.TS_EVENT, startNs);
                for (int symbol = 0; symbol < prices.length; symbol++) {
                    if (random.chance(shape.probability(symbol % FloodShape.CLASSES, second / 60))) {
                        LittleEndian.putI32(bar, HeaderLayout.INSTRUMENT_ID, ids.id(symbol, utcDate));
                        prices[symbol] = fill(bar, prices[symbol], random.nextLong());
                        writer.write(bar, 0, bar.length);
                    }
                }
            }
            written = writer.recordCount();
        }
        return new WrittenFile(file.name(), written, Files.size(path), BatchFiles.sha256(path));
    }

    private long[] startPrices() {
        KeyedRandom random = KeyedRandom.of(seed, RandomStream.FLOOD, -1);
        long[] prices = new long[symbols.size()];
        for (int i = 0; i < prices.length; i++) {
            prices[i] = CENT * (long) Math.max(100, random.logNormal(2_000, 1.2));
        }
        return prices;
    }

    /** Fills prices, volume and venue from 64 random bits; returns the close. */
    private long fill(byte[] bar, long lastClose, long bits) {
        long open = Math.max(CENT, lastClose + CENT * (Long.bitCount(bits & 0x3F) - 3));
        long close = Math.max(CENT, open + CENT * (Long.bitCount((bits >>> 6) & 0xF) - 2));
        long high = Math.max(open, close) + CENT * Long.bitCount((bits >>> 10) & (bits >>> 14) & 0xF);
        long low = Math.max(CENT, Math.min(open, close) - CENT * Long.bitCount((bits >>> 18) & (bits >>> 22) & 0xF));
        int venue = (int) Math.min(Venue.ALL.size() - 1L, Long.numberOfTrailingZeros(bits >>> 26));
        LittleEndian.putI16(bar, HeaderLayout.PUBLISHER_ID, Venue.ALL.get(venue).publisher());
        LittleEndian.putI64(bar, OhlcvLayout.OPEN, open);
        LittleEndian.putI64(bar, OhlcvLayout.HIGH, high);
        LittleEndian.putI64(bar, OhlcvLayout.LOW, low);
        LittleEndian.putI64(bar, OhlcvLayout.CLOSE, close);
        LittleEndian.putI64(bar, OhlcvLayout.VOLUME, volumes[(int) (bits >>> 52)]);
        return close;
    }
}
