package io.tapelake.jobs.publish.lease;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Renews a lease while the process lives, and lets it go when the process is told to end. */
final class Heartbeat implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    private final ScheduledExecutorService timer;
    private final Thread atExit;

    private Heartbeat(ScheduledExecutorService timer, Thread atExit) {
        this.timer = timer;
        this.atExit = atExit;
    }

    static Heartbeat start(Lease lease, Duration every) {
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "lake-lease");
            thread.setDaemon(true);
            return thread;
        });
        // The beat itself catches what goes wrong; nobody waits for this.
        ScheduledFuture<?> unused = timer.scheduleWithFixedDelay(
                () -> beat(lease, timer), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
        // The job's own thread may be in the middle of a commit when this runs, hence not a release.
        Thread atExit = new Thread(lease::abandon, "lake-lease-exit");
        Runtime.getRuntime().addShutdownHook(atExit);
        return new Heartbeat(timer, atExit);
    }

    private static void beat(Lease lease, ScheduledExecutorService timer) {
        try {
            lease.renew();
        } catch (LeaseException lost) {
            LOG.error("{}", lost.getMessage());
            timer.shutdown();
        } catch (IOException | RuntimeException e) {
            LOG.warn("the lease was not renewed; tried again before it expires", e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException ending) {
            // The hook is running or has run.
            return;
        }
    }
}
