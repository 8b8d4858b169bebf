package io.tapelake.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/**
 * A real S3 server on a free port of loopback, in a process of its own: s3proxy, whose jars the module {@code s3-server}
 * gathers. Objects lie as files in a folder, so that a test can look at them. Signatures are checked.
 *
 * <p>The server ends with {@link #close}, or with this JVM.
 */
public final class S3Server implements AutoCloseable {

    public static final String ACCESS_KEY = "test-access-key";
    public static final String SECRET_KEY = "test-secret-key";
    public static final String REGION = "us-east-1";

    private static final Pattern LISTENING = Pattern.compile("Started .*\\{127\\.0\\.0\\.1:(\\d+)}");
    private static final Pattern REQUEST = Pattern.compile("\\{([A-Z]+)@\\S+ http://[^/]+(\\S*) HTTP");
    private static final long PATIENCE_MS = 60_000;

    private final Process process;
    private final Path buckets;
    private final Path log;
    private final String endpoint;
    private final Thread endsWithJvm;

    private S3Server(Process process, Path buckets, Path log, int port, Thread endsWithJvm) {
        this.process = process;
        this.buckets = buckets;
        this.log = log;
        this.endpoint = "http://127.0.0.1:" + port;
        this.endsWithJvm = endsWithJvm;
    }

    /**
     * Starts a server without buckets.
     *
     * @param folder existing folder for its settings, its log and the objects
     */
    public static S3Server start(Path folder) {
        try {
            Path buckets = Files.createDirectory(folder.resolve("buckets"));
            Path settings = folder.resolve("s3-server.properties");
            Files.writeString(
                    settings,
                    String.join(
                            "\n",
                            "s3proxy.endpoint=http://127.0.0.1:0",
                            "s3proxy.authorization=aws-v2-or-v4",
                            "s3proxy.identity=" + ACCESS_KEY,
                            "s3proxy.credential=" + SECRET_KEY,
                            "jclouds.provider=filesystem-nio2",
                            "jclouds.filesystem.basedir=" + buckets));
            Path logging = folder.resolve("s3-server-log.xml");
            try (var from = S3Server.class.getResourceAsStream("s3-server-log.xml")) {
                Files.copy(from, logging);
            }
            Path log = folder.resolve("s3-server.log");
            Process process = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xmx256m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=1",
                            "-Dlogback.configurationFile=" + logging,
                            "-cp",
                            jars() + "/*",
                            "org.gaul.s3proxy.Main",
                            "--properties",
                            settings.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            Thread endsWithJvm = new Thread(process::destroyForcibly);
            Runtime.getRuntime().addShutdownHook(endsWithJvm);
            return new S3Server(process, buckets, log, port(process, log), endsWithJvm);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start an S3 server in " + folder, e);
        }
    }

    private static int port(Process process, Path log) throws IOException {
        long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MS);
        while (process.isAlive() && System.nanoTime() < until) {
            Matcher listening = LISTENING.matcher(Files.readString(log));
            if (listening.find()) {
                return Integer.parseInt(listening.group(1));
            }
            sleep(50);
        }
        process.destroyForcibly();
        throw new IllegalStateException("the S3 server did not start:\n" + Files.readString(log));
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    /** Where the build puts the server's jars, seen from any module. */
    private static Path jars() {
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            Path jars = folder.resolve("s3-server/target/lib");
            if (Files.isDirectory(jars)) {
                return jars;
            }
        }
        throw new IllegalStateException(
                "no s3-server/target/lib above " + start + "; run: mvn -q -pl s3-server generate-resources");
    }

    /** Its address, such as {@code http://127.0.0.1:40123}. */
    public String endpoint() {
        return endpoint;
    }

    /**
     * Makes an empty bucket. No two servers of one JVM may have buckets of one name: Hadoop keeps file systems by bucket and
     * would go on asking the first server.
     */
    public void createBucket(String name) {
        try {
            Files.createDirectory(buckets.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make bucket " + name, e);
        }
    }

    /** The folder that holds the objects of a bucket under their keys. */
    public Path bucket(String name) {
        return buckets.resolve(name);
    }

    /** Hadoop's settings for this server: endpoint, keys, path style, region. */
    public Map<String, String> settings() {
        return Map.of(
                "fs.s3a.endpoint", endpoint,
                "fs.s3a.endpoint.region", REGION,
                "fs.s3a.path.style.access", "true",
                "fs.s3a.access.key", ACCESS_KEY,
                "fs.s3a.secret.key", SECRET_KEY);
    }

    /** The same as environment variables of a process. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_ENDPOINT_URL", endpoint,
                "AWS_REGION", REGION,
                "AWS_ACCESS_KEY_ID", ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY", SECRET_KEY);
    }

    /** A new configuration with {@link #settings} over Hadoop's defaults. */
    public Configuration configuration() {
        Configuration configuration = new Configuration();
        settings().forEach(configuration::set);
        return configuration;
    }

    /** Every request so far, in order, as in {@code GET /bucket/key}. Parameters are not shown. */
    public List<String> requests() {
        List<String> requests = new ArrayList<>();
        try (Stream<String> lines = Files.lines(log)) {
            lines.filter(line -> line.contains(" request: ")).forEach(line -> {
                Matcher request = REQUEST.matcher(line);
                if (request.find()) {
                    requests.add(request.group(1) + " " + request.group(2));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + log, e);
        }
        return requests;
    }

    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            Runtime.getRuntime().removeShutdownHook(endsWithJvm);
        } catch (IllegalStateException jvmEnds) {
            // the hook runs now
        }
    }
}
