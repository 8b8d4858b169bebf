package io.tapelake.scanner.measure;

/**
 * A number from 0 (included) to 1 (excluded) that depends on nothing but a seed and what was added: draws that come out the
 * same wherever and in whatever order they are made. Not for secrets. Immutable.
 *
 * <p>FNV-1a over the bytes of the key, then the finalizer of SplitMix64 (Steele, Lea and Flood 2014).
 */
public final class KeyedUniform {
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;
    private static final double UNIT = 0x1.0p-53;

    private final long state;

    private KeyedUniform(long state) {
        this.state = state;
    }

    /** The empty key of a seed. */
    public static KeyedUniform of(long seed) {
        return new KeyedUniform(FNV_OFFSET).with(seed);
    }

    /** This key and a number. */
    public KeyedUniform with(long value) {
        long hash = state;
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            hash = (hash ^ (value >>> shift & 0xFF)) * FNV_PRIME;
        }
        return new KeyedUniform(hash);
    }

    /** This key and a text; texts do not run together. */
    public KeyedUniform with(String text) {
        long hash = state;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            hash = (hash ^ (c & 0xFF)) * FNV_PRIME;
            hash = (hash ^ (c >>> Byte.SIZE)) * FNV_PRIME;
        }
        return new KeyedUniform((hash ^ 0x1FF) * FNV_PRIME);
    }

    /** The key as 64 well-mixed bits. */
    public long bits() {
        long z = state + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    /** The key as a number from 0 to below 1. */
    public double uniform() {
        return (bits() >>> 11) * UNIT;
    }
}
