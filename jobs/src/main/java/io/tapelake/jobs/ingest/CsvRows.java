package io.tapelake.jobs.ingest;

import static org.apache.spark.sql.functions.col;

import io.tapelake.jobs.csv.CsvBar;
import io.tapelake.jobs.csv.CsvBarName;
import io.tapelake.jobs.csv.CsvBarReader;
import io.tapelake.jobs.csv.CsvFault;
import io.tapelake.jobs.publish.SparkSchemas;
import io.tapelake.lake.LakeTable;
import io.tapelake.model.NewYork;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** The valid lines of CSV files of bars as rows of their table. */
final class CsvRows {

    /** Publisher of bars that name none. */
    static final int NO_PUBLISHER = 0;

    /** A file for an executor. */
    private record Source(String path, long fileId, FileRules rules) implements Serializable {}

    private CsvRows() {}

    /** As {@link DbnRows#read}. */
    static Dataset<Row> read(
            SparkSession spark,
            LakeTable table,
            List<FileEntry> files,
            List<LocalDate> dates,
            boolean traced,
            FileRules rules) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Broadcast<SerializableConfiguration> hadoop = context.broadcast(
                new SerializableConfiguration(spark.sessionState().newHadoopConf()));
        List<Source> sources = files.stream()
                .map(f -> new Source(f.file().path(), f.fileId(), rules))
                .toList();
        Set<Integer> days = new HashSet<>();
        dates.forEach(date -> days.add((int) date.toEpochDay()));
        StructType columns = SparkSchemas.of(table).add(Settlement.ORDINAL, DataTypes.LongType, false);
        Dataset<Row> rows = spark.createDataFrame(
                context.parallelize(sources, sources.size())
                        .flatMap(source -> rows(source, days, hadoop.value().value())),
                columns);
        return traced
                ? rows
                : rows.select(table.columnNames().stream().map(c -> col(c)).toArray(Column[]::new));
    }

    private static Iterator<Row> rows(Source source, Set<Integer> days, Configuration hadoop) throws IOException {
        Path path = new Path(source.path());
        try {
            CsvBarReader reader = CsvBarReader.of(
                    path.getFileSystem(hadoop).open(path), source.rules().csvTimeZone());
            return new Rows(reader, source, days);
        } catch (CsvFault header) {
            throw new IOException(source.path() + ": " + header.getMessage(), header);
        }
    }

    /** Row by row, so that a file is never held. */
    private static final class Rows implements Iterator<Row> {
        private final CsvBarReader reader;
        private final Source source;
        private final String symbol;
        private final Set<Integer> days;
        private long ordinal = -1;
        private Row row;

        Rows(CsvBarReader reader, Source source, Set<Integer> days) throws IOException {
            this.reader = reader;
            this.source = source;
            this.symbol = CsvBarName.of(source.path()).orElseThrow().symbol();
            this.days = days;
            advance();
        }

        private void advance() throws IOException {
            row = null;
            while (row == null && reader.next()) {
                ordinal++;
                try {
                    CsvBar bar = reader.bar();
                    int day = NewYork.tradeDate(bar.startNs());
                    row = days.contains(day) ? row(bar, day) : null;
                } catch (CsvFault rejected) {
                    // Counted when the file was inspected.
                }
            }
            if (row == null) {
                reader.close();
            }
        }

        private Row row(CsvBar bar, int day) {
            return RowFactory.create(
                    Date.valueOf(LocalDate.ofEpochDay(day)),
                    source.rules().csvDataset(),
                    NO_PUBLISHER,
                    symbol,
                    bar.startNs(),
                    java.sql.Timestamp.from(Instant.ofEpochSecond(0, bar.startNs() / 1_000 * 1_000)),
                    BigDecimal.valueOf(bar.openNanos(), 9),
                    BigDecimal.valueOf(bar.highNanos(), 9),
                    BigDecimal.valueOf(bar.lowNanos(), 9),
                    BigDecimal.valueOf(bar.closeNanos(), 9),
                    bar.volume(),
                    source.fileId(),
                    ordinal);
        }

        @Override
        public boolean hasNext() {
            return row != null;
        }

        @Override
        public Row next() {
            if (row == null) {
                throw new NoSuchElementException();
            }
            Row given = row;
            try {
                advance();
            } catch (IOException e) {
                throw new UncheckedIOException(source.path() + " was readable and is not any more", e);
            }
            return given;
        }
    }
}
