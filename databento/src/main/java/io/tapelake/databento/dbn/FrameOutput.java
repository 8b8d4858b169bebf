package io.tapelake.databento.dbn;

import com.github.luben.zstd.ZstdOutputStreamNoFinalizer;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Where encoded bytes go: raw, one zstd frame, or many. */
interface FrameOutput extends AutoCloseable {
    int BUFFER_BYTES = 256 * 1024;

    /** Takes the metadata, at most once and first. */
    void header(byte[] bytes) throws IOException;

    /** Takes one whole record. */
    void record(byte[] bytes, int offset, int length) throws IOException;

    @Override
    void close() throws IOException;

    static FrameOutput of(OutputStream out, WriteOptions options) throws IOException {
        if (options.isMultiFrame()) {
            return new MultiFrameOutput(out, options);
        }
        return new Plain(options.compressed() ? compressing(out, options.level()) : out);
    }

    private static OutputStream compressing(OutputStream out, int level) throws IOException {
        return new ZstdOutputStreamNoFinalizer(new BufferedOutputStream(out, BUFFER_BYTES), level).setChecksum(true);
    }

    /** One stream of bytes. */
    final class Plain implements FrameOutput {
        private final OutputStream out;

        Plain(OutputStream out) {
            this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        }

        @Override
        public void header(byte[] bytes) throws IOException {
            out.write(bytes);
        }

        @Override
        public void record(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
