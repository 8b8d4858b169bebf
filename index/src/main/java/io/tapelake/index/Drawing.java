package io.tapelake.index;

import io.tapelake.index.column.Chunk;
import io.tapelake.index.column.MonthRows;
import io.tapelake.index.column.NumberChunk;
import io.tapelake.index.column.TextChunk;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Draws rows without putting back, in proportion to weights: each row waits for an exponential time whose rate is its weight, and
 * the first ones are drawn (Efraimidis and Spirakis). The time comes from a hash of the seed and the row's key, so that a row
 * keeps its time whatever other rows there are.
 */
final class Drawing {

    private static final double UNIT = 0x1.0p-53;
    private static final long GOLDEN = 0x9e3779b97f4a7c15L;

    private final Sample sample;
    private final List<String> key;
    private final PriorityQueue<Drawn> first =
            new PriorityQueue<>(Comparator.comparingDouble(Drawn::time).reversed());

    private record Drawn(double time, Hit hit) {}

    /** @param key the columns that tell rows apart */
    Drawing(Sample sample, List<String> key) {
        this.sample = sample;
        this.key = key;
    }

    void offer(MonthRows month, BitSet rows) {
        Chunk[] keys = key.stream().map(month::key).toArray(Chunk[]::new);
        long[][] hashes = new long[keys.length][];
        for (int i = 0; i < keys.length; i++) {
            hashes[i] = keys[i] instanceof TextChunk text ? hashes(text) : null;
        }
        NumberChunk weights = sample.weightColumn() == null ? null : (NumberChunk) month.chunk(sample.weightColumn());
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
            double number = weights == null ? 1 : weights.roughlyAt(row);
            double weight = sample.inverse() ? 1 / number : number;
            // Also false for NaN.
            if (!(number > 0)) {
                continue;
            }
            double unit = unit(hash(keys, hashes, row));
            double latest = first.size() < sample.count()
                    ? Double.POSITIVE_INFINITY
                    : first.peek().time();
            // -ln(u) is at least 1 - u: most rows are out of question without a logarithm.
            if ((1 - unit) / weight >= latest) {
                continue;
            }
            double time = -Math.log(unit) / weight;
            if (time < latest) {
                if (first.size() == sample.count()) {
                    first.poll();
                }
                first.add(new Drawn(time, new Hit(month, row)));
            }
        }
    }

    /** What was drawn, in the order drawn. */
    List<Hit> drawn() {
        List<Drawn> drawn = new ArrayList<>(first);
        drawn.sort(Comparator.comparingDouble(Drawn::time));
        return drawn.stream().map(Drawn::hit).toList();
    }

    private long hash(Chunk[] keys, long[][] hashes, int row) {
        long hash = mix(sample.seed() + GOLDEN);
        for (int i = 0; i < keys.length; i++) {
            hash = mix(hash
                    ^ (hashes[i] != null
                            ? hashes[i][(int) keys[i].codes().at(row)]
                            : ((NumberChunk) keys[i]).rankAt(row)));
        }
        return hash;
    }

    private static long[] hashes(TextChunk texts) {
        long[] hashes = new long[texts.textCount() + 1];
        for (int code = 1; code < hashes.length; code++) {
            String text = texts.textOf(code);
            long hash = text.length();
            for (int i = 0; i < text.length(); i++) {
                hash = mix(hash + text.charAt(i));
            }
            hashes[code] = hash;
        }
        return hashes;
    }

    /** In (0, 1]. */
    private static double unit(long hash) {
        return ((hash >>> 11) + 1) * UNIT;
    }

    /** The finaliser of SplitMix64. */
    private static long mix(long value) {
        long z = value + GOLDEN;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
