package io.tapelake.jobs.publish.lease;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The lease on a local disk. A lock of the operating system on a file beside it makes reading, comparing and renaming one
 * step among processes; it goes with the process that held it.
 */
final class LocalLeaseStore implements LeaseStore {

    /** A change takes milliseconds. Who waits longer waits for a process that was stopped in the middle of one. */
    private static final long PATIENCE_MS = 10_000;

    private static final long PAUSE_MS = 10;

    private final Path file;

    LocalLeaseStore(Path file) {
        this.file = file;
    }

    @Override
    public String path() {
        return file.toString();
    }

    @Override
    public Optional<Stored> read() throws IOException {
        try {
            return readOnce();
        } catch (IllegalArgumentException perhapsHalfOverwritten) {
            sleep();
            return readOnce();
        }
    }

    private Optional<Stored> readOnce() throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return Optional.of(new Stored(LeaseRecord.of(bytes), new String(bytes, StandardCharsets.UTF_8)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
    }

    @Override
    public boolean put(Optional<Stored> expected, LeaseRecord next) throws IOException {
        Files.createDirectories(file.getParent());
        // Locks are held for a process as a whole: threads of one are kept apart by the monitor.
        synchronized (LocalLeaseStore.class) {
            try (FileChannel mutex = FileChannel.open(
                            file.resolveSibling("lease.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(mutex)) {
                if (!read().map(Stored::tag).equals(expected.map(Stored::tag))) {
                    return false;
                }
                try {
                    write(next.toBytes());
                } catch (AccessDeniedException denied) {
                    throw denied;
                } catch (IOException full) {
                    overwrite(next.toBytes(), full);
                }
                return lock.isValid();
            }
        }
    }

    private FileLock lock(FileChannel mutex) throws IOException {
        long began = System.nanoTime();
        while (true) {
            try {
                FileLock lock = mutex.tryLock();
                if (lock != null) {
                    return lock;
                }
            } catch (OverlappingFileLockException otherClassLoader) {
                // Held by this very process through another class loader.
            }
            if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) > PATIENCE_MS) {
                throw new IOException(
                        "the lease " + file + " is being changed by a process that does not get on with it;"
                                + " was it stopped? Let it go on or end it, then try again");
            }
            sleep();
        }
    }

    private void sleep() throws IOException {
        try {
            Thread.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for the lease " + file);
        }
    }

    /**
     * Writes over the old content, which needs no room: a job that dies of a full disk can still give its lease back, and the
     * next one need not wait for the lease to expire.
     */
    private void overwrite(byte[] content, IOException why) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content), 0);
            channel.truncate(content.length);
            channel.force(true);
        } catch (IOException e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    /** The new content reaches the disk before the name does, and the name before this returns. */
    private void write(byte[] content) throws IOException {
        Path whole = file.resolveSibling("lease.json.tmp");
        try (FileChannel channel = FileChannel.open(
                whole, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel folder = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        } catch (IOException notOnThisSystem) {
            // Some systems cannot open a folder; there the rename reaches the disk when it does.
            return;
        }
    }
}
