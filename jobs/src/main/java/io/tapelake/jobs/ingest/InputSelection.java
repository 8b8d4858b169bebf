package io.tapelake.jobs.ingest;

import io.tapelake.databento.dbn.DbnException;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.ReadOptions;
import io.tapelake.jobs.publish.TableSource;
import io.tapelake.model.NewYork;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;

/**
 * The files of an input that hold data of a range of trade dates and are not known yet, in date order. A file whose name says
 * that it lies outside is not opened; of one whose name says nothing, or which reaches beyond the range, the metadata is read.
 *
 * @param files what is to be taken in, by the start of what it claims
 * @param known files of the range, or of no date that could be told without opening them, that are known and unchanged
 * @param outside files that claim nothing of the range
 * @param undated paths of files that say nothing of their dates, sorted; an ingest would say why
 * @param listing everything in the input
 */
public record InputSelection(List<Dated> files, int known, int outside, List<String> undated, InputListing listing) {

    private static final long DAY_NS = 86_400_000_000_000L;

    /** The day of the market at its longest. */
    private static final LocalTime FIRST_TIME = LocalTime.of(4, 0);

    private static final LocalTime LAST_TIME = LocalTime.of(20, 0);

    /**
     * A file and the time it claims.
     *
     * @param startNs inclusive, ns UTC
     * @param endNs exclusive, ns UTC
     */
    public record Dated(InputFile file, long startNs, long endNs) {

        /** Size of the file. */
        public long bytes() {
            return file.size();
        }

        /** UTC date on which it begins. */
        public LocalDate firstDate() {
            return FileNameDates.utcDate(startNs);
        }

        boolean touches(long fromNs, long toNs) {
            return startNs < toNs && endNs > fromNs;
        }
    }

    /**
     * Selects.
     *
     * @param known the run whose files are known; empty for none
     * @param from first trade date
     * @param to last trade date, inclusive
     * @param rules about files that do not say it themselves
     * @throws MissingInputException if an input does not exist
     */
    public static InputSelection of(
            Configuration hadoop,
            List<String> inputs,
            Optional<? extends TableSource> known,
            LocalDate from,
            LocalDate to,
            FileRules rules) {
        InputListing listing = InputListing.of(hadoop, inputs);
        FileLedger ledger = known.map(LedgerTable::read).orElse(FileLedger.of(List.of()));
        long fromNs = NewYork.toEpochNs(from, FIRST_TIME);
        long toNs = NewYork.toEpochNs(to, LAST_TIME);
        List<Dated> files = new ArrayList<>();
        List<String> undated = new ArrayList<>();
        int knownFiles = 0;
        int outside = 0;
        for (InputFile file : listing.files()) {
            Optional<Dated> named = FileNameDates.of(file.name())
                    .map(dates -> new Dated(
                            file,
                            dates.first().toEpochDay() * DAY_NS,
                            (dates.last().toEpochDay() + 1) * DAY_NS));
            if (named.isPresent() && !named.get().touches(fromNs, toNs)) {
                outside++;
                continue;
            }
            if (ledger.known(file).isPresent()) {
                knownFiles++;
                continue;
            }
            boolean within = named.isPresent()
                    && named.get().startNs() >= fromNs
                    && named.get().endNs() <= toNs;
            Optional<Dated> dated =
                    within ? named : claimed(file, hadoop, rules).or(() -> named);
            if (dated.isEmpty()) {
                undated.add(file.path());
            } else if (dated.get().touches(fromNs, toNs)) {
                files.add(dated.get());
            } else {
                outside++;
            }
        }
        files.sort(Comparator.comparingLong(Dated::startNs)
                .thenComparingLong(Dated::endNs)
                .thenComparing(dated -> dated.file().path()));
        return new InputSelection(List.copyOf(files), knownFiles, outside, List.copyOf(undated), listing);
    }

    /** What the metadata claims; empty if it cannot be read. */
    private static Optional<Dated> claimed(InputFile file, Configuration hadoop, FileRules rules) {
        Path path = new Path(file.path());
        if (file.isCsv()) {
            return ofBars(file, hadoop, rules);
        }
        try (DbnReader reader =
                DbnReader.of(path.getFileSystem(hadoop).open(path), ReadOptions.defaults(), file.path())) {
            Metadata metadata = reader.metadata();
            return metadata == null
                    ? Optional.empty()
                    : Optional.of(
                            new Dated(file, metadata.startNs(), metadata.hasEnd() ? metadata.endNs() : Long.MAX_VALUE));
        } catch (DbnException | IOException damaged) {
            return Optional.empty();
        }
    }

    /** From the first bar to the end of the last: of a CSV file that takes reading it through. */
    private static Optional<Dated> ofBars(InputFile file, Configuration hadoop, FileRules rules) {
        Path path = new Path(file.path());
        Inspection found =
                CsvInspector.inspect(file, () -> path.getFileSystem(hadoop).open(path), rules);
        return found.dates().isEmpty()
                ? Optional.empty()
                : Optional.of(new Dated(
                        file, found.header().claimStartNs(), found.header().claimEndNs()));
    }

    /** Bytes of the files to be taken in. */
    public long bytes() {
        return files.stream().mapToLong(Dated::bytes).sum();
    }

    /**
     * The files in parts, in date order. A month is not cut unless it alone is more than the limits, a date never.
     *
     * @param maxFiles most files of a part
     * @param maxBytes most bytes of a part
     */
    public List<List<Dated>> parts(int maxFiles, long maxBytes) {
        return parts(files, maxFiles, maxBytes);
    }

    static List<List<Dated>> parts(List<Dated> files, int maxFiles, long maxBytes) {
        List<List<Dated>> parts = new ArrayList<>();
        for (List<Dated> month : grouped(files, "2025-11".length()).values()) {
            boolean fits = month.size() <= maxFiles && sum(month) <= maxBytes;
            boolean first = true;
            for (List<Dated> piece : fits
                    ? List.of(month)
                    : grouped(month, "2025-11-14".length()).values()) {
                List<Dated> last = parts.isEmpty() || (first && !fits) ? null : parts.get(parts.size() - 1);
                if (last == null || last.size() + piece.size() > maxFiles || sum(last) + sum(piece) > maxBytes) {
                    parts.add(new ArrayList<>(piece));
                } else {
                    last.addAll(piece);
                }
                first = false;
            }
        }
        return parts;
    }

    private static SortedMap<String, List<Dated>> grouped(List<Dated> files, int length) {
        return files.stream()
                .collect(Collectors.groupingBy(
                        file -> file.firstDate().toString().substring(0, length), TreeMap::new, Collectors.toList()));
    }

    private static long sum(List<Dated> files) {
        return files.stream().mapToLong(Dated::bytes).sum();
    }

    /** The listing of some of the files. */
    InputListing only(List<Dated> some) {
        return new InputListing(
                some.stream().map(Dated::file).toList(), List.of(), new TreeMap<>(), List.of(), listing.conditions());
    }
}
