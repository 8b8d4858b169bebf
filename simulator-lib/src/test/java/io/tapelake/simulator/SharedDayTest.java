package io.tapelake.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.simulator.day.DaySettings;
import io.tapelake.simulator.day.SimulatorDay;
import io.tapelake.simulator.feature.FeatureSet;
import io.tapelake.simulator.step.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class SharedDayTest {
    private static final int ENVIRONMENTS = 8;

    /** Some episodes of one environment: resets, steps, and the observation of each, folded into one number. */
    private static long episodes(SimulatorDay day, int environment) {
        SplittableRandom random = new SplittableRandom(environment);
        Observation observation = new Observation(day, FeatureSet.defaults());
        long hash = 0;
        int episodes = FullTests.cases(5, 200);
        for (int episode = 0; episode < episodes; episode++) {
            Cursor cursor = environment % 2 == 0 ? Cursor.sparse(day) : Cursor.uniform(day, 1_000_000_000L);
            cursor.moveTo(Instants.any(day, random));
            for (int step = 0; step < 20 && cursor.next(); step++) {
                for (long bits : observation.at(cursor.nowNs())) {
                    hash = hash * 31 + bits;
                }
            }
        }
        return hash;
    }

    @Test
    void eightEnvironmentsInEightThreadsGiveTheSameEpisodesAsOneAfterAnother() throws Exception {
        SimulatorDay day = MadeUpDays.of(21, MadeUpDays.Shape.TICKS, 0.3, DaySettings.defaults())
                .build();
        List<Long> alone = new ArrayList<>();
        for (int i = 0; i < ENVIRONMENTS; i++) {
            alone.add(episodes(day, i));
        }
        ExecutorService threads = Executors.newFixedThreadPool(ENVIRONMENTS);
        try {
            List<Callable<Long>> tasks = new ArrayList<>();
            for (int i = 0; i < ENVIRONMENTS; i++) {
                int environment = i;
                tasks.add(() -> episodes(day, environment));
            }
            List<Long> together = new ArrayList<>();
            for (Future<Long> result : threads.invokeAll(tasks)) {
                together.add(result.get());
            }
            assertThat(together).isEqualTo(alone);
            assertThat(alone).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }
}
