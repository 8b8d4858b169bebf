package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureExtractor;
import io.tapelake.simulator.feature.FeatureSet;
import io.tapelake.simulator.market.MarketView;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class FeatureSetTest {

    @Test
    void everyFloatIsFiniteAndInvalidOnesAreZeroWithoutAnAge() {
        FeatureSet set = FeatureSet.defaults();
        for (MadeUpDays.Shape shape : MadeUpDays.Shape.values()) {
            SimulatorDay day =
                    MadeUpDays.of(8, shape, 0.1, DaySettings.defaults()).build();
            SplittableRandom random = new SplittableRandom(1);
            float[] values = new float[set.floats()];
            for (int i = 0; i < 100; i++) {
                set.on(day).fill(MarketView.of(day).moveTo(Instants.any(day, random)), values, 0);
                for (int f = 0; f < set.size(); f++) {
                    assertThat(Float.isFinite(values[f])).as(set.name(f)).isTrue();
                    boolean valid = values[set.size() + f] == 1;
                    assertThat(valid || values[f] == 0).as(set.name(f)).isTrue();
                    assertThat(values[2 * set.size() + f] >= 0).as(set.name(f)).isEqualTo(valid);
                }
            }
        }
    }

    @Test
    void manyInstantsAtOnceGiveWhatOneAtATimeGives() {
        SimulatorDay day = MadeUpDays.of(8, MadeUpDays.Shape.TICKS, 0.1, DaySettings.defaults())
                .build();
        FeatureSet set = FeatureSet.defaults();
        SplittableRandom random = new SplittableRandom(2);
        long[] instants = new long[50];
        Arrays.setAll(instants, i -> Instants.any(day, random));
        float[] together = new float[instants.length * set.floats()];
        FeatureExtractor extractor = set.on(day);
        extractor.fill(instants, together, 0);
        float[] alone = new float[instants.length * set.floats()];
        for (int i = 0; i < instants.length; i++) {
            set.on(day).fill(MarketView.of(day).moveTo(instants[i]), alone, i * set.floats());
        }
        assertThat(together).isEqualTo(alone);
    }

    @Test
    void theSchemaHashKnowsNamesAndOrder() {
        String hash = FeatureSet.of(List.of("spread_bps", "rvol")).schemaHash();
        assertThat(hash).matches("v1-[0-9a-f]{16}");
        assertThat(FeatureSet.of(List.of("rvol", "spread_bps")).schemaHash()).isNotEqualTo(hash);
        // A change of this line means that trained models no longer fit: raise FeatureTable.VERSION.
        assertThat(FeatureSet.defaults().schemaHash()).isEqualTo("v1-3a44b175cd39a84c");
    }

    @Test
    void aNameThatIsUnknownOrComesTwiceIsAnError() {
        assertThatThrownBy(() -> FeatureSet.of(List.of("spred"))).hasMessageContaining("no feature 'spred'");
        assertThatThrownBy(() -> FeatureSet.of(List.of("rvol", "rvol"))).hasMessageContaining("comes twice");
        assertThatThrownBy(() -> FeatureSet.of(List.of())).hasMessageContaining("at least one");
    }
}
