package io.tapelake.cli.dbn;

import picocli.CommandLine.Option;

/** Whether old versions are turned into version 3. */
final class Upgrade {
    @Option(names = "--upgrade", description = "Turn DBN versions 1 and 2 into version 3.")
    private boolean asked;

    boolean asked() {
        return asked;
    }
}
