package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureSet;
import io.tapelake.simulator.step.Cursor;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PathIndependenceTest {

    @ParameterizedTest
    @EnumSource(Cursor.Mode.class)
    void anObservationIsTheSameByResetAndByStepsFromFourOClock(Cursor.Mode mode) {
        SplittableRandom random = new SplittableRandom(mode.name().hashCode());
        int days = FullTests.cases(3, 60);
        int each = FullTests.cases(30, 240);
        int compared = 0;
        for (int i = 0; i < days; i++) {
            MadeUpDays.Shape shape = MadeUpDays.Shape.values()[i % MadeUpDays.Shape.values().length];
            SimulatorDay day = MadeUpDays.of(random.nextInt(1_000_000), shape, 0.05, DaySettings.defaults())
                    .build();
            Cursor cursor = cursor(day, mode);
            Observation stepping = new Observation(day, FeatureSet.defaults());
            int every = Math.max(1, steps(day, mode) / each);
            int step = 0;
            while (cursor.next()) {
                // Every step moves the view and its features on, as an environment does.
                long[] stepped = random.nextInt(every) == 0 ? stepping.at(cursor.nowNs()) : null;
                if (stepped == null) {
                    stepping.view().moveTo(cursor.nowNs());
                    continue;
                }
                step++;
                Observation fresh = new Observation(day, FeatureSet.defaults());
                if (random.nextBoolean()) {
                    fresh.at(Instants.any(day, random));
                }
                assertThat(fresh.difference(stepped, fresh.at(cursor.nowNs())))
                        .as("%s %s at %d", mode, shape, cursor.nowNs())
                        .isEmpty();
                Cursor reset = cursor(day, mode);
                reset.moveTo(cursor.nowNs());
                assertThat(reset.peek()).isEqualTo(cursor.peek());
            }
            compared += step;
        }
        assertThat(compared).isGreaterThanOrEqualTo(FullTests.cases(20, 10_000));
    }

    private static int steps(SimulatorDay day, Cursor.Mode mode) {
        Cursor cursor = cursor(day, mode);
        int steps = 0;
        while (cursor.next()) {
            steps++;
        }
        return steps;
    }

    private static Cursor cursor(SimulatorDay day, Cursor.Mode mode) {
        return switch (mode) {
            case SPARSE -> Cursor.sparse(day);
            case UNIFORM -> Cursor.uniform(day, 1_000_000_000L);
            case HYBRID -> Cursor.hybrid(day, 250_000_000L, 5_000_000_000L);
        };
    }
}
