package io.tapelake.databento.dbn;

import com.github.luben.zstd.Zstd;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages byte streams: bit flips, cuts, splices, edits of lengths and counts. */
final class Mutations {
    private static final int[] ODD_NUMBERS = {
        0,
        1,
        2,
        3,
        4,
        13,
        15,
        16,
        22,
        71,
        99,
        100,
        119,
        120,
        127,
        128,
        255,
        256,
        65535,
        1 << 20,
        Integer.MAX_VALUE,
        -1,
        Integer.MIN_VALUE
    };

    private final Random random;
    private final List<byte[]> seeds;

    Mutations(long seed, List<byte[]> seeds) {
        this.random = new Random(seed);
        this.seeds = seeds;
    }

    /** The next damaged input. */
    byte[] next() {
        byte[] bytes = pick();
        if (random.nextInt(10) == 0) {
            return recompressed(damaged(uncompressed(bytes)));
        }
        return damaged(bytes);
    }

    private byte[] pick() {
        return seeds.get(random.nextInt(seeds.size()));
    }

    private byte[] damaged(byte[] bytes) {
        byte[] result = bytes;
        for (int i = 0; i <= random.nextInt(3); i++) {
            result = result.length == 0 ? pick() : once(result.clone());
        }
        return result;
    }

    private byte[] once(byte[] bytes) {
        int at = place(bytes.length);
        switch (random.nextInt(8)) {
            case 0, 1 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> bytes[at] = (byte) random.nextInt();
            case 3 -> number(bytes, at);
            case 4 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 5 -> {
                return splice(bytes, at);
            }
            case 6 -> {
                return without(bytes, at);
            }
            default -> recordLength(bytes);
        }
        return bytes;
    }

    /** Half of the time near the start, where the lengths and counts are. */
    private int place(int length) {
        return random.nextInt(random.nextBoolean() ? length : Math.min(length, 200));
    }

    /** A length, a count or a width becomes an odd one. */
    private void number(byte[] bytes, int at) {
        int value = ODD_NUMBERS[random.nextInt(ODD_NUMBERS.length)];
        if (random.nextBoolean() && bytes.length >= at + 2) {
            LittleEndian.putI16(bytes, at, value);
        } else if (bytes.length >= at + 4) {
            LittleEndian.putI32(bytes, at, value);
        } else {
            bytes[at] = (byte) value;
        }
    }

    /** The length byte or the type of some record of a raw stream. */
    private void recordLength(byte[] bytes) {
        long metadata = bytes.length < 8 ? 0 : 8 + LittleEndian.u32(bytes, 4);
        int steps = random.nextInt(20);
        long at = metadata;
        for (int i = 0; i < steps && at >= 0 && at < bytes.length; i++) {
            int size = (bytes[(int) at] & 0xFF) * 4;
            if (size == 0 || at + size >= bytes.length) {
                break;
            }
            at += size;
        }
        if (at + 1 < bytes.length) {
            bytes[(int) at + random.nextInt(2)] = (byte) random.nextInt();
        }
    }

    private byte[] splice(byte[] bytes, int at) {
        byte[] other = pick();
        int from = place(other.length);
        byte[] joined = Arrays.copyOf(bytes, at + other.length - from);
        System.arraycopy(other, from, joined, at, other.length - from);
        return joined;
    }

    private byte[] without(byte[] bytes, int at) {
        int count = Math.min(bytes.length - at, 1 + random.nextInt(64));
        byte[] shorter = Arrays.copyOf(bytes, bytes.length - count);
        System.arraycopy(bytes, at + count, shorter, at, bytes.length - at - count);
        return shorter;
    }

    private byte[] uncompressed(byte[] bytes) {
        if (bytes.length < 4 || LittleEndian.i32(bytes, 0) != ZstdFrames.MAGIC) {
            return bytes;
        }
        try (var in = new com.github.luben.zstd.ZstdInputStreamNoFinalizer(new java.io.ByteArrayInputStream(bytes))) {
            return in.readNBytes(1 << 16);
        } catch (java.io.IOException e) {
            return bytes;
        }
    }

    private byte[] recompressed(byte[] bytes) {
        return Zstd.compress(bytes, 1 + random.nextInt(3));
    }
}
