package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.HeaderLayout;

/**
 * How a DBN stream is to be read. Immutable; each method returns a changed copy.
 *
 * @param upgrade whether records and metadata of versions 1 and 2 are turned into version 3
 * @param fragmentVersion the version of a fragment (records without metadata), or 0 when metadata comes first
 * @param fragmentTsOut whether the records of a fragment end with a ts_out suffix
 * @param firstOffset the uncompressed offset of a fragment's first byte in the file it was cut from, for messages
 * @param firstRecord the number of records before the fragment in the file it was cut from
 * @param maxMetadataBytes larger metadata is refused
 * @param bufferBytes the size of the buffer that records are read from in place
 */
public record ReadOptions(
        boolean upgrade,
        int fragmentVersion,
        boolean fragmentTsOut,
        long firstOffset,
        long firstRecord,
        int maxMetadataBytes,
        int bufferBytes) {
    private static final int DEFAULT_BUFFER_BYTES = 64 * 1024;
    private static final int DEFAULT_MAX_METADATA_BYTES = 256 * 1024 * 1024;
    private static final int LEAST_METADATA_LIMIT = 1024 * 1024;
    private static final int HEAP_PART_FOR_METADATA = 16;

    /** Checks the values. */
    public ReadOptions {
        if (fragmentVersion < 0 || fragmentVersion > MetadataFormat.MAX_VERSION) {
            throw new IllegalArgumentException(
                    "a fragment of DBN version " + fragmentVersion + " cannot be read; known are 1 to 3");
        }
        if (bufferBytes < 2 * HeaderLayout.MAX_RECORD_BYTES) {
            throw new IllegalArgumentException("a buffer of " + bufferBytes + " bytes is too small; the least is "
                    + 2 * HeaderLayout.MAX_RECORD_BYTES);
        }
        if (maxMetadataBytes < 0) {
            throw new IllegalArgumentException("maxMetadataBytes is " + maxMetadataBytes + "; it must not be negative");
        }
    }

    /**
     * As-is, with metadata, at most 256 MB of metadata (or a sixteenth of the heap, if that is less: it takes several times
     * its size to be read), a buffer of 64 KB.
     */
    public static ReadOptions defaults() {
        long heapPart = Runtime.getRuntime().maxMemory() / HEAP_PART_FOR_METADATA;
        int maxMetadata = (int) Math.max(LEAST_METADATA_LIMIT, Math.min(DEFAULT_MAX_METADATA_BYTES, heapPart));
        return new ReadOptions(false, 0, false, 0, 0, maxMetadata, DEFAULT_BUFFER_BYTES);
    }

    /** Turns records and metadata of older versions into version 3, or leaves them as they are. */
    public ReadOptions upgrade(boolean newUpgrade) {
        return new ReadOptions(
                newUpgrade, fragmentVersion, fragmentTsOut, firstOffset, firstRecord, maxMetadataBytes, bufferBytes);
    }

    /**
     * Reads records without metadata.
     *
     * @param version the DBN version of the records, 1 to 3
     * @param tsOut whether they end with a ts_out suffix
     */
    public ReadOptions fragment(int version, boolean tsOut) {
        if (version == 0) {
            throw new IllegalArgumentException("a fragment needs its DBN version, 1 to 3");
        }
        return new ReadOptions(upgrade, version, tsOut, firstOffset, firstRecord, maxMetadataBytes, bufferBytes);
    }

    /** States where in a larger file a fragment was, so that offsets and counts are those of that file. */
    public ReadOptions startingAt(long offset, long record) {
        return new ReadOptions(upgrade, fragmentVersion, fragmentTsOut, offset, record, maxMetadataBytes, bufferBytes);
    }

    /** Refuses metadata of more bytes than this. */
    public ReadOptions maxMetadataBytes(int bytes) {
        return new ReadOptions(upgrade, fragmentVersion, fragmentTsOut, firstOffset, firstRecord, bytes, bufferBytes);
    }

    /** Reads records in place from a buffer of this size. */
    public ReadOptions bufferBytes(int bytes) {
        return new ReadOptions(
                upgrade, fragmentVersion, fragmentTsOut, firstOffset, firstRecord, maxMetadataBytes, bytes);
    }

    /** Whether the stream is records without metadata. */
    public boolean isFragment() {
        return fragmentVersion != 0;
    }
}
