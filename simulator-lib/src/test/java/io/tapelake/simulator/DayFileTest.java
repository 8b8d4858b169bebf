package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.simulator.day.DayFile;
import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DayFileTest {

    @TempDir
    private Path folder;

    @Test
    void aMappedDayShowsTheSameObservations() throws IOException {
        SplittableRandom random = new SplittableRandom(3);
        for (MadeUpDays.Shape shape : MadeUpDays.Shape.values()) {
            SimulatorDay day = MadeUpDays.of(
                            11, shape, 0.1, DaySettings.defaults().withPriorDays(3))
                    .build();
            Path file = folder.resolve(shape + ".day");
            DayFile.write(day, file);
            SimulatorDay mapped = DayFile.map(file);
            assertThat(mapped.key()).isEqualTo(day.key());
            assertThat(mapped.bytes()).isEqualTo(day.bytes());
            assertThat(mapped.priorDays()).hasSize(3);
            Observation loaded = new Observation(day, FeatureSet.defaults());
            Observation fromFile = new Observation(mapped, FeatureSet.defaults());
            for (int i = 0; i < 40; i++) {
                long ns = Instants.any(day, random);
                assertThat(loaded.difference(loaded.at(ns), fromFile.at(ns))).isEmpty();
            }
        }
    }

    @Test
    void aFileThatIsCutOffOrSomethingElseIsRefused() throws IOException {
        SimulatorDay day = MadeUpDays.of(5, MadeUpDays.Shape.TICKS, 0.02, DaySettings.defaults())
                .build();
        Path file = folder.resolve("whole.day");
        DayFile.write(day, file);
        byte[] bytes = Files.readAllBytes(file);
        Path cut = folder.resolve("cut.day");
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        assertThatThrownBy(() -> DayFile.map(cut))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut.day");
        Path other = folder.resolve("other.day");
        Files.writeString(other, "something else altogether");
        assertThatThrownBy(() -> DayFile.map(other)).hasMessageContaining("no day file");
    }
}
