package io.tapelake.simulator.cache;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.SymbolDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TrainingDaysTest {
    private static final long MINUTE = 60_000_000_000L;

    private final List<String> loaded = new ArrayList<>();
    private final AtomicLong now = new AtomicLong();
    private final List<Runnable> background = new ArrayList<>();

    private static SymbolDay day(String symbol) {
        return new SymbolDay(LocalDate.of(2025, 11, 14), "XNAS.ITCH", symbol);
    }

    private TrainingDays<String> days(long bytesMax, DayLoader<String> loader, String... symbols) {
        Iterator<String> order = List.of(symbols).iterator();
        return new TrainingDays<>(
                () -> order.hasNext() ? Optional.of(day(order.next())) : Optional.empty(),
                loader,
                day -> 100,
                PreloadSettings.defaults(bytesMax),
                background::add,
                now::get);
    }

    private String load(SymbolDay key) {
        loaded.add(key.symbol());
        return "day " + key.symbol();
    }

    private void runBackground() {
        List<Runnable> tasks = new ArrayList<>(background);
        background.clear();
        tasks.forEach(Runnable::run);
    }

    @Test
    void loadsTheNextDayFromThreeQuartersOfTheResetPointsOn() throws InterruptedException {
        TrainingDays<String> days = days(1_000, this::load, "A", "B");
        assertThat(days.next()).isEqualTo("day A");
        days.progress(74, 100);
        runBackground();
        assertThat(loaded).containsExactly("A");
        days.progress(75, 100);
        runBackground();
        assertThat(loaded).containsExactly("A", "B");
        assertThat(days.next()).isEqualTo("day B");
        assertThat(days.metrics().hits()).isEqualTo(1);
        assertThat(days.metrics().misses()).isEqualTo(1);
        assertThat(days.next()).isNull();
    }

    @Test
    void theBufferFollowsTheSpeedOfTheTraining() throws InterruptedException {
        for (long[] minutesAndSize : new long[][] {{9, 3}, {10, 2}, {19, 2}, {20, 1}, {90, 1}}) {
            loaded.clear();
            TrainingDays<String> days = days(1_000, this::load, "A", "B", "C", "D", "E", "F");
            days.next();
            now.addAndGet(minutesAndSize[0] * MINUTE);
            days.next();
            loaded.clear();
            days.progress(3, 4);
            runBackground();
            assertThat(loaded).as("%s minutes a day", minutesAndSize[0]).hasSize((int) minutesAndSize[1]);
            assertThat(days.metrics().queueDepth()).isEqualTo((int) minutesAndSize[1]);
        }
    }

    @Test
    void bytesBoundTheBuffer() throws InterruptedException {
        TrainingDays<String> days = days(250, this::load, "A", "B", "C", "D");
        days.next();
        days.next();
        days.progress(1, 1);
        runBackground();
        assertThat(days.metrics().bytes()).isEqualTo(200);
        assertThat(loaded).containsExactly("A", "B", "C");
    }

    @Test
    void aDayThatCannotBeLoadedIsTriedAgainThenSkippedWithItsReason() throws InterruptedException {
        TrainingDays<String> days = days(
                1_000,
                key -> {
                    loaded.add(key.symbol());
                    if (key.symbol().equals("BAD")) {
                        throw new IllegalStateException("page 7 is damaged");
                    }
                    return "day " + key.symbol();
                },
                "A",
                "BAD",
                "C",
                "BAD");
        days.next();
        days.progress(1, 1);
        runBackground();
        assertThat(days.next()).isEqualTo("day C");
        assertThat(loaded).containsExactly("A", "BAD", "BAD", "C");
        assertThat(days.metrics().skipped()).containsExactly(new SkippedDay(day("BAD"), "page 7 is damaged"));
        assertThat(days.metrics().retries()).isEqualTo(1);
        assertThat(days.next()).isNull();
    }

    @Test
    void aDayThatIsBeingLoadedIsWaitedFor() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Iterator<String> order = List.of("A", "B").iterator();
            TrainingDays<String> days = new TrainingDays<>(
                    () -> order.hasNext() ? Optional.of(day(order.next())) : Optional.empty(),
                    key -> {
                        if (key.symbol().equals("B")) {
                            begun.countDown();
                            awaitQuietly(release);
                        }
                        return key.symbol();
                    },
                    d -> 1,
                    PreloadSettings.defaults(100),
                    executor,
                    System::nanoTime);
            days.next();
            days.progress(1, 1);
            begun.await();
            new Thread(release::countDown).start();
            assertThat(days.next()).isEqualTo("B");
            assertThat(days.metrics().loads()).isEqualTo(2);
        } finally {
            executor.shutdownNow();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
