package io.tapelake.jobs.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Set;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsAction;
import org.apache.hadoop.fs.permission.FsPermission;

/**
 * Local files of which the JVM asks the operating system itself. What it cannot ask, the sticky bit and symbolic links, is left
 * to Hadoop's way.
 */
final class RawLocalFiles extends RawLocalFileSystem {

    @Override
    public void setPermission(Path path, FsPermission permission) throws IOException {
        if (permission.getStickyBit()) {
            super.setPermission(path, permission);
            return;
        }
        try {
            Files.setPosixFilePermissions(nio(path), posix(permission));
        } catch (UnsupportedOperationException notPosix) {
            super.setPermission(path, permission);
        }
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        try {
            return status(path, Files.readAttributes(nio(path), PosixFileAttributes.class));
        } catch (NoSuchFileException | UnsupportedOperationException hadoopSaysItBetter) {
            return super.getFileStatus(path);
        }
    }

    @Override
    public FileStatus getFileLinkStatus(Path path) throws IOException {
        try {
            PosixFileAttributes attributes =
                    Files.readAttributes(nio(path), PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isSymbolicLink() ? super.getFileLinkStatus(path) : status(path, attributes);
        } catch (NoSuchFileException hadoopSaysItBetter) {
            // Its way starts a process even for a file that is not there; the other one throws what callers expect.
            return super.getFileStatus(path);
        } catch (UnsupportedOperationException notPosix) {
            return super.getFileLinkStatus(path);
        }
    }

    private FileStatus status(Path path, PosixFileAttributes attributes) {
        boolean folder = attributes.isDirectory();
        return new FileStatus(
                folder ? 0 : attributes.size(),
                folder,
                1,
                getDefaultBlockSize(path),
                attributes.lastModifiedTime().toMillis(),
                attributes.lastAccessTime().toMillis(),
                permission(attributes.permissions()),
                attributes.owner().getName(),
                attributes.group().getName(),
                path.makeQualified(getUri(), getWorkingDirectory()));
    }

    private java.nio.file.Path nio(Path path) {
        return pathToFile(path).toPath();
    }

    private static Set<PosixFilePermission> posix(FsPermission permission) {
        Set<PosixFilePermission> posix = EnumSet.noneOf(PosixFilePermission.class);
        for (PosixFilePermission one : PosixFilePermission.values()) {
            if (action(permission, one).implies(kind(one))) {
                posix.add(one);
            }
        }
        return posix;
    }

    private static FsPermission permission(Set<PosixFilePermission> posix) {
        FsAction[] actions = {FsAction.NONE, FsAction.NONE, FsAction.NONE};
        posix.forEach(one -> actions[whose(one)] = actions[whose(one)].or(kind(one)));
        return new FsPermission(actions[0], actions[1], actions[2]);
    }

    private static FsAction action(FsPermission permission, PosixFilePermission one) {
        return switch (one) {
            case OWNER_READ, OWNER_WRITE, OWNER_EXECUTE -> permission.getUserAction();
            case GROUP_READ, GROUP_WRITE, GROUP_EXECUTE -> permission.getGroupAction();
            case OTHERS_READ, OTHERS_WRITE, OTHERS_EXECUTE -> permission.getOtherAction();
        };
    }

    private static FsAction kind(PosixFilePermission one) {
        return switch (one) {
            case OWNER_READ, GROUP_READ, OTHERS_READ -> FsAction.READ;
            case OWNER_WRITE, GROUP_WRITE, OTHERS_WRITE -> FsAction.WRITE;
            case OWNER_EXECUTE, GROUP_EXECUTE, OTHERS_EXECUTE -> FsAction.EXECUTE;
        };
    }
}
