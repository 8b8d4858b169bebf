package io.tapelake.simulator;

import io.tapelake.model.DaySessions;
import io.tapelake.simulator.day.SimulatorDay;
import java.util.SplittableRandom;

/** Instants at which things go wrong: any, those of rows and a nanosecond beside, bounds of minutes and sessions. */
final class Instants {
    private static final long NS_PER_MINUTE = 60_000_000_000L;

    private Instants() {}

    static long any(SimulatorDay day, SplittableRandom random) {
        DaySessions s = day.sessions();
        long span = s.postCloseNs() - s.preOpenNs();
        long beside = random.nextInt(3) - 1L;
        return switch (random.nextInt(6)) {
            case 0 ->
                day.prints().size() == 0
                        ? s.openNs()
                        : day.prints().knownNs(random.nextInt(day.prints().size())) + beside;
            case 1 ->
                day.quotes().size() == 0
                        ? s.closeNs()
                        : day.quotes().knownNs(random.nextInt(day.quotes().size())) + beside;
            case 2 ->
                s.preOpenNs()
                        + random.nextLong(span / NS_PER_MINUTE) * NS_PER_MINUTE
                        + (random.nextBoolean() ? day.feedDelayNs() : 0)
                        + beside;
            case 3 ->
                new long[] {s.openNs(), s.closeNs(), s.postCloseNs(), s.preOpenNs()}[random.nextInt(4)]
                        + random.nextLong(2 * NS_PER_MINUTE)
                        - NS_PER_MINUTE;
            default -> s.preOpenNs() + random.nextLong(span);
        };
    }
}
