package io.tapelake.spark.dbn;

import io.tapelake.databento.dbn.SeekableInput;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.ExecutionException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Opens files of any Hadoop file system. */
final class HadoopInput {
    private HadoopInput() {}

    /** The whole file. */
    static FSDataInputStream open(Path path, long bytes, Configuration hadoop) throws IOException {
        FileSystem fs = path.getFileSystem(hadoop);
        try {
            // The known length saves object stores a request.
            return fs.openFile(path)
                    .opt("fs.option.openfile.read.policy", "sequential")
                    .opt("fs.option.openfile.length", Long.toString(bytes))
                    .build()
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException cause
                    ? cause
                    : new IOException("cannot open " + path, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while opening " + path, e);
        }
    }

    /** The bytes from {@code from}, inclusive, to {@code to}, exclusive. */
    static InputStream open(Path path, long bytes, long from, long to, Configuration hadoop) throws IOException {
        FSDataInputStream in = open(path, bytes, hadoop);
        try {
            in.seek(from);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
        return new Slice(in, to - from);
    }

    /** An open file as the codec's seek table wants it; its position does not move. */
    static SeekableInput seekable(FSDataInputStream in, long bytes) {
        return new SeekableInput() {
            @Override
            public long length() {
                return bytes;
            }

            @Override
            public void readFully(long position, byte[] target, int offset, int length) throws IOException {
                in.readFully(position, target, offset, length);
            }
        };
    }

    private static final class Slice extends InputStream {
        private final InputStream in;
        private long left;

        Slice(InputStream in, long left) {
            this.in = in;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            if (left == 0) {
                return -1;
            }
            int value = in.read();
            left -= value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (left == 0) {
                return -1;
            }
            int count = in.read(target, offset, (int) Math.min(length, left));
            left -= Math.max(0, count);
            return count;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
