package io.tapelake.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which code this is: the project's version and the commit it was built from, for {@code --version} and for
 * the {@code code_version} of a run.
 *
 * @param version the Maven version, such as {@code 0.1.0-SNAPSHOT}
 * @param commit the abbreviated commit, or an empty string when built outside a git clone
 * @param dirty whether the build held changes that were in no commit
 */
public record CodeVersion(String version, String commit, boolean dirty) {
    private static final String RESOURCE = "build.properties";

    /** The version of the running build. */
    public static CodeVersion current() {
        Properties properties = new Properties();
        try (InputStream in = CodeVersion.class.getResourceAsStream(RESOURCE)) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE + " of this build", e);
        }
        return new CodeVersion(
                properties.getProperty("version"),
                filled(properties.getProperty("commit")),
                Boolean.parseBoolean(properties.getProperty("dirty")));
    }

    /** One word, such as {@code 0.1.0-SNAPSHOT+3af3b73} or {@code 0.1.0-SNAPSHOT+3af3b73.dirty}. */
    @Override
    public String toString() {
        return commit.isEmpty() ? version : version + "+" + commit + (dirty ? ".dirty" : "");
    }

    /** Outside a git clone Maven leaves its placeholder standing. */
    private static String filled(String value) {
        return value == null || value.startsWith("${") ? "" : value;
    }
}
