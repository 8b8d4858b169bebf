package io.tapelake.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tapelake.lake.S3Server;
import io.tapelake.lake.files.StorageCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
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
    void aStoreThatAnswersIsFineWhetherThePathExistsOrNot() {
        StorageCheck.reach("s3a://bucket/nothing/there", server.configuration());
    }

    @Test
    void aWrongBucketIsNamedWithItsServer() {
        assertThat(told("s3a://no-such-bucket/lake", Map.of())).contains("no s3a://no-such-bucket", server.endpoint());
    }

    @Test
    void aWrongKeyIsToldAsSuch() {
        assertThat(told("s3a://bucket/lake", Map.of("fs.s3a.secret.key", "not-the-key")))
                .contains(server.endpoint(), "refuses access", "AWS_SECRET_ACCESS_KEY");
    }

    @Test
    void withoutKeysItSaysWhereTheyAreSet() {
        Map<String, String> none = Map.of(
                "fs.s3a.access.key",
                "",
                "fs.s3a.secret.key",
                "",
                "fs.s3a.aws.credentials.provider",
                "org.apache.hadoop.fs.s3a.SimpleAWSCredentialsProvider");
        assertThat(told("s3a://bucket/lake", none)).contains("no keys", server.endpoint(), "AWS_ACCESS_KEY_ID");
    }

    @Test
    void aServerThatDoesNotAnswerIsNamedAtOnce() throws IOException {
        int closed;
        try (ServerSocket free = new ServerSocket(0)) {
            closed = free.getLocalPort();
        }
        String endpoint = "http://127.0.0.1:" + closed;
        assertThat(told("s3a://bucket/lake", Map.of("fs.s3a.endpoint", endpoint)))
                .contains("cannot reach " + endpoint, "AWS_ENDPOINT_URL");
    }

    private static String told(String path, Map<String, String> settings) {
        Configuration configuration = server.configuration();
        settings.forEach(configuration::set);
        Throwable thrown = catchThrowable(() -> StorageCheck.reach(path, configuration));
        assertThat(thrown).isInstanceOf(UncheckedIOException.class);
        assertThat(thrown.getCause().getMessage()).doesNotContain("\n");
        return thrown.getCause().getMessage();
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
