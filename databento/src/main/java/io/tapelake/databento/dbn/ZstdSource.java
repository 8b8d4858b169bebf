package io.tapelake.databento.dbn;

import com.github.luben.zstd.ZstdIOException;
import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.tapelake.databento.dbn.DbnException.Reason;
import java.io.IOException;
import java.io.InputStream;

/** The decompressed bytes of a zstd stream of any number of frames; knows a cut stream from a whole one. */
final class ZstdSource extends InputStream {
    private final Tracked tracked;
    private final ZstdInputStreamNoFinalizer zstd;
    private final DbnDecoder decoder;

    /**
     * @param head bytes already taken from {@code in}
     * @param decoder makes the exceptions, since it knows how far the records came
     */
    ZstdSource(byte[] head, InputStream in, DbnDecoder decoder) throws IOException {
        this.tracked = new Tracked(head, in);
        this.zstd = new ZstdInputStreamNoFinalizer(tracked);
        this.decoder = decoder;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count;
        try {
            count = zstd.read(target, offset, length);
        } catch (ZstdIOException e) {
            if (tracked.ended && !tracked.frames.lost() && !tracked.frames.atFrameEnd()) {
                throw truncated();
            }
            throw decoder.fail(
                    Reason.BAD_COMPRESSION, "the zstd stream is damaged: " + e.getMessage(), decoder.failureOffset());
        }
        if (count < 0 && !tracked.frames.atFrameEnd()) {
            throw truncated();
        }
        return count;
    }

    private DbnException truncated() {
        return decoder.fail(Reason.TRUNCATED, "the compressed input ends inside a zstd frame", decoder.failureOffset());
    }

    @Override
    public void close() throws IOException {
        zstd.close();
    }

    /** Shows every byte to {@link ZstdFrames} on its way to the decompressor. */
    private static final class Tracked extends InputStream {
        private final ZstdFrames frames = new ZstdFrames();
        private final InputStream in;
        private byte[] head;
        private int at;
        private boolean ended;

        Tracked(byte[] head, InputStream in) {
            this.head = head;
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int count = take(target, offset, length);
            if (count < 0) {
                ended = true;
            } else {
                frames.see(target, offset, count);
            }
            return count;
        }

        private int take(byte[] target, int offset, int length) throws IOException {
            if (at == head.length) {
                return in.read(target, offset, length);
            }
            int count = Math.min(length, head.length - at);
            System.arraycopy(head, at, target, offset, count);
            at += count;
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
