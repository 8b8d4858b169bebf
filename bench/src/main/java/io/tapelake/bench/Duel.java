package io.tapelake.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;

/**
 * Two passes over copies of a file in turn, a megabyte each, in one thread: whatever else the machine does meets both, and the
 * median slice of each is one that it did not meet.
 */
final class Duel {
    private static final long SLICE_BYTES = 1024 * 1024;
    private static final int WARM_UP_ROUNDS = 2;

    private Duel() {}

    /** Opens a fresh pass. */
    interface Start {
        Contender open() throws IOException;
    }

    /**
     * Speeds in MB (1e6 bytes) per second.
     *
     * @param ours the median slice, by the clock
     * @param peer the median slice, by the clock
     * @param oursCpu everything, by the time of the processor
     * @param peerCpu everything, by the time of the processor
     */
    record Speeds(double ours, double peer, double oursCpu, double peerCpu) {}

    /**
     * Runs whole passes, the first of which only warm up.
     *
     * @throws IllegalStateException if a pass of ours ends with another result than it should
     */
    static Speeds fight(Start ours, long expectedResult, Start peer, int rounds) throws IOException {
        Side us = new Side();
        Side them = new Side();
        for (int i = 0; i < WARM_UP_ROUNDS + rounds; i++) {
            if (i == WARM_UP_ROUNDS) {
                us = new Side();
                them = new Side();
            }
            round(us, ours, them, peer, expectedResult);
        }
        return new Speeds(us.speed(), them.speed(), us.cpuSpeed(), them.cpuSpeed());
    }

    private static void round(Side us, Start ours, Side them, Start peer, long expectedResult) throws IOException {
        try (Contender a = ours.open();
                Contender b = peer.open()) {
            boolean oursGoesOn = true;
            boolean peerGoesOn = true;
            while (oursGoesOn || peerGoesOn) {
                oursGoesOn = oursGoesOn && us.slice(a);
                peerGoesOn = peerGoesOn && them.slice(b);
            }
            if (a.result() != expectedResult) {
                throw new IllegalStateException(
                        "the fields that were read add up to " + a.result() + ", those written to " + expectedResult);
            }
        }
    }

    /** The clock, the processor's time and the work of one contender over all rounds. */
    private static final class Side {
        private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
        private static final int FIRST_SLICES = 1024;

        private double[] nsPerByte = new double[FIRST_SLICES];
        private int slices;
        private long cpuNs;
        private long bytes;

        /** Returns whether there is more. */
        boolean slice(Contender contender) throws IOException {
            long cpuStart = THREADS.getCurrentThreadCpuTime();
            long start = System.nanoTime();
            long done = contender.slice(SLICE_BYTES);
            long ns = System.nanoTime() - start;
            cpuNs += THREADS.getCurrentThreadCpuTime() - cpuStart;
            bytes += done;
            if (done > 0) {
                if (slices == nsPerByte.length) {
                    nsPerByte = Arrays.copyOf(nsPerByte, 2 * slices);
                }
                nsPerByte[slices++] = (double) ns / done;
            }
            return done >= SLICE_BYTES;
        }

        double speed() {
            double[] sorted = Arrays.copyOf(nsPerByte, slices);
            Arrays.sort(sorted);
            return 1e3 / sorted[slices / 2];
        }

        double cpuSpeed() {
            return bytes * 1e3 / cpuNs;
        }
    }
}
