package io.tapelake.jobs.parquet;

import com.github.luben.zstd.ZstdCompressCtx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.CompressionCodec;
import org.apache.hadoop.io.compress.CompressionInputStream;
import org.apache.hadoop.io.compress.CompressionOutputStream;
import org.apache.hadoop.io.compress.Compressor;
import org.apache.hadoop.io.compress.Decompressor;
import org.apache.parquet.hadoop.codec.ZstandardCodec;

/**
 * Zstandard for Parquet pages: each page is one frame that is compressed whole. Parquet's own codec makes a stream for
 * every page and cannot say how long the page will be, so the library prepares itself for endless input: at level 17
 * about 100 ms and 90 MB for a page of a few kilobytes. With the length known its tables are as small as the page, and
 * the context is kept for the next one. The frames are ordinary; any reader reads them.
 *
 * <p>Thread-safe; each thread has a context of its own.
 */
final class ZstdPageCodec implements CompressionCodec {

    private final ZstandardCodec parquet;
    private final ThreadLocal<ZstdCompressCtx> contexts;

    private ZstdPageCodec(int level, Configuration hadoop) {
        parquet = new ZstandardCodec();
        parquet.setConf(hadoop);
        contexts = ThreadLocal.withInitial(() -> new ZstdCompressCtx().setLevel(level));
    }

    static ZstdPageCodec ofLevel(int level, Configuration hadoop) {
        return new ZstdPageCodec(level, hadoop);
    }

    @Override
    public CompressionOutputStream createOutputStream(OutputStream out) {
        return new Page(out, contexts.get());
    }

    @Override
    public CompressionOutputStream createOutputStream(OutputStream out, Compressor none) {
        return createOutputStream(out);
    }

    /** Null, as of Parquet's codec. */
    @Override
    public Class<? extends Compressor> getCompressorType() {
        return null;
    }

    /** Null, as of Parquet's codec. */
    @Override
    public Compressor createCompressor() {
        return null;
    }

    @Override
    public CompressionInputStream createInputStream(InputStream in) throws IOException {
        return parquet.createInputStream(in);
    }

    @Override
    public CompressionInputStream createInputStream(InputStream in, Decompressor decompressor) throws IOException {
        return parquet.createInputStream(in, decompressor);
    }

    @Override
    public Class<? extends Decompressor> getDecompressorType() {
        return parquet.getDecompressorType();
    }

    @Override
    public Decompressor createDecompressor() {
        return parquet.createDecompressor();
    }

    @Override
    public String getDefaultExtension() {
        return parquet.getDefaultExtension();
    }

    /** The bytes of one page until it ends. */
    private static final class Page extends CompressionOutputStream {

        private final ZstdCompressCtx context;
        private final ByteArrayOutputStream page = new ByteArrayOutputStream(64 << 10);

        Page(OutputStream out, ZstdCompressCtx context) {
            super(out);
            this.context = context;
        }

        @Override
        public void write(int b) {
            page.write(b);
        }

        @Override
        public void write(byte[] from, int offset, int count) {
            page.write(from, offset, count);
        }

        @Override
        public void finish() throws IOException {
            out.write(context.compress(page.toByteArray()));
            page.reset();
        }

        @Override
        public void resetState() {
            page.reset();
        }
    }
}
