package io.tapelake.jobs.publish.lease;

import io.tapelake.jobs.publish.lease.LeaseRecord.State;
import io.tapelake.jobs.publish.lease.LeaseStore.Stored;
import io.tapelake.lake.files.LakeStorage;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.apache.hadoop.conf.Configuration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to write to a lake, held by one job at a time. A heartbeat keeps it while the job lives; of a job that died it
 * expires. Every holder has a larger token than the one before.
 *
 * <p>A job may be stopped between {@link #check()} and the write that follows, for longer than its lease lasts. So the check
 * alone keeps nobody out: {@link #tookOver()} tells the next holder that it has to shut the door behind the last one.
 *
 * <p>Thread-safe.
 */
public final class Lease implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lease.class);

    private final LeaseStore store;
    private final LeaseTerms terms;
    private final Clock clock;
    private final boolean tookOver;
    private volatile Stored mine;
    private boolean ended;
    private Heartbeat heartbeat;

    private Lease(LeaseStore store, LeaseTerms terms, Clock clock, Stored mine, boolean tookOver) {
        this.store = store;
        this.terms = terms;
        this.clock = clock;
        this.mine = mine;
        this.tookOver = tookOver;
    }

    /** How to wait between two looks at a lease that another job holds. */
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * Takes the lease of a lake, and keeps it alive until it is closed or the process ends.
     *
     * @param root folder or URI of the lake
     * @param job what the job is called in messages to others
     * @param lastToken the largest token known otherwise; asked only where the lake has no lease file
     * @throws LeaseException if another job holds it and does not let go in the time to wait
     */
    public static Lease take(
            String root, Configuration hadoop, String job, LeaseTerms terms, Clock clock, LongSupplier lastToken) {
        Lease lease;
        try {
            LeaseStore store = LeaseStore.of(root, hadoop);
            lease = take(store, Holder.thisProcess(job), terms, clock, lastToken, d -> Thread.sleep(d.toMillis()));
        } catch (IOException e) {
            throw new LeaseException(
                    e instanceof AccessDeniedException
                            ? "the lake at " + (LakeStorage.isLocal(root) ? LakeStorage.localPath(root) : root)
                                    + " cannot be written: Permission denied (" + e.getMessage()
                                    + "). Nothing was done: give this user the permission to write there, or another"
                                    + " lake.path"
                            : "the lease of the lake at " + root + " cannot be taken: " + e.getMessage(),
                    e);
        }
        lease.heartbeat = Heartbeat.start(lease, terms.duration().dividedBy(3));
        return lease;
    }

    static Lease take(
            LeaseStore store, Holder holder, LeaseTerms terms, Clock clock, LongSupplier lastToken, Pause pause)
            throws IOException {
        Instant until = clock.instant().plus(terms.patience());
        while (true) {
            Optional<Stored> found = read(store);
            Instant now = clock.instant();
            if (found.isEmpty() || found.get().lease().isFree(now)) {
                long last = found.isPresent() ? found.get().lease().token() : lastToken.getAsLong();
                LeaseRecord next = holder.lease(last + 1, now, terms.duration());
                Optional<Stored> mine = store.put(found, next)
                        ? read(store).filter(stored -> stored.lease().equals(next))
                        : Optional.empty();
                if (mine.isPresent()) {
                    boolean tookOver = found.isPresent() && found.get().lease().state() != State.RELEASED;
                    if (tookOver) {
                        LOG.warn(
                                "the lease of {} is taken over",
                                found.get().lease().who());
                    }
                    return new Lease(store, terms, clock, mine.get(), tookOver);
                }
                continue;
            }
            LeaseRecord other = found.get().lease();
            if (!now.isBefore(until)) {
                throw new LeaseException(heldBy(other, store, terms));
            }
            pause(pause, now, until, other);
        }
    }

    private static Optional<Stored> read(LeaseStore store) throws IOException {
        try {
            return store.read();
        } catch (IllegalArgumentException damaged) {
            throw new LeaseException(
                    "the lease file " + store.path() + " is damaged (" + damaged.getMessage()
                            + "). Make sure that no job is at work on the lake, delete the file and try again",
                    damaged);
        }
    }

    private static void pause(Pause pause, Instant now, Instant until, LeaseRecord other) throws IOException {
        Duration next = Duration.between(now, other.expires().isBefore(until) ? other.expires() : until);
        try {
            pause.of(next.compareTo(Duration.ofSeconds(1)) > 0 ? Duration.ofSeconds(1) : next.plusMillis(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.io.InterruptedIOException("interrupted while waiting for " + other.who());
        }
    }

    private static String heldBy(LeaseRecord other, LeaseStore store, LeaseTerms terms) {
        return "the lake has one writer at a time, and " + other.who() + " is at work on it; its lease lasts until "
                + other.expires() + " and is renewed while it lives. "
                + (terms.patience().isZero()
                        ? "Wait for it, or let this job wait with lake.lease-wait-seconds"
                        : "Waited " + terms.patience().toSeconds() + " s (lake.lease-wait-seconds) in vain")
                + ". If that process is gone, try again after that time. The lease is " + store.path();
    }

    /** Larger than the token of every holder before. */
    public long token() {
        return mine.lease().token();
    }

    /** Random id of this holder. */
    public String holder() {
        return mine.lease().holder();
    }

    /** True if the holder before did not say that it was done: it may be stopped in the middle of a write, and go on. */
    public boolean tookOver() {
        return tookOver;
    }

    /**
     * Makes sure that this job still holds the lease. One that has expired is taken anew, which works only if nobody else had
     * it since.
     *
     * @throws LeaseException if it is lost; nothing may be written any more
     */
    public synchronized void check() {
        if (ended) {
            throw new LeaseException("the lease was given back, because this process is ending or its job has ended");
        }
        try {
            if (!clock.instant().isBefore(mine.lease().expires())) {
                renew();
            } else if (!store.read().map(Stored::tag).equals(Optional.of(mine.tag()))) {
                throw lost();
            }
        } catch (IOException e) {
            throw new LeaseException(
                    "the lease " + store.path() + " cannot be read: " + e.getMessage()
                            + ". Nothing was published; run the job again",
                    e);
        }
    }

    /** Says that the holder is alive. */
    synchronized void renew() throws IOException {
        if (ended) {
            return;
        }
        LeaseRecord next = mine.lease().renewed(clock.instant(), terms.duration());
        if (!store.put(Optional.of(mine), next)) {
            throw lost();
        }
        mine = store.read().filter(now -> now.lease().equals(next)).orElseThrow(this::lost);
    }

    private LeaseException lost() {
        String other;
        try {
            other = store.read()
                    .map(now -> now.lease().token() == token()
                            ? "was changed by hand"
                            : "was taken by " + now.lease().who())
                    .orElse("was deleted");
        } catch (IOException | IllegalArgumentException e) {
            other = "cannot be read";
        }
        return new LeaseException("this job held the lake with token " + token() + ", but its lease expired at "
                + mine.lease().expires() + " and " + other + ". It stops here and nothing of it is published; run it"
                + " again. Was the process stopped for longer than lake.lease-seconds ("
                + terms.duration().toSeconds() + " s)?");
    }

    /** Gives the lease back; the next job may take it at once. */
    @Override
    public void close() {
        end(State.RELEASED);
    }

    /** Lets the lease go without saying that this holder is done: the next one shuts the door behind it. */
    public void abandon() {
        end(State.INTERRUPTED);
    }

    private void end(State how) {
        if (heartbeat != null) {
            heartbeat.close();
        }
        synchronized (this) {
            if (ended) {
                return;
            }
            ended = true;
            try {
                if (!store.put(Optional.of(mine), mine.lease().ended(how, clock.instant()))) {
                    LOG.warn("the lease was not given back: {}", lost().getMessage());
                }
            } catch (IOException e) {
                LOG.warn("the lease {} was not given back and expires by itself", store.path(), e);
            }
        }
    }
}
