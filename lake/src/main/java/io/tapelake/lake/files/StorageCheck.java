package io.tapelake.lake.files;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/**
 * Asks a file system once, before any work, whether it can be reached at all. S3A's own retries are right in the middle of a
 * night and take minutes; a wrong name, key or address is to be told at once.
 */
public final class StorageCheck {

    private static final String KEYS = "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or fs.s3a.access.key and"
            + " fs.s3a.secret.key as spark.conf \"spark.hadoop....\"";

    private StorageCheck() {}

    /**
     * Returns if the file system of a path answers, whether the path exists or not. Local paths are not checked.
     *
     * @throws UncheckedIOException if not; its cause has one line that names the server and what to do
     */
    public static void reach(String path, Configuration settings) {
        if (LakeStorage.isLocal(path)) {
            return;
        }
        Path asked = new Path(path);
        Configuration once = new Configuration(settings);
        once.set("fs.s3a.attempts.maximum", "0");
        once.set("fs.s3a.retry.limit", "0");
        once.set("fs.s3a.retry.throttle.limit", "3");
        once.set("fs.s3a.connection.establish.timeout", "5s");
        once.set("fs.s3a.connection.timeout", "15s");
        once.set("fs.s3a.connection.acquisition.timeout", "15s");
        once.set("fs.s3a.connection.request.timeout", "15s");
        try (FileSystem fs = FileSystem.newInstance(asked.toUri(), once)) {
            fs.getFileStatus(asked);
        } catch (IOException e) {
            if (!isAbsent(e)) {
                throw new UncheckedIOException(new IOException(line(asked, settings, e), e));
            }
        }
    }

    /** No such path, but there is a bucket. */
    private static boolean isAbsent(IOException error) {
        return error instanceof FileNotFoundException && !noBucket(error);
    }

    private static boolean noBucket(IOException error) {
        return named(error, "UnknownStoreException")
                || String.valueOf(error.getMessage()).contains("NoSuchBucket");
    }

    private static String line(Path path, Configuration settings, IOException error) {
        String place = path.toUri().getScheme() + "://" + path.toUri().getAuthority();
        String server = server(path, settings);
        if (noBucket(error)) {
            return "there is no " + place + " at " + server
                    + "; check the name of the bucket and the endpoint, or make it";
        }
        if (named(error, "NoAuthWithAWSException") || named(error, "NoAwsCredentialsException")) {
            return "no keys for " + place + " at " + server + "; " + KEYS;
        }
        if (error instanceof AccessDeniedException) {
            return server + " refuses access to " + path
                    + " with these keys; check them and the rights of the bucket, or " + KEYS;
        }
        Throwable network = network(error);
        if (network != null) {
            return "cannot reach " + server + " for " + place + " (" + text(network)
                    + "); check AWS_ENDPOINT_URL or fs.s3a.endpoint, and the network";
        }
        if (error instanceof UnsupportedFileSystemException) {
            return place + " is of no file system known here (" + text(error) + "); known are local folders and s3a://";
        }
        return place + " at " + server + " cannot be used: " + text(error);
    }

    private static String server(Path path, Configuration settings) {
        String bucket = path.toUri().getAuthority();
        String own = settings.getTrimmed("fs.s3a.bucket." + bucket + ".endpoint", "");
        String endpoint = own.isEmpty() ? settings.getTrimmed("fs.s3a.endpoint", "") : own;
        if (!path.toUri().getScheme().equals("s3a")) {
            return path.toUri().getScheme() + " server " + bucket;
        }
        return endpoint.isEmpty() ? "AWS" : endpoint;
    }

    private static Throwable network(Throwable error) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each instanceof ConnectException
                    || each instanceof UnknownHostException
                    || each instanceof NoRouteToHostException
                    || each instanceof SocketTimeoutException
                    || each instanceof InterruptedIOException
                    || named(each, "ConnectTimeoutException")
                    || named(each, "ApiCallTimeoutException")) {
                return each;
            }
        }
        return null;
    }

    private static boolean named(Throwable error, String simpleName) {
        for (Throwable each = error; each != null; each = each.getCause()) {
            if (each.getClass().getSimpleName().equals(simpleName)) {
                return true;
            }
        }
        return false;
    }

    private static String text(Throwable error) {
        String message = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
