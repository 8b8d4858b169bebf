package io.tapelake.jobs.publish;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How long each step of a run took. One step at a time: the next ends the one before. Not thread-safe. */
public final class Steps {

    private final Clock clock;
    private final Map<String, Double> seconds = new LinkedHashMap<>();
    private String step;
    private Instant since;

    private Steps(Clock clock, String first) {
        this.clock = clock;
        this.step = first;
        this.since = clock.instant();
    }

    /** Begins with a step. */
    public static Steps from(Clock clock, String first) {
        return new Steps(clock, first);
    }

    /** Ends the step before. A step entered again adds to its time. */
    public void enter(String next) {
        Instant now = clock.instant();
        seconds.merge(step, Duration.between(since, now).toMillis() / 1000.0, Double::sum);
        step = next;
        since = now;
    }

    /** Step to seconds, in the order of the work, that of the step not yet ended included. */
    public Map<String, Double> seconds() {
        enter(step);
        return Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }
}
