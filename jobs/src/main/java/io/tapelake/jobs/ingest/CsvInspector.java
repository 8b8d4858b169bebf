package io.tapelake.jobs.ingest;

import io.tapelake.jobs.csv.CsvBar;
import io.tapelake.jobs.csv.CsvBarName;
import io.tapelake.jobs.csv.CsvBarReader;
import io.tapelake.jobs.csv.CsvFault;
import io.tapelake.jobs.ingest.Inspection.DateShare;
import io.tapelake.jobs.ingest.Inspection.Header;
import io.tapelake.jobs.ingest.Inspection.Rejected;
import io.tapelake.jobs.ingest.Inspection.Verdict;
import io.tapelake.model.NewYork;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads a CSV file of bars through once and says what it holds, as {@link FileInspector} does with DBN: a line is a record,
 * the place of the file is its metadata, and it claims the time from its first bar to the end of its last. Without Spark.
 */
final class CsvInspector {

    /** Stands where the DBN version of a file does. */
    static final int NO_VERSION = 0;

    private final InputFile file;
    private final CsvBarName name;
    private final FileRules rules;
    private final List<Rejected> rejected = new ArrayList<>();
    private final SortedMap<String, Long> beyondBound = new TreeMap<>();
    private final SortedMap<String, Long> warnings = new TreeMap<>();
    private final SortedMap<LocalDate, DateShare> dates = new TreeMap<>();
    private long records;
    private long firstNs = Long.MAX_VALUE;
    private long lastNs = Long.MIN_VALUE;

    private CsvInspector(InputFile file, FileRules rules) {
        this.file = file;
        this.name = CsvBarName.of(file.path()).orElseThrow();
        this.rules = rules;
    }

    /** Inspects a file whose place is that of bars. Never throws for what is in it. */
    static Inspection inspect(InputFile file, FileInspector.Opener opener, FileRules rules) {
        return new CsvInspector(file, rules).run(opener);
    }

    private Inspection run(FileInspector.Opener opener) {
        if (file.size() == 0) {
            return refused(FileInspector.EMPTY, "the file has no bytes", 0);
        }
        ContentHash hash = ContentHash.create();
        hash.add(rules.csvDataset(), name);
        try (CsvBarReader reader = CsvBarReader.of(opener.open(), rules.csvTimeZone())) {
            while (reader.next()) {
                hash.addLine(reader.text());
                long index = records++;
                try {
                    take(reader.bar());
                } catch (CsvFault fault) {
                    if (fault.code().equals(CsvBarReader.TRUNCATED)) {
                        records--;
                        return refused(FileInspector.TRUNCATED, fault.getMessage(), reader.offset());
                    }
                    reject(reader, index, fault);
                }
            }
        } catch (CsvFault header) {
            return refused(header.code(), header.getMessage(), 0);
        } catch (IOException e) {
            return refused(FileInspector.UNREADABLE, String.valueOf(e.getMessage()), -1);
        }
        return done(Verdict.TAKE, null, null, -1, hash.hex());
    }

    private void take(CsvBar bar) {
        long startNs = bar.startNs();
        if (startNs < lastNs) {
            warnings.merge("out-of-order", 1L, Long::sum);
        }
        if (startNs % name.intervalNs() != 0) {
            warnings.merge("between-intervals", 1L, Long::sum);
        }
        if (bar.volume() == 0) {
            warnings.merge("zero-volume", 1L, Long::sum);
        }
        firstNs = Math.min(firstNs, startNs);
        lastNs = Math.max(lastNs, startNs);
        dates.merge(
                LocalDate.ofEpochDay(NewYork.tradeDate(startNs)),
                share(1, startNs, startNs),
                (a, b) -> share(
                        a.records() + b.records(),
                        Math.min(a.firstNs(), b.firstNs()),
                        Math.max(a.lastNs(), b.lastNs())));
    }

    private DateShare share(long bars, long first, long last) {
        return new DateShare(bars, first, last, new TreeMap<>(java.util.Map.of(name.symbol(), bars)));
    }

    private void reject(CsvBarReader reader, long index, CsvFault fault) {
        if (rejected.size() >= FileInspector.MAX_REJECTED_SINGLY) {
            beyondBound.merge(fault.code(), 1L, Long::sum);
        } else {
            rejected.add(new Rejected(reader.offset(), index, 1, fault.code(), fault.getMessage(), reader.raw(), null));
        }
    }

    private Inspection refused(String reason, String detail, long offset) {
        rejected.clear();
        beyondBound.clear();
        dates.clear();
        rejected.add(new Rejected(Math.max(offset, 0), -1, records, reason, detail, null, null));
        return done(Verdict.REFUSE, reason, detail, offset, null);
    }

    private Inspection done(Verdict verdict, String reason, String detail, long offset, String contentHash) {
        beyondBound.forEach((code, count) -> rejected.add(FileInspector.moreOfTheSame(code, count)));
        long claimStartNs = firstNs == Long.MAX_VALUE ? 0 : firstNs;
        long claimEndNs = firstNs == Long.MAX_VALUE ? 0 : lastNs + name.intervalNs();
        return new Inspection(
                file,
                verdict,
                reason,
                detail,
                offset,
                new Header(
                        rules.csvDataset(),
                        name.schema(),
                        NO_VERSION,
                        List.of(name.symbol()),
                        claimStartNs,
                        claimEndNs),
                contentHash,
                ContentHash.fileId(contentHash != null ? contentHash : FileInspector.identity(file)),
                records,
                0,
                firstNs,
                lastNs,
                dates,
                List.copyOf(rejected),
                warnings);
    }
}
