package io.tapelake.scanner.measure;

import java.util.SplittableRandom;

/** Bars of a random walk, for tests. */
final class Walk {
    final double[] open;
    final double[] high;
    final double[] low;
    final double[] close;
    final double[] volume;

    private Walk(int bars) {
        open = new double[bars];
        high = new double[bars];
        low = new double[bars];
        close = new double[bars];
        volume = new double[bars];
    }

    static Walk of(long seed, int bars) {
        SplittableRandom random = new SplittableRandom(seed);
        Walk walk = new Walk(bars);
        double price = 20;
        for (int i = 0; i < bars; i++) {
            walk.open[i] = price * (1 + 0.002 * (random.nextDouble() - 0.5));
            walk.close[i] = walk.open[i] * (1 + 0.01 * (random.nextDouble() - 0.5));
            walk.high[i] = Math.max(walk.open[i], walk.close[i]) * (1 + 0.003 * random.nextDouble());
            walk.low[i] = Math.min(walk.open[i], walk.close[i]) * (1 - 0.003 * random.nextDouble());
            walk.volume[i] = 1 + random.nextInt(10_000);
            price = walk.close[i];
        }
        return walk;
    }

    int length() {
        return close.length;
    }

    Walk pricesTimes(double factor) {
        Walk scaled = new Walk(length());
        for (int i = 0; i < length(); i++) {
            scaled.open[i] = open[i] * factor;
            scaled.high[i] = high[i] * factor;
            scaled.low[i] = low[i] * factor;
            scaled.close[i] = close[i] * factor;
            scaled.volume[i] = volume[i];
        }
        return scaled;
    }
}
