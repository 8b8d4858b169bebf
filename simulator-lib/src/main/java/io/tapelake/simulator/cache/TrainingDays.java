package io.tapelake.simulator.cache;

import io.tapelake.model.SymbolDay;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * The day that is trained on, and those that wait to be next.
 *
 * <p>The active day is one object for all environments of a process and all its reset points. Once a share of its reset points
 * is done, the next days of the curriculum are loaded in the background, first in, first out, as many as the speed of the
 * training asks for and the bytes allow. A day that cannot be loaded is tried again, then skipped with its reason: training goes
 * on with the one after it.
 *
 * <p>Thread-safe. {@link #next} is for one thread at a time: the one that moves the training to another day.
 *
 * @param <D> what a day is
 */
public final class TrainingDays<D> {
    private final Supplier<Optional<SymbolDay>> curriculum;
    private final DayLoader<D> loader;
    private final ToLongFunction<D> bytesOf;
    private final PreloadSettings settings;
    private final Executor background;
    private final LongSupplier clockNs;

    private final Deque<Slot<D>> queue = new ArrayDeque<>();
    private final List<Long> stalls = new ArrayList<>();
    private final List<Long> loadTimes = new ArrayList<>();
    private final List<SkippedDay> skipped = new ArrayList<>();
    private Slot<D> active;
    private long activeSinceNs;
    private long lastDayNs = -1;
    private long largestBytes;
    private long hits;
    private long misses;
    private long retries;
    private boolean isLoading;
    private boolean asked;

    private static final class Slot<D> {
        final SymbolDay key;
        D day;
        long bytes;
        String failure;
        boolean inHand;

        Slot(SymbolDay key) {
            this.key = key;
        }

        boolean isOver() {
            return day != null || failure != null;
        }
    }

    /**
     * Days in the order of a curriculum.
     *
     * @param curriculum gives the next day at each call; empty when there is none (any more)
     * @param bytesOf bytes of a day
     * @param background runs loads, one at a time
     * @param clockNs a clock that never goes back, nanoseconds
     */
    public TrainingDays(
            Supplier<Optional<SymbolDay>> curriculum,
            DayLoader<D> loader,
            ToLongFunction<D> bytesOf,
            PreloadSettings settings,
            Executor background,
            LongSupplier clockNs) {
        this.curriculum = curriculum;
        this.loader = loader;
        this.bytesOf = bytesOf;
        this.settings = settings;
        this.background = background;
        this.clockNs = clockNs;
    }

    /** The active day; null before the first call of {@link #next}. */
    public synchronized D active() {
        return active == null ? null : active.day;
    }

    /** Which day is active; null before the first. */
    public synchronized SymbolDay activeKey() {
        return active == null ? null : active.key;
    }

    /**
     * Tells how far the training on the active day is. From the configured share on the next days are loaded.
     *
     * @param done reset points done
     * @param of all reset points of the day
     */
    public void progress(long done, long of) {
        synchronized (this) {
            if (done < settings.startAtShare() * of) {
                return;
            }
            asked = true;
        }
        loadAhead();
    }

    /**
     * Goes to the next day of the curriculum that can be loaded. Waits when it is not ready.
     *
     * @return the day; null when the curriculum has no more
     * @throws InterruptedException when interrupted while it waits
     */
    public D next() throws InterruptedException {
        long from = clockNs.getAsLong();
        synchronized (this) {
            lastDayNs = active == null ? -1 : from - activeSinceNs;
            active = null;
            asked = false;
        }
        boolean hit = true;
        Slot<D> slot = take();
        while (slot != null) {
            hit &= slot.isOver();
            await(slot);
            if (slot.day != null) {
                return activate(slot, hit, from);
            }
            slot = take();
        }
        return null;
    }

    private synchronized D activate(Slot<D> slot, boolean hit, long from) {
        active = slot;
        activeSinceNs = clockNs.getAsLong();
        hits += hit ? 1 : 0;
        misses += hit ? 0 : 1;
        stalls.add(activeSinceNs - from);
        return slot.day;
    }

    /** The next slot, out of the queue; a day nobody has asked for yet joins it first. Null at the end. */
    private synchronized Slot<D> take() {
        if (queue.isEmpty()) {
            curriculum.get().ifPresent(key -> queue.add(new Slot<>(key)));
        }
        return queue.poll();
    }

    /** Waits for a load in the background, or loads here. */
    private void await(Slot<D> slot) throws InterruptedException {
        synchronized (this) {
            while (slot.inHand && !slot.isOver()) {
                wait();
            }
            if (slot.isOver()) {
                return;
            }
            slot.inHand = true;
        }
        load(slot);
    }

    private void loadAhead() {
        synchronized (this) {
            if (isLoading) {
                return;
            }
            isLoading = true;
        }
        try {
            background.execute(this::loadQueue);
        } catch (RuntimeException e) {
            synchronized (this) {
                isLoading = false;
            }
            throw e;
        }
    }

    private void loadQueue() {
        for (Slot<D> slot = nextAhead(); slot != null; slot = nextAhead()) {
            load(slot);
        }
    }

    /** A day to load ahead, as long as the buffer wants one and the bytes allow it. */
    private synchronized Slot<D> nextAhead() {
        boolean wanted = asked
                && queue.size() < settings.capacity(lastDayNs)
                && heldBytes() + largestBytes <= settings.bytesMax();
        Optional<SymbolDay> key = wanted ? curriculum.get() : Optional.empty();
        if (key.isEmpty()) {
            isLoading = false;
            return null;
        }
        Slot<D> slot = new Slot<>(key.get());
        slot.inHand = true;
        queue.add(slot);
        return slot;
    }

    private void load(Slot<D> slot) {
        String failure = "";
        for (int attempt = 1; attempt <= settings.attempts(); attempt++) {
            long from = clockNs.getAsLong();
            try {
                D day = loader.load(slot.key);
                finish(slot, day, clockNs.getAsLong() - from);
                return;
            } catch (RuntimeException | OutOfMemoryError e) {
                failure = e.getMessage() == null ? e.toString() : e.getMessage();
                if (attempt < settings.attempts()) {
                    countRetry();
                }
            }
        }
        fail(slot, failure);
    }

    private synchronized void countRetry() {
        retries++;
    }

    private synchronized void finish(Slot<D> slot, D day, long tookNs) {
        slot.bytes = bytesOf.applyAsLong(day);
        slot.day = day;
        largestBytes = Math.max(largestBytes, slot.bytes);
        loadTimes.add(tookNs);
        notifyAll();
    }

    private synchronized void fail(Slot<D> slot, String reason) {
        slot.failure = reason;
        queue.remove(slot);
        skipped.add(new SkippedDay(slot.key, reason));
        notifyAll();
    }

    private long heldBytes() {
        return (active == null ? 0 : active.bytes)
                + queue.stream().mapToLong(slot -> slot.bytes).sum();
    }

    /** What has happened so far. */
    public synchronized PreloadMetrics metrics() {
        return new PreloadMetrics(
                hits, misses, loadTimes.size(), retries, stalls, loadTimes, queue.size(), heldBytes(), skipped);
    }
}
