package io.tapelake.databento.dbn;

/**
 * How a DBN stream is to be written. Immutable; each method returns a changed copy.
 *
 * @param compressed whether it is zstd
 * @param level the zstd level
 * @param frameRecords the records of each zstd frame of a multi-frame file, or 0 for one frame around everything
 */
public record WriteOptions(boolean compressed, int level, int frameRecords) {
    private static final int DEFAULT_LEVEL = 3;

    /** Checks the values. */
    public WriteOptions {
        if (frameRecords < 0) {
            throw new IllegalArgumentException("frameRecords is " + frameRecords + "; it must be at least 1");
        }
    }

    /** Uncompressed. */
    public static WriteOptions raw() {
        return new WriteOptions(false, DEFAULT_LEVEL, 0);
    }

    /** One zstd frame with a content checksum, as the vendor writes it. */
    public static WriteOptions zstd() {
        return new WriteOptions(true, DEFAULT_LEVEL, 0);
    }

    /**
     * Zstd in many frames: one for the metadata, one for each run of {@code frameRecords} whole records, and at the end a
     * {@link SeekTable}, so that parts can be read alone. Ordinary readers read it from start to end.
     *
     * @param frameRecords at least 1; some ten thousand keep the compression about as good as in one frame
     */
    public static WriteOptions multiFrame(int frameRecords) {
        if (frameRecords < 1) {
            throw new IllegalArgumentException("frameRecords is " + frameRecords + "; it must be at least 1");
        }
        return new WriteOptions(true, DEFAULT_LEVEL, frameRecords);
    }

    /** Compresses at another zstd level, 1 (fast) to 22 (small). */
    public WriteOptions level(int newLevel) {
        return new WriteOptions(compressed, newLevel, frameRecords);
    }

    /** Whether there is a frame for each run of records. */
    public boolean isMultiFrame() {
        return frameRecords > 0;
    }
}
