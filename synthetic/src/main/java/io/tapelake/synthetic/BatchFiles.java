package io.tapelake.synthetic;

import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.UtcDate;
import io.tapelake.model.NewYork;
import io.tapelake.synthetic.WrittenMarket.WrittenFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** The DBN files of a batch while they are made: sorts records into files by date, names them, writes their metadata. */
final class BatchFiles {
    static final String DATASET = "EQUS.ALL";
    private static final long NS_PER_DAY = 86_400_000_000_000L;

    private record Key(LocalDate date, Schema schema) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDate = date.compareTo(other.date);
            return byDate != 0 ? byDate : schema.compareTo(other.schema);
        }
    }

    private final Path folder;
    private final MarketSpec spec;
    private final List<String> symbols;
    private final InstrumentIds ids;
    private final long memoryBytes;
    private final TreeMap<Key, FileSpool> open = new TreeMap<>();

    BatchFiles(Path folder, MarketSpec spec, List<String> symbols, InstrumentIds ids, long memoryBytes) {
        this.folder = folder;
        this.spec = spec;
        this.symbols = symbols;
        this.ids = ids;
        this.memoryBytes = memoryBytes;
    }

    /** Adds the records of one symbol-day. */
    void add(LocalDate tradeDate, Map<Schema, RecordRun> runs) throws IOException {
        for (RecordRun run : runs.values()) {
            int cut = spec.split() == FileSplit.NY_DATE ? run.size() : run.firstNotBefore(midnightNs(tradeDate, 1));
            add(tradeDate, run, 0, cut);
            add(tradeDate.plusDays(1), run, cut, run.size());
        }
        long held = open.values().stream().mapToLong(FileSpool::heldBytes).sum();
        if (held > memoryBytes) {
            for (FileSpool spool : open.values()) {
                if (spool.heldBytes() > memoryBytes / 16) {
                    spool.spill();
                }
            }
        }
    }

    private void add(LocalDate date, RecordRun run, int from, int to) {
        if (from < to) {
            Key key = new Key(date, run.form().schema());
            open.computeIfAbsent(key, k -> new FileSpool(run.form(), folder.resolve("." + fileName(k, date))))
                    .add(run, from, to);
        }
    }

    /** The work of writing every file that gets no more records once the next trade date is {@code nextDate}. */
    List<Callable<WrittenFile>> completeBefore(LocalDate nextDate) {
        List<Callable<WrittenFile>> work = new ArrayList<>();
        while (!open.isEmpty() && open.firstKey().date().isBefore(nextDate)) {
            Map.Entry<Key, FileSpool> complete = open.pollFirstEntry();
            work.add(() -> write(complete.getKey(), complete.getValue()));
        }
        return work;
    }

    /** Deletes the temporary files of a batch that failed. */
    void discard() {
        try {
            for (FileSpool spool : open.values()) {
                spool.discard();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete the temporary files in " + folder, e);
        }
    }

    private WrittenFile write(Key key, FileSpool spool) throws IOException {
        long nextMidnightNs = midnightNs(key.date(), 1);
        boolean twoDates = spool.lastNs() >= nextMidnightNs;
        LocalDate lastDate = twoDates ? key.date().plusDays(1) : key.date();
        long startNs = twoDates ? NewYork.startOfDayNs(key.date()) : midnightNs(key.date(), 0);
        long endNs = twoDates ? NewYork.startOfDayNs(lastDate) : nextMidnightNs;
        Path file = folder.resolve(fileName(key, lastDate));
        Metadata metadata = Metadata.of(DATASET, key.schema(), startNs, endNs, mappings(key, lastDate));
        long records;
        try {
            records = spool.finish(file, metadata);
        } catch (IOException | RuntimeException e) {
            spool.discard();
            throw e;
        }
        return new WrittenFile(file.getFileName().toString(), records, Files.size(file), sha256(file));
    }

    private List<SymbolMapping> mappings(Key key, LocalDate lastDate) {
        List<SymbolMapping> mappings = new ArrayList<>();
        for (int index = 0; index < spec.symbolsOf(key.schema()); index++) {
            List<SymbolMapping.Interval> intervals = new ArrayList<>();
            for (LocalDate date = key.date(); !date.isAfter(lastDate); date = date.plusDays(1)) {
                intervals.add(new SymbolMapping.Interval(
                        UtcDate.of(date), UtcDate.of(date.plusDays(1)), Integer.toString(ids.id(index, date))));
            }
            mappings.add(new SymbolMapping(symbols.get(index), intervals));
        }
        return mappings;
    }

    private static String fileName(Key key, LocalDate lastDate) {
        String first = key.date().format(DateTimeFormatter.BASIC_ISO_DATE);
        String range =
                key.date().equals(lastDate) ? first : first + "-" + lastDate.format(DateTimeFormatter.BASIC_ISO_DATE);
        return "equs-all-" + range + "." + key.schema().text() + ".dbn.zst";
    }

    static long midnightNs(LocalDate date, int daysLater) {
        return date.plusDays(daysLater).atStartOfDay(ZoneOffset.UTC).toEpochSecond() * (NS_PER_DAY / 86_400);
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256", e);
        }
    }
}
