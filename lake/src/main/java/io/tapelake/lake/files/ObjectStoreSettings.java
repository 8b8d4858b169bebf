package io.tapelake.lake.files;

import java.util.Map;
import java.util.TreeMap;

/**
 * Hadoop's settings for S3, from the environment variables that AWS's own tools know and from Spark's settings.
 *
 * <p>{@code AWS_ACCESS_KEY_ID}, {@code AWS_SECRET_ACCESS_KEY} and {@code AWS_SESSION_TOKEN} are the keys,
 * {@code AWS_ENDPOINT_URL_S3} or {@code AWS_ENDPOINT_URL} names a server that is not AWS, {@code AWS_REGION} or
 * {@code AWS_DEFAULT_REGION} the region. Stateless.
 */
public final class ObjectStoreSettings {

    private static final String SPARK_PREFIX = "spark.hadoop.";

    private ObjectStoreSettings() {}

    /**
     * The settings of {@code environment}, with those of {@code spark} over them.
     *
     * @param environment environment variables
     * @param spark Spark settings; those that begin with {@code spark.hadoop.} are taken, without it
     * @return Hadoop settings by key, sorted
     */
    public static Map<String, String> of(Map<String, String> environment, Map<String, String> spark) {
        Map<String, String> settings = new TreeMap<>();
        // Its other stream guesses and reads ahead in blocks of 8 MB; ours are asked for by range.
        settings.put("fs.s3a.input.stream.type", "classic");
        put(settings, "fs.s3a.access.key", environment.get("AWS_ACCESS_KEY_ID"));
        put(settings, "fs.s3a.secret.key", environment.get("AWS_SECRET_ACCESS_KEY"));
        put(settings, "fs.s3a.session.token", environment.get("AWS_SESSION_TOKEN"));
        String endpoint = first(environment, "AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL");
        String region = first(environment, "AWS_REGION", "AWS_DEFAULT_REGION");
        if (endpoint != null) {
            settings.put("fs.s3a.endpoint", endpoint);
            // Such servers seldom have a DNS name per bucket, and take any region.
            settings.put("fs.s3a.path.style.access", "true");
            settings.put("fs.s3a.endpoint.region", region == null ? "us-east-1" : region);
        }
        put(settings, "fs.s3a.endpoint.region", region);
        spark.forEach((key, value) -> {
            if (key.startsWith(SPARK_PREFIX)) {
                settings.put(key.substring(SPARK_PREFIX.length()), value);
            }
        });
        return settings;
    }

    /** The same as Spark wants them: every key with {@code spark.hadoop.} before it. */
    public static Map<String, String> forSpark(Map<String, String> environment, Map<String, String> spark) {
        Map<String, String> settings = new TreeMap<>();
        of(environment, spark).forEach((key, value) -> settings.put(SPARK_PREFIX + key, value));
        return settings;
    }

    private static void put(Map<String, String> settings, String key, String value) {
        if (value != null && !value.isBlank()) {
            settings.put(key, value);
        }
    }

    private static String first(Map<String, String> environment, String... names) {
        for (String name : names) {
            String value = environment.get(name);
            if (value != null && !value.isBlank()) {
                return value;
            }
        }
        return null;
    }
}
