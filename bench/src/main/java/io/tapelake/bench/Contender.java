package io.tapelake.bench;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.io.FileInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** One pass over a file, taken in slices so that two passes can run in turn. */
interface Contender extends AutoCloseable {
    /** The size of a peer's buffer: the best of those tried. */
    int BUFFER_BYTES = 128 * 1024;

    /** Goes on for about so many uncompressed bytes; returns how many it were, fewer only at the end. */
    long slice(long bytes) throws IOException;

    /** What it computed from everything, so that nothing can be left out. */
    long result();

    @Override
    void close() throws IOException;

    /** Our reader, every field of every record. */
    static Contender records(Tape tape, Path file) throws IOException {
        DbnReader reader = DbnReader.open(file);
        return new Contender() {
            private long sum;

            @Override
            public long slice(long bytes) throws IOException {
                Tape.Sum slice = tape.read(reader, bytes);
                sum += slice.fields();
                return slice.bytes();
            }

            @Override
            public long result() {
                return sum;
            }

            @Override
            public void close() throws IOException {
                reader.close();
            }
        };
    }

    /** zstd-jni's stream alone; the bytes are not looked at. */
    static Contender zstdAlone(Path file) throws IOException {
        ZstdInputStreamNoFinalizer in = new ZstdInputStreamNoFinalizer(new FileInputStream(file.toFile()));
        byte[] buffer = new byte[BUFFER_BYTES];
        return new Contender() {
            private long total;

            @Override
            public long slice(long bytes) throws IOException {
                long done = 0;
                int count = 0;
                while (done < bytes && count >= 0) {
                    count = in.read(buffer, 0, buffer.length);
                    done += Math.max(count, 0);
                }
                total += done;
                return done;
            }

            @Override
            public long result() {
                return total;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }

    /** A plain loop that reads a file and adds up its longs. */
    static Contender readAndSum(Path file) throws IOException {
        FileChannel in = FileChannel.open(file);
        byte[] bytes = new byte[BUFFER_BYTES];
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Contender() {
            private long sum;

            @Override
            public long slice(long wanted) throws IOException {
                long done = 0;
                int count = 0;
                while (done < wanted && count >= 0) {
                    count = in.read(buffer.clear());
                    for (int at = 0; at + Long.BYTES <= count; at += Long.BYTES) {
                        sum += LittleEndian.i64(bytes, at);
                    }
                    done += Math.max(count, 0);
                }
                return done;
            }

            @Override
            public long result() {
                return sum;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }
}
