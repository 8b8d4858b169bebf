package io.tapelake.lake.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ObjectStoreSettingsTest {

    @Test
    void keysEndpointAndRegionComeFromTheEnvironment() {
        Map<String, String> settings = ObjectStoreSettings.of(
                Map.of(
                        "AWS_ACCESS_KEY_ID", "id",
                        "AWS_SECRET_ACCESS_KEY", "secret",
                        "AWS_SESSION_TOKEN", "token",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:9000",
                        "AWS_REGION", "eu-central-1"),
                Map.of());

        assertThat(settings)
                .containsEntry("fs.s3a.access.key", "id")
                .containsEntry("fs.s3a.secret.key", "secret")
                .containsEntry("fs.s3a.session.token", "token")
                .containsEntry("fs.s3a.endpoint", "http://127.0.0.1:9000")
                .containsEntry("fs.s3a.path.style.access", "true")
                .containsEntry("fs.s3a.endpoint.region", "eu-central-1");
    }

    @Test
    void theEndpointOfS3GoesBeforeTheOneOfAllServices() {
        assertThat(ObjectStoreSettings.of(
                        Map.of("AWS_ENDPOINT_URL", "http://all", "AWS_ENDPOINT_URL_S3", "http://s3"), Map.of()))
                .containsEntry("fs.s3a.endpoint", "http://s3");
    }

    @Test
    void withoutVariablesAwsIsAskedAsHadoopDoes() {
        assertThat(ObjectStoreSettings.of(Map.of("AWS_REGION", " "), Map.of()))
                .doesNotContainKeys(
                        "fs.s3a.endpoint", "fs.s3a.path.style.access", "fs.s3a.endpoint.region", "fs.s3a.access.key");
    }

    @Test
    void settingsOfSparkGoBeforeTheEnvironment() {
        Map<String, String> environment = Map.of("AWS_ENDPOINT_URL", "http://environment");
        Map<String, String> spark =
                Map.of("spark.hadoop.fs.s3a.endpoint", "http://configured", "spark.executor.memory", "1g");

        assertThat(ObjectStoreSettings.of(environment, spark))
                .containsEntry("fs.s3a.endpoint", "http://configured")
                .doesNotContainKey("spark.executor.memory");
        assertThat(ObjectStoreSettings.forSpark(environment, spark))
                .containsEntry("spark.hadoop.fs.s3a.endpoint", "http://configured");
    }
}
