package io.tapelake.jobs.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import jdk.jfr.consumer.RecordingStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Beside Hadoop's own local file system: the same answers, and no process. */
class LocalFilesTest {

    private static final Logger LOG = LoggerFactory.getLogger(LocalFilesTest.class);

    @TempDir
    private java.nio.file.Path folder;

    private static FileSystem open(Class<? extends FileSystem> type) throws IOException {
        Configuration conf = new Configuration();
        conf.set("fs.file.impl", type.getName());
        return FileSystem.newInstance(URI.create("file:///"), conf);
    }

    private static FileContext context() throws IOException {
        Configuration conf = new Configuration();
        LocalFiles.hadoopSettings().forEach(conf::set);
        return FileContext.getFileContext(URI.create("file:///"), conf);
    }

    @Test
    void statusesEqualThoseOfHadoop() throws IOException {
        Files.writeString(folder.resolve("plain"), "some text");
        Files.createDirectory(folder.resolve("folder"));
        Files.createSymbolicLink(folder.resolve("link"), folder.resolve("plain"));
        try (FileSystem hadoop = open(LocalFileSystem.class);
                FileSystem ours = open(LocalFiles.class)) {
            FileStatus[] expected = hadoop.listStatus(new Path(folder.toUri()));
            FileStatus[] found = ours.listStatus(new Path(folder.toUri()));
            assertThat(described(found)).containsExactlyInAnyOrderElementsOf(described(expected));
        }
    }

    private static List<String> described(FileStatus[] statuses) {
        List<String> described = new ArrayList<>();
        for (FileStatus one : statuses) {
            described.add(one.getPath() + " " + one.isDirectory() + " " + (one.isDirectory() ? 0 : one.getLen()) + " "
                    + one.getModificationTime() + " " + one.getPermission() + " " + one.getOwner() + " "
                    + one.getGroup()
                    + " " + one.getBlockSize() + " " + one.getReplication());
        }
        return described;
    }

    @Test
    void permissionsAreSetAsAsked() throws IOException {
        Path file = new Path(folder.resolve("secret").toUri());
        try (FileSystem ours = open(LocalFiles.class)) {
            ours.create(file).close();
            for (String octal : List.of("640", "000", "777", "1755", "400")) {
                FsPermission wanted = new FsPermission(octal);
                ours.setPermission(file, wanted);
                assertThat(Files.getPosixFilePermissions(folder.resolve("secret")))
                        .hasSize(Integer.bitCount(wanted.toShort() & 0777));
                assertThat(ours.getFileStatus(file).getPermission().getUserAction())
                        .isEqualTo(wanted.getUserAction());
                assertThat(ours.getFileStatus(file).getPermission().getGroupAction())
                        .isEqualTo(wanted.getGroupAction());
                assertThat(ours.getFileStatus(file).getPermission().getOtherAction())
                        .isEqualTo(wanted.getOtherAction());
            }
        }
    }

    @Test
    void aRenameOntoAFileIsRefusedAndOneOntoNothingIsDone() throws IOException {
        Path from = new Path(folder.resolve("from").toUri());
        Path to = new Path(folder.resolve("to").toUri());
        Files.writeString(folder.resolve("from"), "new");
        context().rename(from, to);
        assertThat(folder.resolve("to")).hasContent("new");
        Files.writeString(folder.resolve("from"), "newer");
        assertThatThrownBy(() -> context().rename(from, to)).hasMessageContaining("already exists");
        assertThat(folder.resolve("to")).hasContent("new");
        context().rename(from, to, Options.Rename.OVERWRITE);
        assertThat(folder.resolve("to")).hasContent("newer");
        assertThatThrownBy(() -> context().rename(from, to)).isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void noFileStartsAProcess() throws Exception {
        // Hadoop asks once per JVM whether it can, with a process.
        LOG.info("setsid: {}", Shell.isSetsidAvailable);
        List<String> started = new CopyOnWriteArrayList<>();
        RecordingStream events = new RecordingStream();
        try {
            events.enable("jdk.ProcessStart");
            events.onEvent("jdk.ProcessStart", event -> started.add(event.getString("command")));
            events.startAsync();
            try (FileSystem ours = open(LocalFiles.class)) {
                Path file = new Path(folder.resolve("a/b/file").toUri());
                ours.create(file).close();
                ours.getFileStatus(file).getPermission();
                ours.listStatus(file.getParent());
                context().rename(file, file.suffix(".moved"));
            }
        } finally {
            // Waits for the events that are on their way.
            events.close();
        }
        assertThat(started).isEmpty();
    }
}
