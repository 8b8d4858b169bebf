package io.tapelake.cli;

import io.tapelake.config.CodeVersion;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, as {@code tapelake --version} prints it. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "tapelake " + CodeVersion.current(),
            "Java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")"
        };
    }
}
