package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.lake.S3Server;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FSDataOutputStreamBuilder;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** S3A with the parts of the AWS SDK that are packaged, and the server that tests have: what jobs rely on works. */
class S3FileSystemTest {

    private static final Path ROOT = new Path("s3a://bucket/");

    private static S3Server server;
    private static FileSystem fs;

    @BeforeAll
    static void start(@TempDir java.nio.file.Path folder) throws IOException {
        server = S3Server.start(folder);
        server.createBucket("bucket");
        fs = FileSystem.newInstance(ROOT.toUri(), server.configuration());
    }

    @AfterAll
    static void stop() throws IOException {
        fs.close();
        server.close();
    }

    @Test
    void anObjectIsWrittenListedReadByRangeAndDeleted() throws IOException {
        Path file = new Path(ROOT, "plain/part.bin");
        write(file, "0123456789");

        assertThat(fs.listStatus(file.getParent())).singleElement().satisfies(found -> {
            assertThat(found.getLen()).isEqualTo(10);
            assertThat(found.getModificationTime()).isPositive();
            assertThat(((EtagSource) found).getEtag()).isNotBlank();
        });
        byte[] read = new byte[3];
        try (FSDataInputStream in = fs.open(file)) {
            in.readFully(4, read);
        }
        assertThat(new String(read, StandardCharsets.US_ASCII)).isEqualTo("456");
        fs.delete(file, false);
        assertThat(fs.exists(file)).isFalse();
    }

    @Test
    void aRenameCopiesThroughTheTransferManager() throws IOException {
        Path from = new Path(ROOT, "renamed/from");
        Path to = new Path(ROOT, "renamed/to");
        write(from, "moved");

        assertThat(fs.rename(from, to)).isTrue();

        assertThat(fs.exists(from)).isFalse();
        assertThat(fs.getFileStatus(to).getLen()).isEqualTo(5);
    }

    @Test
    void ofTwoWhoCreateAnObjectOneFails() throws IOException {
        Path file = new Path(ROOT, "lease/one");
        createIfAbsent(file, "first");

        assertThatThrownBy(() -> createIfAbsent(file, "second")).isInstanceOf(IOException.class);

        assertThat(fs.getFileStatus(file).getLen()).isEqualTo("first".length());
    }

    @Test
    void aWrongKeyIsRefused() throws IOException {
        Configuration wrong = server.configuration();
        wrong.set("fs.s3a.secret.key", "not-the-key");
        try (FileSystem other = FileSystem.newInstance(URI.create("s3a://bucket/"), wrong)) {
            assertThatThrownBy(() -> other.getFileStatus(new Path(ROOT, "any")))
                    .isInstanceOf(AccessDeniedException.class);
        }
    }

    private static void write(Path file, String text) throws IOException {
        try (FSDataOutputStream out = fs.create(file, true)) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static void createIfAbsent(Path file, String text) throws IOException {
        FSDataOutputStreamBuilder<?, ?> builder = fs.createFile(file);
        builder.opt("fs.option.create.conditional.overwrite", true);
        try (FSDataOutputStream out = builder.build()) {
            out.write(text.getBytes(StandardCharsets.US_ASCII));
        }
    }
}
