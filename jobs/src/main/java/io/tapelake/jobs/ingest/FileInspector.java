package io.tapelake.jobs.ingest;

import io.tapelake.databento.dbn.DbnException;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.ReadOptions;
import io.tapelake.databento.dbn.RecordCheck;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.SymbolResolver;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RecordLayout;
import io.tapelake.jobs.ingest.Inspection.Header;
import io.tapelake.jobs.ingest.Inspection.Rejected;
import io.tapelake.jobs.ingest.Inspection.Verdict;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a file through once and says what it holds. Nothing is written to a table before this has seen the last byte: a
 * damaged file must not leave half a day behind. Without Spark; memory does not grow with the file.
 */
final class FileInspector {

    /** Records rejected one by one up to here; what comes after is counted by reason. */
    static final int MAX_REJECTED_SINGLY = 10_000;

    /** Reason of a file that cannot be opened or read. */
    static final String UNREADABLE = "unreadable";

    /** Reason of a file without a byte. */
    static final String EMPTY = "empty-file";

    /** Reason of a file that ends within a record or a compressed frame. */
    static final String TRUNCATED = "truncated";

    private final InputFile file;
    private final ReadOptions options;

    private final ContentHash hash = ContentHash.create();
    private final List<Rejected> rejected = new ArrayList<>();
    private final SortedMap<String, Long> beyondBound = new TreeMap<>();
    private final SortedMap<String, Long> warnings = new TreeMap<>();
    private Header header;
    private long records;
    private long unsupported;
    private long firstNs = Long.MAX_VALUE;
    private long lastNs = Long.MIN_VALUE;

    private FileInspector(InputFile file, int fragmentVersion) {
        this.file = file;
        ReadOptions defaults = ReadOptions.defaults().upgrade(true);
        this.options = file.name().contains(".frag") ? defaults.fragment(fragmentVersion, false) : defaults;
    }

    /** An opener of one file; it may fail like any I/O. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /**
     * Inspects a file. Never throws for what is in it; what cannot be opened or read is refused as {@code unreadable}.
     *
     * @param fragmentVersion DBN version of files without metadata
     */
    static Inspection inspect(InputFile file, Opener opener, int fragmentVersion) {
        return new FileInspector(file, fragmentVersion).run(opener);
    }

    private Inspection run(Opener opener) {
        if (file.size() == 0) {
            return refused(EMPTY, "the file has no bytes", 0);
        }
        try (DbnReader reader = DbnReader.of(opener.open(), options, file.path())) {
            Metadata metadata = reader.metadata();
            if (metadata == null) {
                return readUnsupported(reader, "fragment", "a fragment has no symbols; its records cannot be placed");
            }
            header = header(metadata);
            hash.add(metadata);
            Optional<SourceSchema> schema = SourceSchema.named(header.schema());
            if (schema.isEmpty()) {
                return readUnsupported(
                        reader, "unsupported-schema", "schema " + header.schema() + " has no table in the lake");
            }
            return readAll(reader, metadata);
        } catch (DbnException e) {
            records = Math.max(records, e.recordsBefore());
            return refused(code(e), e.getMessage(), e.offset());
        } catch (IOException e) {
            return refused(UNREADABLE, String.valueOf(e.getMessage()), -1);
        }
    }

    private Inspection readAll(DbnReader reader, Metadata metadata) throws IOException {
        checkName(metadata);
        int rtype = metadata.schema().orElseThrow().rtype();
        SymbolResolver resolver = SymbolResolver.of(metadata);
        if (!resolver.problems().isEmpty()) {
            warnings.put("unusable-mapping", (long) resolver.problems().size());
        }
        ShareCounter shares = new ShareCounter(resolver, TradeDateRule.of(header.schema()));
        boolean bars = header.schema().startsWith("ohlcv-");
        RecordView record = reader.record();
        long previousNs = Long.MIN_VALUE;
        while (reader.next()) {
            hash.add(reader.rawRecord());
            long index = records++;
            if (record.rtype() != rtype) {
                unsupported++;
                warnings.merge(
                        RecordLayout.of(record.rtype(), record.version()).isPresent()
                                ? "other-record-type"
                                : "unknown-record-type",
                        1L,
                        Long::sum);
                continue;
            }
            long indexNs = record.indexTs();
            if (!RecordCheck.isTimeInRange(indexNs)) {
                reject(reader, record, index, RecordCheck.problem(record, true), null);
                continue;
            }
            if (indexNs < previousNs) {
                warnings.merge("out-of-order", 1L, Long::sum);
            }
            previousNs = indexNs;
            firstNs = Math.min(firstNs, indexNs);
            lastNs = Math.max(lastNs, indexNs);
            if (indexNs < header.claimStartNs() || indexNs >= header.claimEndNs()) {
                warnings.merge("outside-metadata-range", 1L, Long::sum);
            }
            String symbol = shares.symbol(indexNs, record.instrumentId());
            String problem = RecordCheck.problem(record, symbol != null);
            if (problem != null) {
                reject(reader, record, index, problem, shares.tradeDate());
            } else {
                shares.count(indexNs, symbol);
                if (bars && record.i64(OhlcvLayout.VOLUME) == 0) {
                    warnings.merge("zero-volume", 1L, Long::sum);
                }
            }
        }
        return done(Verdict.TAKE, null, null, -1, shares.shares());
    }

    private Inspection readUnsupported(DbnReader reader, String reason, String detail) throws IOException {
        while (reader.next()) {
            hash.add(reader.rawRecord());
            records++;
        }
        unsupported = records;
        return done(Verdict.UNSUPPORTED, reason, detail, -1, new TreeMap<>());
    }

    private void reject(DbnReader reader, RecordView record, long index, String reason, LocalDate date) {
        if (rejected.size() >= MAX_REJECTED_SINGLY) {
            beyondBound.merge(reason, 1L, Long::sum);
            return;
        }
        String detail = "publisher " + record.publisherId() + ", instrument "
                + Integer.toUnsignedString(record.instrumentId()) + ", ts_event "
                + Long.toUnsignedString(record.tsEvent());
        rejected.add(new Rejected(
                reader.offset(), index, 1, reason, detail, reader.rawRecord().toByteArray(), date));
    }

    private Inspection refused(String reason, String detail, long offset) {
        rejected.clear();
        beyondBound.clear();
        unsupported = 0;
        rejected.add(new Rejected(Math.max(offset, 0), -1, records, reason, detail, null, null));
        return done(Verdict.REFUSE, reason, detail, offset, new TreeMap<>());
    }

    private Inspection done(
            Verdict verdict,
            String reason,
            String detail,
            long offset,
            SortedMap<LocalDate, Inspection.DateShare> dates) {
        beyondBound.forEach((code, count) -> rejected.add(moreOfTheSame(code, count)));
        boolean whole = verdict != Verdict.REFUSE;
        String contentHash = whole ? hash.hex() : null;
        String identity = whole ? contentHash : identity(file);
        return new Inspection(
                file,
                verdict,
                reason,
                detail,
                offset,
                header,
                contentHash,
                ContentHash.fileId(identity),
                records,
                unsupported,
                firstNs,
                lastNs,
                dates,
                List.copyOf(rejected),
                warnings);
    }

    /** Stands for records rejected beyond those listed one by one. */
    static Rejected moreOfTheSame(String code, long count) {
        return new Rejected(
                -1, -1, count, code, "more of the same, beyond the first " + MAX_REJECTED_SINGLY, null, null);
    }

    /** Stands for the content of a file that has none that could be hashed. */
    static String identity(InputFile file) {
        return ContentHash.ofText(file.path() + '\n' + file.size());
    }

    private static Header header(Metadata metadata) {
        List<String> symbols = metadata.symbols().stream().sorted().distinct().toList();
        return new Header(
                metadata.dataset(),
                metadata.schema().map(schema -> schema.text()).orElse("mixed"),
                metadata.version(),
                symbols,
                metadata.startNs(),
                metadata.hasEnd() ? metadata.endNs() : Long.MAX_VALUE);
    }

    private void checkName(Metadata metadata) {
        Optional<FileNameDates> named = FileNameDates.of(file.name());
        if (named.isEmpty() || header.claimEndNs() == Long.MAX_VALUE) {
            return;
        }
        LocalDate first = FileNameDates.utcDate(metadata.startNs());
        LocalDate last = FileNameDates.utcDate(header.claimEndNs() - 1);
        if (first.isAfter(named.get().last()) || last.isBefore(named.get().first())) {
            warnings.put("name-says-other-date", 1L);
        }
    }

    private static String code(DbnException e) {
        return e.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
