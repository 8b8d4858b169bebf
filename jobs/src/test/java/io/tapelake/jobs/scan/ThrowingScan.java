package io.tapelake.jobs.scan;

import io.tapelake.jobs.TestLake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A night on which the scanner fails for some symbols. */
public final class ThrowingScan {

    private ThrowingScan() {}

    /** A lake whose scanner fails on cheap symbols. */
    public static TestLake lake(Path root) {
        return SmallMarket.lake(root, "scan.detectors=opening-bell," + ThrowingDetector.class.getName());
    }

    /** Three dates of the small market. */
    public static Path input(Path folder) throws IOException {
        SmallMarket market = SmallMarket.write(folder.resolve("_market"));
        for (Path file : market.files().subList(0, 3)) {
            Files.copy(file, folder.resolve(file.getFileName()));
        }
        return folder;
    }
}
