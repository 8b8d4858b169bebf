package io.tapelake.cli.dbn;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that appears under its name only when it is complete. It grows beside it under a temporary name. */
final class NewFile implements AutoCloseable {
    private final Path target;
    private final Path temporary;
    private final OutputStream stream;

    private NewFile(Path target, Path temporary) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.stream = Files.newOutputStream(temporary);
    }

    static NewFile at(Path target) throws IOException {
        Path folder = target.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp";
        return new NewFile(target, folder.resolve(name));
    }

    OutputStream stream() {
        return stream;
    }

    /** Gives the complete file its name, in the place of an older one. */
    void publish() throws IOException {
        stream.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was not published. */
    @Override
    public void close() throws IOException {
        stream.close();
        Files.deleteIfExists(temporary);
    }
}
