package io.tapelake.databento.dbn;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** Writes the metadata and every run of whole records as a zstd frame of its own, and a seek table at the end. */
final class MultiFrameOutput implements FrameOutput {
    private final OutputStream out;
    private final ZstdCompressCtx zstd;
    private final int frameRecords;
    private final SeekTableEncoder table = new SeekTableEncoder();
    private byte[] pending = new byte[BUFFER_BYTES];
    private byte[] packed = new byte[0];
    private int length;
    private int records;
    private boolean closed;

    MultiFrameOutput(OutputStream out, WriteOptions options) {
        this.out = new BufferedOutputStream(out, BUFFER_BYTES);
        this.frameRecords = options.frameRecords();
        this.zstd = new ZstdCompressCtx().setLevel(options.level()).setChecksum(true);
    }

    @Override
    public void header(byte[] bytes) throws IOException {
        if (bytes.length > 0) {
            frame(bytes, bytes.length, 0);
        }
    }

    @Override
    public void record(byte[] bytes, int offset, int size) throws IOException {
        if (size > pending.length - length) {
            pending = Arrays.copyOf(pending, Math.max(length + size, Math.multiplyExact(pending.length, 2)));
        }
        System.arraycopy(bytes, offset, pending, length, size);
        length += size;
        records++;
        if (records == frameRecords) {
            flushFrame();
        }
    }

    private void flushFrame() throws IOException {
        if (records > 0) {
            frame(pending, length, records);
            length = 0;
            records = 0;
        }
    }

    private void frame(byte[] bytes, int size, int recordsInIt) throws IOException {
        int bound = Math.toIntExact(Zstd.compressBound(size));
        if (packed.length < bound) {
            packed = new byte[bound];
        }
        int packedBytes = zstd.compressByteArray(packed, 0, packed.length, bytes, 0, size);
        out.write(packed, 0, packedBytes);
        table.add(packedBytes, size, recordsInIt);
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (out;
                zstd) {
            flushFrame();
            out.write(table.encode());
        }
    }
}
