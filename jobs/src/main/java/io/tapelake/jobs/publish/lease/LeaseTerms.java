package io.tapelake.jobs.publish.lease;

import io.tapelake.config.LakeConfig;
import java.time.Duration;

/**
 * How long a lease lasts, and how long to wait for it.
 *
 * @param duration after this long without a heartbeat another job may take it; a heartbeat comes three times as often
 * @param patience how long to wait while another job holds it; zero gives up at once
 */
public record LeaseTerms(Duration duration, Duration patience) {

    /**
     * Terms.
     *
     * @throws IllegalArgumentException if the duration is not positive or the wait is negative
     */
    public LeaseTerms {
        if (duration.isZero() || duration.isNegative() || patience.isNegative()) {
            throw new IllegalArgumentException("a lease of " + duration + " waited for " + patience
                    + ": it must last, and the wait cannot be negative");
        }
    }

    /** As the configuration says. */
    public static LeaseTerms of(LakeConfig config) {
        return new LeaseTerms(Duration.ofSeconds(config.leaseSeconds()), Duration.ofSeconds(config.leaseWaitSeconds()));
    }
}
