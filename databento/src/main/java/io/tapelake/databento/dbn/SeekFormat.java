package io.tapelake.databento.dbn;

/**
 * The end of a multi-frame file: two zstd skippable frames, which every zstd decoder passes over.
 *
 * <pre>
 * alignment mark   magic 0x184D2A5C, u32 size, "TAPEDBN1", then for each frame before it: u32 records
 * seek table       magic 0x184D2A5E, u32 size, then for each frame before it, the mark included:
 *                      u32 compressed bytes, u32 uncompressed bytes
 *                  u32 frames, u8 descriptor 0, u32 0x8F92EAB1
 * </pre>
 *
 * The second is the table of zstd's own seekable format. The mark says that every frame with records holds whole records
 * only; without it the frames of a seekable file may cut records anywhere.
 */
final class SeekFormat {
    static final int MARK_MAGIC = 0x184D2A5C;
    static final int TABLE_MAGIC = 0x184D2A5E;
    static final int FOOTER_MAGIC = 0x8F92EAB1;
    /** "TAPEDBN1" read as a little-endian number. */
    static final long MARK_WORD = 0x314E424445504154L;

    static final int SKIPPABLE_HEADER_BYTES = 8;
    static final int FOOTER_BYTES = 9;
    static final int ENTRY_BYTES = 8;
    static final int CHECKED_ENTRY_BYTES = 12;
    static final int MARK_WORD_BYTES = 8;
    static final int CHECKSUM_FLAG = 0x80;
    static final int RESERVED_FLAGS = 0x7C;
    /** The most frames that the seekable format allows. */
    static final int MAX_FRAMES = 0x8000000;

    private SeekFormat() {}

    static int markBytes(int frames) {
        return SKIPPABLE_HEADER_BYTES + MARK_WORD_BYTES + frames * Integer.BYTES;
    }

    static int tableBytes(int entries) {
        return SKIPPABLE_HEADER_BYTES + entries * ENTRY_BYTES + FOOTER_BYTES;
    }
}
