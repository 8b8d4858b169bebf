package io.tapelake.lake.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FutureDataInputStreamBuilder;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.hadoop.util.HadoopStreams;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.ParquetFileRange;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A Parquet file on a Hadoop file system, read in few requests: every one costs an object store tens of milliseconds.
 *
 * <p>The length is known from the Delta log and not asked for. What a reader wants first (the footer, the page indexes before
 * it, and all of a small file) lies at the end and comes in one piece; pages come by their ranges, side by side.
 */
final class RemoteInputFile implements InputFile {

    private static final int TAIL_BYTES = 512 << 10;

    private final Path path;
    private final long length;
    private final Configuration settings;

    RemoteInputFile(String path, long length, Configuration settings) {
        this.path = new Path(path);
        this.length = length;
        this.settings = settings;
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        FileSystem fs = path.getFileSystem(settings);
        try {
            FutureDataInputStreamBuilder opening = fs.openFile(path);
            opening.opt("fs.option.openfile.read.policy", "random");
            opening.opt("fs.option.openfile.length", Long.toString(length));
            return new Stream(opening.build().get(), length);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException("cannot open " + path, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening " + path, e);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static final class Stream extends SeekableInputStream {

        private final FSDataInputStream in;
        private final SeekableInputStream ranges;
        private final long tailStart;
        private final long length;
        private byte[] tail;
        private long position;

        Stream(FSDataInputStream in, long length) {
            this.in = in;
            this.ranges = HadoopStreams.wrap(in);
            this.length = length;
            this.tailStart = Math.max(0, length - TAIL_BYTES);
        }

        @Override
        public long getPos() {
            return position;
        }

        @Override
        public void seek(long target) {
            position = target;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (position >= length) {
                return -1;
            }
            int read;
            if (position >= tailStart) {
                read = (int) Math.min(count, length - position);
                System.arraycopy(tail(), (int) (position - tailStart), target, offset, read);
            } else {
                in.seek(position);
                read = in.read(target, offset, (int) Math.min(count, tailStart - position));
            }
            position += Math.max(0, read);
            return read;
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            byte[] bytes = new byte[target.remaining()];
            int read = read(bytes, 0, bytes.length);
            if (read > 0) {
                target.put(bytes, 0, read);
            }
            return read;
        }

        @Override
        public void readFully(byte[] target) throws IOException {
            readFully(target, 0, target.length);
        }

        @Override
        public void readFully(byte[] target, int offset, int count) throws IOException {
            for (int done = 0; done < count; ) {
                int read = read(target, offset + done, count - done);
                if (read < 0) {
                    throw new EOFException("file ends at byte " + position + ", " + (count - done) + " bytes early");
                }
                done += read;
            }
        }

        @Override
        public void readFully(ByteBuffer target) throws IOException {
            byte[] bytes = new byte[target.remaining()];
            readFully(bytes, 0, bytes.length);
            target.put(bytes);
        }

        @Override
        public boolean readVectoredAvailable(ByteBufferAllocator allocator) {
            return ranges.readVectoredAvailable(allocator);
        }

        @Override
        public void readVectored(List<ParquetFileRange> wanted, ByteBufferAllocator allocator) throws IOException {
            List<ParquetFileRange> before = new ArrayList<>();
            for (ParquetFileRange range : wanted) {
                if (range.getOffset() < tailStart) {
                    before.add(range);
                } else {
                    ByteBuffer piece =
                            ByteBuffer.wrap(tail(), (int) (range.getOffset() - tailStart), range.getLength());
                    range.setDataReadFuture(CompletableFuture.completedFuture(piece.slice()));
                }
            }
            if (!before.isEmpty()) {
                ranges.readVectored(before, allocator);
            }
        }

        @Override
        public void close() throws IOException {
            ranges.close();
        }

        private byte[] tail() throws IOException {
            if (tail == null) {
                byte[] read = new byte[(int) (length - tailStart)];
                in.readFully(tailStart, read);
                tail = read;
            }
            return tail;
        }
    }
}
