package io.tapelake.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two passes over the same file in turn, a few megabytes each, in one thread: whatever else the machine does meets both.
 * After warm-up rounds, the round with the median ratio counts.
 */
final class Duel {
    private static final long SLICE_BYTES = 4L * 1024 * 1024;
    private static final int WARM_UP_ROUNDS = 2;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    /** Opens a fresh pass. */
    interface Start {
        Contender open() throws IOException;
    }

    /**
     * The speeds of one round, in MB (1e6 bytes) per second.
     *
     * @param ours by the clock
     * @param peer by the clock
     * @param oursCpu by the time of the processor
     * @param peerCpu by the time of the processor
     */
    record Round(double ours, double peer, double oursCpu, double peerCpu) {
        double ratio() {
            return ours / peer;
        }

        double ratioCpu() {
            return oursCpu / peerCpu;
        }
    }

    /** The clock, the processor's time and the work of one contender so far. */
    private final class Side {
        private final Contender contender;
        private long ns;
        private long cpuNs;
        private long bytes;
        private boolean ended;

        Side(Contender contender) {
            this.contender = contender;
        }

        void slice() throws IOException {
            if (ended) {
                return;
            }
            long cpuStart = threads.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            long done = contender.slice(SLICE_BYTES);
            ns += System.nanoTime() - start;
            cpuNs += threads.getCurrentThreadCpuTime() - cpuStart;
            bytes += done;
            ended = done < SLICE_BYTES;
        }
    }

    /** All rounds that count. */
    List<Round> rounds(Start ours, long expectedResult, Start peer, int count) throws IOException {
        List<Round> rounds = new ArrayList<>();
        for (int i = 0; i < WARM_UP_ROUNDS + count; i++) {
            Round round = round(ours, expectedResult, peer, i % 2 == 0);
            if (i >= WARM_UP_ROUNDS) {
                rounds.add(round);
            }
        }
        return rounds;
    }

    private Round round(Start ours, long expectedResult, Start peer, boolean oursFirst) throws IOException {
        try (Contender a = ours.open();
                Contender b = peer.open()) {
            Side us = new Side(a);
            Side them = new Side(b);
            while (!us.ended || !them.ended) {
                (oursFirst ? us : them).slice();
                (oursFirst ? them : us).slice();
            }
            if (a.result() != expectedResult) {
                throw new IllegalStateException(
                        "the fields that were read add up to " + a.result() + ", those written to " + expectedResult);
            }
            return new Round(
                    us.bytes * 1e3 / us.ns,
                    them.bytes * 1e3 / them.ns,
                    us.bytes * 1e3 / us.cpuNs,
                    them.bytes * 1e3 / them.cpuNs);
        }
    }

    /** The round in the middle when they are put in order. */
    static Round median(List<Round> rounds, Comparator<Round> order) {
        return rounds.stream().sorted(order).toList().get(rounds.size() / 2);
    }
}
