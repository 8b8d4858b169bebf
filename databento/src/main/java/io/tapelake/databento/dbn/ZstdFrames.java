package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.LittleEndian;

/**
 * Follows the frames of a zstd stream by its frame and block headers, without decompressing: tells whether the bytes
 * seen so far end where a frame ends. Needed because zstd-jni's stream takes a second frame that is cut for the end of
 * the input when its first bytes came in the same read as the end of the first frame.
 *
 * <pre>
 * frame     = magic 4, descriptor 1, window 0..1, dictionary 0..4, content size 0..8, blocks, checksum 0 or 4
 * block     = header 3 (bit 0: last, bits 1-2: kind, the rest: size), then size bytes, or 1 byte of kind 1
 * skippable = magic 4, size 4, size bytes
 * </pre>
 */
final class ZstdFrames {
    static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE_MAGIC = 0x184D2A50;
    private static final int SKIPPABLE_MASK = 0xFFFFFFF0;
    private static final int MAGIC_BYTES = 4;
    private static final int BLOCK_HEADER_BYTES = 3;
    private static final int CHECKSUM_BYTES = 4;
    private static final int RLE_BLOCK = 1;

    private enum Expect {
        MAGIC,
        SKIPPABLE_SIZE,
        DESCRIPTOR,
        BLOCK_HEADER,
        /** Bytes whose content does not matter, then what {@link #after} says. */
        BYTES,
        /** Something that is no frame: the decompressor will say so. */
        UNKNOWN
    }

    private final byte[] small = new byte[MAGIC_BYTES];
    private Expect expect = Expect.MAGIC;
    private Expect after = Expect.MAGIC;
    private int have;
    private long skip;
    private boolean checksum;

    static boolean isSkippable(int magic) {
        return (magic & SKIPPABLE_MASK) == SKIPPABLE_MAGIC;
    }

    /** Whether these are the first bytes of a frame's magic, and no more. */
    static boolean beginsMagic(byte[] head) {
        if (head.length == 0 || head.length >= MAGIC_BYTES) {
            return false;
        }
        byte[] magic = new byte[MAGIC_BYTES];
        LittleEndian.putI32(magic, 0, MAGIC);
        return java.util.Arrays.equals(head, 0, head.length, magic, 0, head.length);
    }

    /** Whether the stream may end here: between frames. */
    boolean atFrameEnd() {
        return expect == Expect.MAGIC && have == 0;
    }

    /** Whether the stream stopped looking like zstd. */
    boolean lost() {
        return expect == Expect.UNKNOWN;
    }

    /** Takes the next bytes of the stream. */
    void see(byte[] bytes, int offset, int length) {
        int at = offset;
        int end = offset + length;
        while (at < end && expect != Expect.UNKNOWN) {
            if (expect == Expect.BYTES) {
                long count = Math.min(skip, end - at);
                at += (int) count;
                skip -= count;
                if (skip == 0) {
                    expect = after;
                }
            } else {
                small[have++] = bytes[at++];
                if (have == wanted()) {
                    have = 0;
                    step();
                }
            }
        }
    }

    private int wanted() {
        return switch (expect) {
            case DESCRIPTOR -> 1;
            case BLOCK_HEADER -> BLOCK_HEADER_BYTES;
            default -> MAGIC_BYTES;
        };
    }

    private void step() {
        switch (expect) {
            case MAGIC -> {
                int magic = LittleEndian.i32(small, 0);
                expect = magic == MAGIC
                        ? Expect.DESCRIPTOR
                        : isSkippable(magic) ? Expect.SKIPPABLE_SIZE : Expect.UNKNOWN;
            }
            case SKIPPABLE_SIZE -> pass(LittleEndian.u32(small, 0), Expect.MAGIC);
            case DESCRIPTOR -> descriptor(small[0] & 0xFF);
            default -> block((small[0] & 0xFF) | (small[1] & 0xFF) << 8 | (small[2] & 0xFF) << 16);
        }
    }

    private void descriptor(int descriptor) {
        boolean singleSegment = (descriptor & 0x20) != 0;
        checksum = (descriptor & 0x04) != 0;
        int window = singleSegment ? 0 : 1;
        int dictionary = new int[] {0, 1, 2, 4}[descriptor & 0x03];
        int contentSize = new int[] {singleSegment ? 1 : 0, 2, 4, 8}[descriptor >>> 6];
        pass(window + dictionary + contentSize, Expect.BLOCK_HEADER);
    }

    private void block(int header) {
        boolean last = (header & 1) != 0;
        int kind = header >>> 1 & 3;
        int size = kind == RLE_BLOCK ? 1 : header >>> 3;
        if (last && checksum) {
            pass(size + CHECKSUM_BYTES, Expect.MAGIC);
        } else {
            pass(size, last ? Expect.MAGIC : Expect.BLOCK_HEADER);
        }
    }

    private void pass(long count, Expect then) {
        skip = count;
        after = then;
        expect = count == 0 ? then : Expect.BYTES;
    }
}
