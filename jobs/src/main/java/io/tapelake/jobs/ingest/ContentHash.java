package io.tapelake.jobs.ingest;

import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordHash;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.jobs.csv.CsvBarName;
import java.util.HexFormat;

/**
 * The hash of what a file says: its records as they lie in it, and what decides their symbols (dataset, schema, mappings).
 * Compression, frames and the query's own times do not count, so a file that was packed anew keeps its hash. Not
 * thread-safe.
 */
public final class ContentHash {

    private final RecordHash hash = RecordHash.create();

    private ContentHash() {}

    /** The hash of nothing yet. */
    public static ContentHash create() {
        return new ContentHash();
    }

    /** Adds what the metadata says of dataset, schema and instruments. */
    public void add(Metadata metadata) {
        hash.add(metadata.dataset());
        hash.add(metadata.schema().map(schema -> schema.text()).orElse("mixed"));
        metadata.mappings().forEach(mapping -> hash.add(mapping.toString()));
    }

    /** Adds what the place of a CSV file says of its bars. */
    public void add(String dataset, CsvBarName name) {
        hash.add(dataset);
        hash.add(name.schema());
        hash.add(name.symbol());
    }

    /** Adds one line of a CSV file. */
    public void addLine(String line) {
        hash.add(line);
    }

    /** Adds one record. */
    public void add(RecordView record) {
        hash.add(record);
    }

    /** The hash of all that was added, in hexadecimal. Ends the use of this object. */
    public String hex() {
        return hash.finishHex();
    }

    /** The id of a file with this hash: its first 63 bits. */
    static long fileId(String hex) {
        return RecordHash.first63Bits(HexFormat.of().parseHex(hex));
    }

    /** The hash of a text, for files that have no content to hash. */
    static String ofText(String text) {
        RecordHash hash = RecordHash.create();
        hash.add(text);
        return hash.finishHex();
    }
}
