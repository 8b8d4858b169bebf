package io.tapelake.scanner.event;

import io.tapelake.scanner.tape.MinuteTape;

/**
 * Where the volume of a stretch of minutes changes its level: the split into two levels of log volume with the least squares,
 * to ten seconds where the tape has sixths of minutes.
 *
 * @param minute minute of the grid that the new level begins in
 * @param ns the instant, nanoseconds UTC; the middle of the minute where the tape has minutes only
 */
record VolumeStep(int minute, long ns) {
    private static final long NS_PER_PART = 60_000_000_000L / MinuteTape.PARTS;
    private static final long HALF_MINUTE_NS = 30_000_000_000L;
    private static final double ROUND_LOT = 100;

    /** Log volume of a minute, in round lots. */
    static double level(MinuteGrid grid, int minute) {
        return Math.log1p(grid.volume[minute] / ROUND_LOT);
    }

    /**
     * The step within minutes {@code from} to {@code to}, both included. Looks at no other minute.
     *
     * @param sign 1 for a rise, -1 for a fall
     * @param otherwise the minute to answer with when the volume does not change that way
     */
    static VolumeStep find(MinuteGrid grid, int from, int to, int sign, int otherwise) {
        boolean parts = hasParts(grid, from, to);
        int perMinute = parts ? MinuteTape.PARTS : 1;
        int n = (to - from + 1) * perMinute;
        double[] sums = new double[n + 1];
        for (int i = 0; i < n; i++) {
            sums[i + 1] = sums[i] + Math.log1p(volume(grid, from, i, parts) / ROUND_LOT);
        }
        int best = -1;
        double bestGain = 0;
        for (int split = 1; split < n; split++) {
            double before = sums[split] / split;
            double after = (sums[n] - sums[split]) / (n - split);
            double gain = split * (double) (n - split) / n * (after - before) * (after - before);
            if (sign * (after - before) > 0 && gain > bestGain) {
                bestGain = gain;
                best = split;
            }
        }
        if (best < 0) {
            return new VolumeStep(otherwise, grid.startNs(otherwise));
        }
        int minute = from + best / perMinute;
        return new VolumeStep(
                minute,
                grid.startNs(minute) + (parts ? best % perMinute * NS_PER_PART : sign > 0 ? HALF_MINUTE_NS : 0));
    }

    private static boolean hasParts(MinuteGrid grid, int from, int to) {
        for (int i = from; i <= to; i++) {
            if (grid.traded(i)) {
                return grid.tape.highSecond(grid.tapeRow[i]) != MinuteTape.UNKNOWN_SECOND;
            }
        }
        return false;
    }

    private static double volume(MinuteGrid grid, int from, int i, boolean parts) {
        if (!parts) {
            return grid.volume[from + i];
        }
        int minute = from + i / MinuteTape.PARTS;
        return grid.traded(minute) ? grid.tape.partVolume(grid.tapeRow[minute], i % MinuteTape.PARTS) : 0;
    }
}
