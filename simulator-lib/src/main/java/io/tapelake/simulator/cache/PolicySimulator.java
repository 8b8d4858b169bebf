package io.tapelake.simulator.cache;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Replays a recorded trace against buffer policies: one loader, first in, first out. */
public final class PolicySimulator {
    private PolicySimulator() {}

    /** A policy on a trace. */
    public static PolicyResult run(List<TraceDay> trace, BufferPolicy policy) {
        int days = trace.size();
        double[] start = new double[days];
        double[] mayLoadNext = new double[days];
        double[] loaded = new double[days];
        int[] capacity = new int[days];
        List<Double> stalls = new ArrayList<>();
        int hits = 0;
        double held = 0;
        for (int day = 0; day < days; day++) {
            double demand = day == 0 ? 0 : start[day - 1] + trace.get(day - 1).trainingMs();
            double allowed = demand;
            // The first day that may begin this load: its buffer reaches so far.
            for (int ahead = day - 1; ahead >= 0 && ahead >= day - 3; ahead--) {
                if (capacity[ahead] >= day - ahead) {
                    allowed = Math.min(allowed, mayLoadNext[ahead]);
                }
            }
            double free = day == 0 ? 0 : loaded[day - 1];
            loaded[day] = Math.max(allowed, free) + trace.get(day).loadMs();
            start[day] = Math.max(demand, loaded[day]);
            if (day > 0) {
                stalls.add(start[day] - demand);
                hits += loaded[day] <= demand ? 1 : 0;
            }
            mayLoadNext[day] =
                    start[day] + policy.startAtShare() * trace.get(day).trainingMs();
            capacity[day] = policy.capacity(day == 0 ? -1 : trace.get(day - 1).trainingMs());
            held += capacity[day];
        }
        return new PolicyResult(policy, stalls.size(), hits, stalls, days == 0 ? 0 : held / days);
    }

    /** Every policy on a trace, side by side as text. */
    public static String table(List<TraceDay> trace) {
        List<String> lines = new ArrayList<>();
        lines.add(String.format(
                Locale.ROOT,
                "%-22s %8s %12s %12s %12s %10s",
                "policy",
                "hit rate",
                "stall p50 ms",
                "stall p99 ms",
                "stalls s",
                "days held"));
        for (BufferPolicy policy : BufferPolicy.all()) {
            PolicyResult result = run(trace, policy);
            lines.add(String.format(
                    Locale.ROOT,
                    "%-22s %7.1f%% %12.1f %12.1f %12.1f %10.1f",
                    policy.name(),
                    100 * result.hitRate(),
                    result.stallMs(0.5),
                    result.stallMs(0.99),
                    result.totalStallMs() / 1_000,
                    result.daysHeld()));
        }
        return String.join("\n", lines) + "\n";
    }
}
