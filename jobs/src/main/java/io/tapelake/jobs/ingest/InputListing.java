package io.tapelake.jobs.ingest;

import io.tapelake.jobs.csv.CsvBarName;
import io.tapelake.lake.files.StorageCheck;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files below the inputs of a job, sorted by path: those that look like DBN or like bars in CSV, the names of those that do not, and what
 * the vendor says of each date ({@code condition.json} beside the files).
 *
 * @param files files named {@code *.dbn*} or {@code *.dbz}, and CSV files of bars
 * @param unfinished paths whose name says that a download is not finished
 * @param refused paths that could not be looked at, to why: folders that cannot be listed, support files that are damaged
 * @param ignored paths of everything else, but for the vendor's own support files
 * @param conditions folder to what its {@code condition.json} says
 */
public record InputListing(
        List<InputFile> files,
        List<String> unfinished,
        SortedMap<String, String> refused,
        List<String> ignored,
        Map<String, VendorConditions> conditions) {

    private static final List<String> SUPPORT_FILES =
            List.of("condition.json", "metadata.json", "symbology.json", "manifest.json");

    /** What downloads are called until they are complete. */
    private static final List<String> UNFINISHED_NAMES =
            List.of(".part", ".partial", ".filepart", ".tmp", ".temp", ".download", ".crdownload");

    /**
     * Lists files and folders, folders with all below them. Names that begin with a dot or an underscore are passed over,
     * as everywhere in the Hadoop world. A folder further down that cannot be listed does not hold up the others.
     *
     * @throws MissingInputException if an input does not exist
     * @throws UncheckedIOException if an input itself cannot be listed
     */
    static InputListing of(Configuration hadoop, List<String> inputs) {
        InputListing listing = new InputListing(
                new ArrayList<>(), new ArrayList<>(), new TreeMap<>(), new ArrayList<>(), new TreeMap<>());
        Map<String, InputFile> files = new TreeMap<>();
        for (String input : inputs) {
            StorageCheck.reach(input, hadoop);
            try {
                Path plain = new Path(input);
                FileSystem fs = plain.getFileSystem(hadoop);
                Path root = fs.makeQualified(plain);
                for (FileStatus status : listing.below(fs, root)) {
                    if (!hidden(root, status.getPath())) {
                        listing.sort(fs, status, files);
                    }
                }
            } catch (FileNotFoundException absent) {
                throw new MissingInputException("input '" + input + "' does not exist", absent);
            } catch (IOException e) {
                throw new UncheckedIOException(
                        new IOException("input '" + input + "' cannot be listed: " + e.getMessage(), e));
            }
        }
        return new InputListing(
                List.copyOf(files.values()),
                listing.unfinished.stream().sorted().distinct().toList(),
                listing.refused,
                listing.ignored.stream().sorted().distinct().toList(),
                Map.copyOf(listing.conditions));
    }

    private List<FileStatus> below(FileSystem fs, Path root) throws IOException {
        List<FileStatus> found = new ArrayList<>();
        try {
            // One call for the whole tree, which object stores answer best.
            RemoteIterator<LocatedFileStatus> all = fs.listFiles(root, true);
            while (all.hasNext()) {
                found.add(all.next());
            }
            return found;
        } catch (IOException somewhere) {
            if (somewhere instanceof FileNotFoundException && !fs.exists(root)) {
                throw somewhere;
            }
            found.clear();
            walk(fs, root, root, found);
            return found;
        }
    }

    private void walk(FileSystem fs, Path root, Path folder, List<FileStatus> found) throws IOException {
        for (FileStatus status : fs.listStatus(folder)) {
            if (!status.isDirectory()) {
                found.add(status);
            } else if (!hidden(root, status.getPath())) {
                try {
                    walk(fs, root, status.getPath(), found);
                } catch (FileNotFoundException gone) {
                    // Removed meanwhile, with all that was in it.
                } catch (IOException e) {
                    refused.put(text(status.getPath()), "the folder cannot be listed: " + e.getMessage());
                }
            }
        }
    }

    private void sort(FileSystem fs, FileStatus status, Map<String, InputFile> files) {
        InputFile file = file(status);
        if (file.name().equals("condition.json")) {
            try {
                conditions.put(file.folder(), VendorConditions.read(fs, status.getPath()));
            } catch (IOException e) {
                refused.put(file.path(), "what the vendor says of the days is not understood: " + e.getMessage());
            }
        } else if (UNFINISHED_NAMES.stream().anyMatch(file.name()::endsWith)) {
            unfinished.add(file.path());
        } else if (looksLikeDbn(file.name()) || CsvBarName.of(file.path()).isPresent()) {
            files.put(file.path(), file);
        } else if (CsvBarName.isMisnamed(file.path())) {
            refused.put(
                    file.path(),
                    "a CSV file in a folder of bars has to be named {SYMBOL}-{interval}.csv with the interval of the folder, "
                            + String.join(", ", CsvBarName.intervals()));
        } else if (!SUPPORT_FILES.contains(file.name())) {
            ignored.add(file.path());
        }
    }

    /** What the vendor says of the dates of a file; nothing where no {@code condition.json} lies beside it. */
    VendorConditions conditionsOf(InputFile file) {
        return conditions.getOrDefault(file.folder(), VendorConditions.none());
    }

    private static boolean looksLikeDbn(String name) {
        return name.contains(".dbn") || name.endsWith(".dbz");
    }

    private static boolean hidden(Path root, Path file) {
        for (Path p = file; p != null && !p.equals(root); p = p.getParent()) {
            if (p.getName().startsWith(".") || p.getName().startsWith("_")) {
                return true;
            }
        }
        return false;
    }

    /** A file as its file system describes it. */
    static InputFile file(FileStatus status) {
        String etag = status instanceof EtagSource tagged ? tagged.getEtag() : null;
        return new InputFile(text(status.getPath()), status.getLen(), status.getModificationTime(), etag);
    }

    /** A plain path reads better in reports and tables than {@code file:/...}. */
    private static String text(Path path) {
        return "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
    }
}
