package io.tapelake.jobs.verify;

import io.tapelake.databento.dbn.DbnException;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.ReadOptions;
import io.tapelake.databento.dbn.RecordCheck;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolDay;
import io.tapelake.databento.dbn.SymbolResolver;
import io.tapelake.jobs.csv.CsvBar;
import io.tapelake.jobs.csv.CsvBarName;
import io.tapelake.jobs.csv.CsvBarReader;
import io.tapelake.jobs.csv.CsvFault;
import io.tapelake.jobs.ingest.ContentHash;
import io.tapelake.jobs.ingest.FileRules;
import io.tapelake.jobs.ingest.SourceSchema;
import io.tapelake.model.NewYork;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.unsafe.types.UTF8String;

/** Reads a file through once and hands on its valid records as the rows they should be. Without Spark; one use. */
final class FileRecords {

    private static final long NS_PER_DAY = 86_400_000_000_000L;

    private final ContentHash hash = ContentHash.create();
    private final To to;
    private long records;
    private long unsupported;
    private long rejected;

    private int utcDay = Integer.MIN_VALUE;
    private SymbolDay names;
    private final Map<String, UTF8String> symbols = new HashMap<>();

    /** Takes a valid record. */
    interface To {
        /** @param epochDay its trade date */
        void add(int epochDay, SourceSchema schema, RowHash hash, RowValues row, long index);
    }

    private FileRecords(To to) {
        this.to = to;
    }

    /** Reads a file and sums up what its rows should be. Never throws for what is in it. */
    static FileReading sums(String path, FileRules rules, Configuration hadoop) {
        Map<Integer, ColumnSums> sums = new HashMap<>();
        To add = (day, schema, rowHash, row, index) ->
                sums.computeIfAbsent(day, d -> new ColumnSums(rowHash.length())).add(rowHash.of(row), 0);
        FileRecords file = new FileRecords(add);
        FileReading.State state = FileReading.State.WHOLE;
        String detail = "";
        try {
            file.read(path, rules, hadoop);
        } catch (DbnException e) {
            state = FileReading.State.DAMAGED;
            detail = e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-') + ": " + e.getMessage();
            file.records = Math.max(file.records, e.recordsBefore());
        } catch (CsvFault e) {
            state = FileReading.State.DAMAGED;
            detail = e.code() + ": " + e.getMessage();
        } catch (IOException e) {
            state = FileReading.State.GONE;
            detail = String.valueOf(e.getMessage());
        }
        boolean whole = state == FileReading.State.WHOLE;
        TreeMap<LocalDate, ColumnSums> dates = new TreeMap<>();
        sums.forEach((day, s) -> dates.put(LocalDate.ofEpochDay(day), s));
        return new FileReading(
                path,
                state,
                detail,
                whole ? file.hash.hex() : "",
                file.records,
                file.unsupported,
                file.rejected,
                dates);
    }

    /** Hands on the valid records of a file that was read to its end before. */
    static void each(String path, FileRules rules, Configuration hadoop, To to) {
        try {
            new FileRecords(to).read(path, rules, hadoop);
        } catch (CsvFault e) {
            throw new IllegalStateException("file " + path + " was whole and is not any more", e);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("file " + path + " was there and is not any more", e);
        }
    }

    private void read(String path, FileRules rules, Configuration hadoop) throws IOException, CsvFault {
        Path file = new Path(path);
        if (file.getName().endsWith(".csv")) {
            readBars(path, file.getFileSystem(hadoop).open(file), rules);
            return;
        }
        ReadOptions options = ReadOptions.defaults().upgrade(true);
        if (file.getName().contains(".frag")) {
            options = options.fragment(rules.fragmentVersion(), false);
        }
        try (InputStream in = file.getFileSystem(hadoop).open(file);
                DbnReader reader = DbnReader.of(in, options, path)) {
            Metadata metadata = reader.metadata();
            if (metadata != null) {
                hash.add(metadata);
            }
            Optional<Schema> schema = metadata == null ? Optional.empty() : metadata.schema();
            Optional<SourceSchema> source = schema.flatMap(s -> SourceSchema.named(s.text()));
            if (source.isEmpty()) {
                while (reader.next()) {
                    hash.add(reader.rawRecord());
                    records++;
                }
                unsupported = records;
            } else {
                readAll(reader, metadata, schema.get(), source.get());
            }
        }
    }

    private void readAll(DbnReader reader, Metadata metadata, Schema schema, SourceSchema source) throws IOException {
        SymbolResolver resolver = SymbolResolver.of(metadata);
        RecordValues values = new RecordValues(source.table(), schema, metadata.dataset());
        RowHash rowHash = new RowHash(source.table(), source.key());
        // A daily bar is of its day in UTC; all else is of the day in New York.
        boolean daily = schema == Schema.OHLCV_1D;
        while (reader.next()) {
            hash.add(reader.rawRecord());
            long index = records++;
            RecordView record = reader.record();
            if (record.rtype() != schema.rtype()) {
                unsupported++;
                continue;
            }
            UTF8String symbol = symbol(resolver, record);
            if (RecordCheck.problem(record, symbol != null) != null) {
                rejected++;
                continue;
            }
            int date = daily ? (int) (record.indexTs() / NS_PER_DAY) : NewYork.tradeDate(record.indexTs());
            to.add(date, source, rowHash, values.at(record, date, symbol, index), index);
        }
    }

    private void readBars(String path, InputStream in, FileRules rules) throws IOException, CsvFault {
        CsvBarName name = CsvBarName.of(path).orElseThrow();
        SourceSchema source = SourceSchema.named(name.schema()).orElseThrow();
        RowHash rowHash = new RowHash(source.table(), source.key());
        CsvBarValues values = new CsvBarValues(source.table(), rules.csvDataset(), name.symbol());
        hash.add(rules.csvDataset(), name);
        try (CsvBarReader reader = CsvBarReader.of(in, rules.csvTimeZone())) {
            while (reader.next()) {
                hash.addLine(reader.text());
                long index = records++;
                try {
                    CsvBar bar = reader.bar();
                    int date = NewYork.tradeDate(bar.startNs());
                    to.add(date, source, rowHash, values.at(bar, date), index);
                } catch (CsvFault fault) {
                    if (fault.code().equals(CsvBarReader.TRUNCATED)) {
                        records--;
                        throw fault;
                    }
                    rejected++;
                }
            }
        }
    }

    private UTF8String symbol(SymbolResolver resolver, RecordView record) {
        if (!RecordCheck.isTimeInRange(record.indexTs())) {
            return null;
        }
        int day = (int) (record.indexTs() / NS_PER_DAY);
        if (day != utcDay) {
            utcDay = day;
            LocalDate date = LocalDate.ofEpochDay(day);
            names = resolver.forDate(date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth());
        }
        String name = names.symbol(record.instrumentId());
        return name == null ? null : symbols.computeIfAbsent(name, UTF8String::fromString);
    }
}
