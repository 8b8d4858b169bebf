package io.tapelake.spark.dbn;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSInputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;

/** The local files under the scheme {@code counting}, with the bytes read of each. */
public final class CountingFileSystem extends RawLocalFileSystem {
    private static final Map<String, AtomicLong> READ = new ConcurrentHashMap<>();

    /** For Hadoop, which makes it by its name. */
    public CountingFileSystem() {}

    static void reset() {
        READ.clear();
    }

    /** Bytes read of a file since the last reset; -1 if it was not opened. */
    static long bytesRead(String file) {
        AtomicLong bytes = READ.get(new Path(file).toUri().getPath());
        return bytes == null ? -1 : bytes.get();
    }

    @Override
    public URI getUri() {
        return URI.create("counting:///");
    }

    @Override
    public String getScheme() {
        return "counting";
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        AtomicLong bytes = READ.computeIfAbsent(path.toUri().getPath(), same -> new AtomicLong());
        FSDataInputStream in = super.open(path, 4096);
        return new FSDataInputStream(new FSInputStream() {
            @Override
            public int read() throws IOException {
                int value = in.read();
                bytes.addAndGet(value < 0 ? 0 : 1);
                return value;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int count = in.read(target, offset, length);
                bytes.addAndGet(Math.max(0, count));
                return count;
            }

            @Override
            public void seek(long position) throws IOException {
                in.seek(position);
            }

            @Override
            public long getPos() throws IOException {
                return in.getPos();
            }

            @Override
            public boolean seekToNewSource(long target) {
                return false;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        });
    }
}
