package io.tapelake.synthetic.market;

/**
 * A deterministic source of random numbers, named by a key: the same seed, stream and key give the same numbers on every
 * machine and Java version, whatever was drawn from other sources before.
 *
 * <p>The JDK's generators are left aside on purpose: their {@code nextGaussian} may change between versions, and files
 * must stay byte-identical. This is SplitMix64 for bits, the polar method on {@link StrictMath} for normal values. Not
 * thread-safe.
 */
public final class KeyedRandom {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final double UNIT_53 = 0x1.0p-53;

    private long state;
    private double spareGaussian;
    private boolean hasSpare;

    private KeyedRandom(long state) {
        this.state = state;
    }

    /** The source of a stream and key under a seed. */
    public static KeyedRandom of(long seed, RandomStream stream, long... key) {
        long hash = mix(seed + GOLDEN_GAMMA * stream.tag());
        for (long part : key) {
            hash = mix(hash ^ mix(part + GOLDEN_GAMMA));
        }
        return new KeyedRandom(hash);
    }

    /** 64 random bits. */
    public long nextLong() {
        state += GOLDEN_GAMMA;
        return mix(state);
    }

    /** Uniform in [0, 1). */
    public double uniform() {
        return (nextLong() >>> 11) * UNIT_53;
    }

    /** Uniform in [low, high). */
    public double between(double low, double high) {
        return low + (high - low) * uniform();
    }

    /** Uniform in [0, bound); {@code bound} is positive. */
    public int below(int bound) {
        return (int) (((nextLong() >>> 32) * bound) >>> 32);
    }

    /** True with the given probability. */
    public boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Standard normal. */
    public double gaussian() {
        if (hasSpare) {
            hasSpare = false;
            return spareGaussian;
        }
        double x;
        double y;
        double square;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            square = x * x + y * y;
        } while (square >= 1 || square == 0);
        double scale = Math.sqrt(-2 * StrictMath.log(square) / square);
        spareGaussian = y * scale;
        hasSpare = true;
        return x * scale;
    }

    /** Log-normal with the given median and standard deviation of the logarithm. */
    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * gaussian());
    }

    /** Exponential with mean 1. */
    public double exponential() {
        return -StrictMath.log(1 - uniform());
    }

    /** Number of failures before the first success: 0, 1, ... with mean (1 - p) / p; at most {@code limit}. */
    public int geometric(double p, int limit) {
        int failures = 0;
        while (failures < limit && !chance(p)) {
            failures++;
        }
        return failures;
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
