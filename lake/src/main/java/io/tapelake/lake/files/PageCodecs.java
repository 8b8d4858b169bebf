package io.tapelake.lake.files;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.tapelake.lake.LakeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.xerial.snappy.Snappy;

/**
 * Decompresses the pages a lake has, without Hadoop's codecs: zstd in tables, snappy in the checkpoints of a Delta log, and
 * plain ones. For reading only. Stateless.
 */
public final class PageCodecs implements CompressionCodecFactory {

    /** Turns {@code length} bytes of {@code from} into exactly the bytes of {@code page}. */
    private interface Decoder {
        long decode(byte[] from, int start, int length, byte[] page) throws IOException;
    }

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case ZSTD -> new Decompressor(PageCodecs::zstd);
            case SNAPPY ->
                new Decompressor((from, start, length, page) -> Snappy.uncompress(from, start, length, page, 0));
            case UNCOMPRESSED -> new Decompressor(PageCodecs::plain);
            default ->
                throw new LakeException("a file of the lake is compressed with " + codec
                        + "; lakes are written with zstd (spark.sql.parquet.compression.codec=zstd)");
        };
    }

    @Override
    public BytesInputCompressor getCompressor(CompressionCodecName codec) {
        throw new UnsupportedOperationException("for reading only");
    }

    @Override
    public void release() {
        // nothing is kept
    }

    private static long zstd(byte[] from, int start, int length, byte[] page) throws IOException {
        try {
            return Zstd.decompressByteArray(page, 0, page.length, from, start, length);
        } catch (ZstdException e) {
            throw new IOException("a page is damaged: " + e.getMessage(), e);
        }
    }

    private static long plain(byte[] from, int start, int length, byte[] page) {
        System.arraycopy(from, start, page, 0, Math.min(length, page.length));
        return length;
    }

    private record Decompressor(Decoder decoder) implements CompressionCodecFactory.BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput compressed, int size) throws IOException {
            return BytesInput.from(page(compressed.toInputStream().slice(Math.toIntExact(compressed.size())), size));
        }

        @Override
        public void decompress(ByteBuffer from, int compressedSize, ByteBuffer to, int size) throws IOException {
            byte[] page = page(from.slice(from.position(), compressedSize), size);
            from.position(from.position() + compressedSize);
            to.put(page);
        }

        @Override
        public void release() {
            // nothing is kept
        }

        private byte[] page(ByteBuffer from, int size) throws IOException {
            byte[] compressed;
            int start = 0;
            if (from.hasArray()) {
                compressed = from.array();
                start = from.arrayOffset() + from.position();
            } else {
                compressed = new byte[from.remaining()];
                from.duplicate().get(compressed);
            }
            byte[] page = new byte[size];
            long written = decoder.decode(compressed, start, from.remaining(), page);
            if (written != size) {
                throw new IOException("a page holds " + written + " bytes where its header says " + size);
            }
            return page;
        }
    }
}
