package io.tapelake.lake.read;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import io.tapelake.lake.LakeException;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/** Decompresses the two kinds of pages a lake has, zstd and plain, without Hadoop's codecs. */
final class ZstdCodecs implements CompressionCodecFactory {

    @Override
    public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
        return switch (codec) {
            case ZSTD -> new ZstdDecompressor();
            case UNCOMPRESSED -> new PlainDecompressor();
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

    private static final class ZstdDecompressor implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput compressed, int size) throws IOException {
            ByteBuffer from = compressed.toInputStream().slice(Math.toIntExact(compressed.size()));
            return BytesInput.from(page(from, size));
        }

        @Override
        public void decompress(ByteBuffer from, int compressedSize, ByteBuffer to, int size) throws IOException {
            byte[] page = page(from.slice(from.position(), compressedSize), size);
            from.position(from.position() + compressedSize);
            to.put(page);
        }

        private static byte[] page(ByteBuffer from, int size) throws IOException {
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
            try {
                long written = Zstd.decompressByteArray(page, 0, size, compressed, start, from.remaining());
                if (written != size) {
                    throw new IOException("a page holds " + written + " bytes where its header says " + size);
                }
            } catch (ZstdException e) {
                throw new IOException("a page is damaged: " + e.getMessage(), e);
            }
            return page;
        }

        @Override
        public void release() {
            // nothing is kept
        }
    }

    private static final class PlainDecompressor implements BytesInputDecompressor {

        @Override
        public BytesInput decompress(BytesInput bytes, int size) {
            return bytes;
        }

        @Override
        public void decompress(ByteBuffer from, int compressedSize, ByteBuffer to, int size) {
            to.put(from.slice(from.position(), size));
            from.position(from.position() + size);
        }

        @Override
        public void release() {
            // nothing is kept
        }
    }
}
