package io.tapelake.databento.dbn.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The field table of one record type in one version of DBN: what a reader needs to print a record or to build a table
 * schema from it. Immutable and thread-safe.
 *
 * @param rtype the record type, see {@link RType}
 * @param version the DBN version, 1 to 3
 * @param bytes the size of the struct, a ts_out suffix left out
 * @param fields the fields after the header, in the order in which the official JSON writes them ({@code ts_recv} first
 *     where there is one); book levels and reserved bytes are left out
 * @param levels the number of book levels: 0, 1 or 10
 * @param levelOffset where the first level begins; meaningless without levels
 * @param levelFields the fields of one level, with offsets from the start of the level
 */
public record RecordLayout(
        int rtype, int version, int bytes, List<Field> fields, int levels, int levelOffset, List<Field> levelFields) {

    /** The oldest version of the format. */
    public static final int MIN_VERSION = 1;

    /** The newest version of the format that is known here. */
    public static final int MAX_VERSION = 3;

    private static final List<Field> HEADER = HeaderLayout.fields();

    /**
     * The layout of a record type.
     *
     * @param rtype the record type
     * @param version the DBN version
     * @return the layout, or empty when the type is unknown
     * @throws IllegalArgumentException if the version is not 1 to 3
     */
    public static Optional<RecordLayout> of(int rtype, int version) {
        return Optional.ofNullable(LayoutTable.layout(rtype, version));
    }

    /**
     * The newest layout of a record type that fits into so many bytes. The records that ever changed grew each time, so
     * for a well-formed record this is the layout of its version; for a fragment whose version was stated wrongly it still
     * tells the fields apart.
     *
     * @param rtype the record type
     * @param bytes the size of the record, a ts_out suffix left out
     * @return the layout, or empty when the type is unknown or every layout is larger
     */
    public static Optional<RecordLayout> fitting(int rtype, int bytes) {
        for (int version = MAX_VERSION; version >= MIN_VERSION; version--) {
            RecordLayout layout = LayoutTable.layout(rtype, version);
            if (layout != null && layout.bytes <= bytes) {
                return Optional.of(layout);
            }
        }
        return Optional.empty();
    }

    /**
     * The struct size of a record type, a ts_out suffix left out, or the size of the header when the type is unknown.
     *
     * @throws IllegalArgumentException if the version is not 1 to 3
     */
    public static int bytesOf(int rtype, int version) {
        RecordLayout layout = LayoutTable.layout(rtype, version);
        return layout == null ? HeaderLayout.BYTES : layout.bytes;
    }

    /** Where the index timestamp of a record type is: {@code ts_recv} where the struct has one, else {@code ts_event}. */
    public static int indexTsOffset(int rtype) {
        return LayoutTable.indexTsOffset(rtype);
    }

    /** The header's fields, the same for every record, in the order in which the official JSON writes them. */
    public static List<Field> headerFields() {
        return HEADER;
    }

    /** The distance from one level to the next, in bytes. */
    public int levelStride() {
        return LevelLayout.BYTES;
    }

    /**
     * All fields after the header with the levels spread out as {@code bid_px_00, ask_px_00, ...}, offsets from the
     * start of the record.
     */
    public List<Field> flatFields() {
        List<Field> flat = new ArrayList<>(fields);
        for (int level = 0; level < levels; level++) {
            for (Field field : levelFields) {
                flat.add(field.moved(
                        String.format("%s_%02d", field.name(), level), levelOffset + level * levelStride()));
            }
        }
        return List.copyOf(flat);
    }
}
