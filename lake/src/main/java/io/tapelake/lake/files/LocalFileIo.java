package io.tapelake.lake.files;

import io.delta.kernel.defaults.engine.fileio.FileIO;
import io.delta.kernel.defaults.engine.fileio.InputFile;
import io.delta.kernel.defaults.engine.fileio.OutputFile;
import io.delta.kernel.defaults.engine.fileio.SeekableInputStream;
import io.delta.kernel.internal.util.Utils;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Local files for Delta Kernel, for reading only. */
final class LocalFileIo implements FileIO {

    @Override
    public CloseableIterator<FileStatus> listFrom(String path) throws IOException {
        Path from = LakeStorage.localPath(path).toAbsolutePath();
        Path folder = from.getParent();
        if (!Files.isDirectory(folder)) {
            throw new FileNotFoundException("no folder " + folder);
        }
        List<Path> names = new ArrayList<>();
        try (Stream<Path> entries = Files.list(folder)) {
            entries.filter(entry -> entry.getFileName()
                                    .toString()
                                    .compareTo(from.getFileName().toString())
                            >= 0)
                    .sorted()
                    .forEach(names::add);
        }
        List<FileStatus> listed = new ArrayList<>();
        for (Path name : names) {
            listed.add(status(name));
        }
        return Utils.toCloseableIterator(listed.iterator());
    }

    @Override
    public FileStatus getFileStatus(String path) throws IOException {
        return status(LakeStorage.localPath(path).toAbsolutePath());
    }

    private static FileStatus status(Path path) throws IOException {
        BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class);
        return FileStatus.of(
                "file:" + path, found.size(), found.lastModifiedTime().toMillis());
    }

    @Override
    public String resolvePath(String path) {
        return "file:" + LakeStorage.localPath(path).toAbsolutePath().normalize();
    }

    @Override
    public InputFile newInputFile(String path, long size) {
        return new KernelInput(path);
    }

    @Override
    public Optional<String> getConf(String key) {
        return Optional.empty();
    }

    @Override
    public boolean mkdirs(String path) {
        throw readOnly(path);
    }

    @Override
    public OutputFile newOutputFile(String path) {
        throw readOnly(path);
    }

    @Override
    public boolean delete(String path) {
        throw readOnly(path);
    }

    @Override
    public void copyFileAtomically(String from, String to, boolean overwrite) {
        throw readOnly(to);
    }

    private static UnsupportedOperationException readOnly(String path) {
        return new UnsupportedOperationException("lakes are written by jobs, not by readers: " + path);
    }

    private record KernelInput(String path) implements InputFile {

        @Override
        public long length() throws IOException {
            return Files.size(LakeStorage.localPath(path));
        }

        @Override
        public SeekableInputStream newStream() throws IOException {
            return new KernelStream(
                    LocalInputFile.of(LakeStorage.localPath(path)).newStream());
        }
    }

    private static final class KernelStream extends SeekableInputStream {

        private final org.apache.parquet.io.SeekableInputStream from;

        KernelStream(org.apache.parquet.io.SeekableInputStream from) {
            this.from = from;
        }

        @Override
        public long getPos() throws IOException {
            return from.getPos();
        }

        @Override
        public void seek(long position) throws IOException {
            from.seek(position);
        }

        @Override
        public void readFully(byte[] target, int offset, int count) throws IOException {
            from.readFully(target, offset, count);
        }

        @Override
        public int read() throws IOException {
            return from.read();
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            return from.read(target, offset, count);
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
