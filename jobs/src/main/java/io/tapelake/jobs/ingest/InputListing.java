package io.tapelake.jobs.ingest;

import io.tapelake.lake.files.StorageCheck;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * The files below the inputs of a job, sorted by path: those that look like DBN, the names of those that do not, and what
 * the vendor says of each date ({@code condition.json} beside the files).
 *
 * @param files files named {@code *.dbn*} or {@code *.dbz}
 * @param ignored paths of everything else, but for the vendor's own support files
 * @param conditions folder to what its {@code condition.json} says
 */
public record InputListing(List<InputFile> files, List<String> ignored, Map<String, VendorConditions> conditions) {

    private static final List<String> SUPPORT_FILES =
            List.of("condition.json", "metadata.json", "symbology.json", "manifest.json");

    /**
     * Lists files and folders, folders with all below them. Names that begin with a dot or an underscore are passed over,
     * as everywhere in the Hadoop world.
     *
     * @throws MissingInputException if an input does not exist
     */
    static InputListing of(Configuration hadoop, List<String> inputs) {
        Map<String, InputFile> files = new TreeMap<>();
        List<String> ignored = new ArrayList<>();
        Map<String, VendorConditions> conditions = new TreeMap<>();
        for (String input : inputs) {
            Path root = new Path(input);
            StorageCheck.reach(input, hadoop);
            try {
                FileSystem fs = root.getFileSystem(hadoop);
                RemoteIterator<LocatedFileStatus> found = fs.listFiles(fs.makeQualified(root), true);
                while (found.hasNext()) {
                    LocatedFileStatus status = found.next();
                    InputFile file = file(status);
                    if (hidden(fs.makeQualified(root), status.getPath())) {
                        continue;
                    }
                    if (file.name().equals("condition.json")) {
                        conditions.put(file.folder(), VendorConditions.read(fs, status.getPath()));
                    } else if (looksLikeDbn(file.name())) {
                        files.put(file.path(), file);
                    } else if (!SUPPORT_FILES.contains(file.name())) {
                        ignored.add(file.path());
                    }
                }
            } catch (FileNotFoundException absent) {
                throw new MissingInputException("input '" + input + "' does not exist", absent);
            } catch (IOException e) {
                throw new UncheckedIOException("input '" + input + "' cannot be listed: " + e.getMessage(), e);
            }
        }
        List<InputFile> sorted = new ArrayList<>(files.values());
        sorted.sort(Comparator.comparing(InputFile::path));
        ignored.sort(Comparator.naturalOrder());
        return new InputListing(List.copyOf(sorted), List.copyOf(ignored), Map.copyOf(conditions));
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

    private static InputFile file(FileStatus status) {
        Path path = status.getPath();
        // A plain path reads better in reports and tables than file:/...
        String text = "file".equals(path.toUri().getScheme()) ? path.toUri().getPath() : path.toString();
        String etag = status instanceof EtagSource tagged ? tagged.getEtag() : null;
        return new InputFile(text, status.getLen(), status.getModificationTime(), etag);
    }
}
