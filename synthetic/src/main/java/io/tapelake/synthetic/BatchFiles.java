package io.tapelake.synthetic;

import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.synthetic.WrittenMarket.WrittenFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** The DBN files of a batch while they are made: sorts records into files by date, names them, writes their metadata. */
final class BatchFiles {
    private static final String TEMPORARY_PREFIX = ".synthetic-";

    private record Key(LocalDate date, Schema schema) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byDate = date.compareTo(other.date);
            return byDate != 0 ? byDate : schema.compareTo(other.schema);
        }
    }

    private final Path folder;
    private final MarketSpec spec;
    private final SymbolNames names;
    private final InstrumentIds ids;
    private final long memoryBytes;
    private final TreeMap<Key, FileSpool> open = new TreeMap<>();

    BatchFiles(Path folder, MarketSpec spec, SymbolNames names, InstrumentIds ids, long memoryBytes) {
        this.folder = folder;
        this.spec = spec;
        this.names = names;
        this.ids = ids;
        this.memoryBytes = memoryBytes;
    }

    /** Adds the records of one symbol-day. */
    void add(LocalDate tradeDate, Map<Schema, RecordRun> runs) throws IOException {
        for (RecordRun run : runs.values()) {
            int cut = spec.split() == FileSplit.NY_DATE ? run.size() : run.firstNotBefore(midnightAfter(tradeDate));
            add(tradeDate, run, 0, cut);
            // A copy: the evening waits for the next date, and must not keep the whole day in memory until then.
            RecordRun evening = run.copyFrom(cut);
            add(tradeDate.plusDays(1), evening, 0, evening.size());
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
            open.computeIfAbsent(key, k -> new FileSpool(run.form(), temporary(k)))
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

    /** Deletes the temporary files of a batch that failed; finished files stay. */
    void discard() throws IOException {
        try (DirectoryStream<Path> temporaries = Files.newDirectoryStream(folder, TEMPORARY_PREFIX + "*")) {
            for (Path file : temporaries) {
                Files.deleteIfExists(file);
            }
        }
    }

    private WrittenFile write(Key key, FileSpool spool) throws IOException {
        boolean twoDates = spool.lastNs() >= midnightAfter(key.date());
        LocalDate lastDate = twoDates ? key.date().plusDays(1) : key.date();
        BatchFile batchFile = new BatchFile(key.schema(), key.date(), lastDate);
        Path file = folder.resolve(batchFile.name());
        Metadata metadata = batchFile.metadata(spec.symbolsOf(key.schema()), names, ids);
        long records = spool.finish(file, metadata);
        return new WrittenFile(batchFile.name(), records, Files.size(file), sha256(file));
    }

    private Path temporary(Key key) {
        return folder.resolve(TEMPORARY_PREFIX + new BatchFile(key.schema(), key.date(), key.date()).name());
    }

    private static long midnightAfter(LocalDate date) {
        return BatchFile.midnightNs(date.plusDays(1));
    }

    static String sha256(Path file) throws IOException {
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
