package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureSet;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoLookAheadTest {

    @ParameterizedTest
    @EnumSource(MadeUpDays.Shape.class)
    void anObservationIsTheSameWhenEverythingLaterIsDeleted(MadeUpDays.Shape shape) {
        int days = FullTests.cases(2, 40);
        int instants = FullTests.cases(6, 51);
        SplittableRandom random = new SplittableRandom(shape.name().hashCode());
        for (int i = 0; i < days; i++) {
            DaySettings settings =
                    DaySettings.defaults().withFeedDelayNs(new long[] {0, 20_000_000, 3_000_000_000L}[i % 3]);
            RawDay raw = MadeUpDays.of(random.nextInt(1_000_000), shape, 0.02 + 0.1 * random.nextDouble(), settings);
            SimulatorDay whole = raw.build();
            FeatureSet set = i % 2 == 0 ? FeatureSet.defaults() : someFeatures(random);
            Observation seen = new Observation(whole, set);
            for (int k = 0; k < instants; k++) {
                long ns = Instants.any(whole, random);
                long[] expected = seen.at(ns);
                long[] cut = new Observation(raw.knownBy(ns).build(), set).at(ns);
                assertThat(seen.difference(expected, cut))
                        .as("%s day %d %s at %d", shape, i, raw.key(), ns)
                        .isEmpty();
            }
        }
    }

    private static FeatureSet someFeatures(SplittableRandom random) {
        List<String> names = new ArrayList<>();
        for (String name : FeatureSet.names()) {
            if (random.nextInt(3) == 0) {
                names.add(0, name);
            }
        }
        return names.isEmpty() ? FeatureSet.defaults() : FeatureSet.of(names);
    }
}
