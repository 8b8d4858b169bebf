package io.tapelake.databento.dbn;

/**
 * Where the parts of the metadata are. After the prelude (magic, version, length of what follows) comes a fixed part of
 * 100 bytes in every version, then four lists.
 *
 * <pre>
 *   version 1                     versions 2 and 3
 *    0 dataset      [16]           0 dataset      [16]
 *   16 schema        u16          16 schema        u16
 *   18 start         u64          18 start         u64
 *   26 end           u64          26 end           u64
 *   34 limit         u64          34 limit         u64
 *   42 record_count  u64          42 stype_in      u8
 *   50 stype_in      u8           43 stype_out     u8
 *   51 stype_out     u8           44 ts_out        u8
 *   52 ts_out        u8           45 symbol width  u16
 *   53 reserved     [47]          47 reserved     [53]
 *  100 schema definition length u32, always 0; then symbols, partial, not found, mappings
 * </pre>
 */
final class MetadataFormat {
    static final int PRELUDE_BYTES = 8;
    static final int FIXED_BYTES = 100;
    static final int DATASET_WIDTH = 16;
    static final int SCHEMA = 16;
    static final int START = 18;
    static final int END = 26;
    static final int LIMIT = 34;
    static final int RECORD_COUNT_V1 = 42;
    static final int STYPE_IN_V1 = 50;
    static final int STYPE_IN = 42;
    static final int SYMBOL_WIDTH = 45;
    /** The schema definition's length and four list counts. */
    static final int MIN_BODY_BYTES = FIXED_BYTES + 5 * Integer.BYTES;

    static final int VERSION = 3;
    static final int LENGTH = 4;
    static final int MIN_VERSION = 1;
    static final int MAX_VERSION = 3;

    private MetadataFormat() {}

    static int stypeIn(int version) {
        return version == 1 ? STYPE_IN_V1 : STYPE_IN;
    }
}
