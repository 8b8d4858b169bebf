package io.tapelake.lake.files;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;

/**
 * A local file for the Parquet reader.
 *
 * <p>Parquet's own local file reads page indexes byte by byte with a system call each; this one keeps a small buffer for
 * small reads and passes large ones through.
 */
final class LocalInputFile implements InputFile {

    private final Path path;
    private final long length;

    private LocalInputFile(Path path, long length) {
        this.path = path;
        this.length = length;
    }

    static LocalInputFile of(Path path) throws IOException {
        return new LocalInputFile(path, Files.size(path));
    }

    @Override
    public long getLength() {
        return length;
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        return new Stream(FileChannel.open(path, StandardOpenOption.READ));
    }

    @Override
    public String toString() {
        return path.toString();
    }

    private static final class Stream extends SeekableInputStream {

        private static final int BUFFER_BYTES = 16 << 10;

        private final FileChannel channel;
        private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
        /** File offset just behind the buffer's limit. */
        private long behind;

        Stream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public long getPos() {
            return behind - buffer.remaining();
        }

        @Override
        public void seek(long position) {
            long start = behind - buffer.limit();
            if (position >= start && position <= behind) {
                buffer.position((int) (position - start));
            } else {
                buffer.position(0).limit(0);
                behind = position;
            }
        }

        @Override
        public int read() throws IOException {
            return fill() ? buffer.get() & 0xFF : -1;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            return read(ByteBuffer.wrap(target, offset, count));
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (!target.hasRemaining()) {
                return 0;
            }
            if (!buffer.hasRemaining() && target.remaining() >= BUFFER_BYTES) {
                int read = channel.read(target, behind);
                behind += Math.max(0, read);
                buffer.position(0).limit(0);
                return read;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(buffer.remaining(), target.remaining());
            target.put(buffer.slice(buffer.position(), count));
            buffer.position(buffer.position() + count);
            return count;
        }

        @Override
        public void readFully(byte[] target) throws IOException {
            readFully(target, 0, target.length);
        }

        @Override
        public void readFully(byte[] target, int offset, int count) throws IOException {
            readFully(ByteBuffer.wrap(target, offset, count));
        }

        @Override
        public void readFully(ByteBuffer target) throws IOException {
            while (target.hasRemaining()) {
                if (read(target) < 0) {
                    throw new EOFException(
                            "file ends at byte " + getPos() + ", " + target.remaining() + " bytes early");
                }
            }
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }

        private boolean fill() throws IOException {
            if (buffer.hasRemaining()) {
                return true;
            }
            buffer.clear();
            int read = channel.read(buffer, behind);
            buffer.flip();
            behind += Math.max(0, read);
            return read > 0;
        }
    }
}
