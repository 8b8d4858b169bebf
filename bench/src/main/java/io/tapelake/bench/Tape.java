package io.tapelake.bench;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.Metadata;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.SymbolMapping;
import io.tapelake.databento.dbn.SymbolMapping.Interval;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Made-up records of one schema with the look of real ones: the same each time, drawn from a seed. */
interface Tape {
    int SYMBOLS = 600;
    int FIRST_ID = 1000;
    int PUBLISHER = 2;
    /** 2024-01-02 14:30 UTC. */
    long START_NS = 1_704_205_800_000_000_000L;

    long CENT_NANOS = 10_000_000L;

    /** What the records are. */
    Schema schema();

    /** The size of each record. */
    int recordBytes();

    /**
     * Fills in the next record.
     *
     * @return the sum of all its fields
     */
    long fill(RecordBuffer record);

    /** A buffer for {@link #fill}. */
    RecordBuffer buffer();

    /**
     * Reads every field of the records from here on, until there were {@code bytes} of them or the input ends.
     *
     * @return the bytes of the records, and the sum of all their fields
     */
    Sum read(DbnReader reader, long bytes) throws IOException;

    /** What a stretch of records gave. */
    record Sum(long bytes, long fields) {}

    /** The metadata of a file of such records. */
    default Metadata metadata() {
        List<SymbolMapping> mappings = new ArrayList<>();
        for (int i = 0; i < SYMBOLS; i++) {
            mappings.add(new SymbolMapping(
                    "SYM" + i, List.of(new Interval(20240102, 20240103, Integer.toString(FIRST_ID + i)))));
        }
        return Metadata.of("XNAS.ITCH", schema(), START_NS, START_NS + 23_400_000_000_000L, mappings);
    }
}
