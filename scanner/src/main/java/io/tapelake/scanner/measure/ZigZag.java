package io.tapelake.scanner.measure;

import java.util.Arrays;
import java.util.Objects;

/**
 * Turning points of a series: legs that end where the series comes back by at least a reversal threshold from the leg's
 * extreme. Turning points alternate between highs and lows. Value by value, or for a whole array at once.
 *
 * <p>A turning point is confirmed by the value that reverses, later than the turning point itself; what is confirmed never
 * changes. Of equal extremes the last is the turning point: the next leg begins where the series leaves it. The first turning
 * point is the extreme from which the first leg of at least the threshold set out. Where the threshold changes, the one at the
 * reversing value counts.
 *
 * <p>Thresholds are in the unit of the values. NaN values are left out (places still count them); nothing reverses at a NaN
 * threshold. Not thread-safe; the functions are.
 */
public final class ZigZag {
    private int count;
    private int direction;
    private int highPlace = -1;
    private int lowPlace = -1;
    private double high = Double.NaN;
    private double low = Double.NaN;
    private int pivot = -1;
    private double pivotValue = Double.NaN;

    /** A series without values. */
    public ZigZag() {}

    /**
     * Takes the next value.
     *
     * @param reversal least distance from the extreme that ends a leg; NaN or above 0
     * @return whether it confirmed a turning point, which {@link #pivot()} then is
     */
    public boolean next(double value, double reversal) {
        if (reversal <= 0) {
            throw new IllegalArgumentException("reversal=" + reversal + " at value " + count + ", must be above 0");
        }
        int place = count++;
        if (Double.isNaN(value)) {
            return false;
        }
        // Going up only the high moves, going down only the low; before the first leg both do.
        if (direction >= 0 && !(value < high)) {
            high = value;
            highPlace = place;
        }
        if (direction <= 0 && !(value > low)) {
            low = value;
            lowPlace = place;
        }
        if (direction >= 0 && high - value >= reversal) {
            turn(-1, highPlace, high);
            low = value;
            lowPlace = place;
            return true;
        }
        if (direction <= 0 && value - low >= reversal) {
            turn(1, lowPlace, low);
            high = value;
            highPlace = place;
            return true;
        }
        return false;
    }

    private void turn(int newDirection, int place, double value) {
        direction = newDirection;
        pivot = place;
        pivotValue = value;
    }

    /** Direction of the leg under way: 1 up, -1 down, 0 before the first. */
    public int direction() {
        return direction;
    }

    /** Place of the last confirmed turning point, counted from 0, where the leg under way began; -1 before the first. */
    public int pivot() {
        return pivot;
    }

    /** Value at {@link #pivot()}; NaN before the first. */
    public double pivotValue() {
        return pivotValue;
    }

    /** Place of the extreme of the leg under way, its provisional end; -1 before the first leg. */
    public int extreme() {
        return direction == 0 ? -1 : direction > 0 ? highPlace : lowPlace;
    }

    /** Value at {@link #extreme()}; NaN before the first leg. */
    public double extremeValue() {
        return direction == 0 ? Double.NaN : direction > 0 ? high : low;
    }

    /**
     * The turning points of {@code x[from]} to {@code x[to - 1]} as places in {@code x}, ascending. The last is the extreme of
     * the last leg and provisional; all others are confirmed. Empty when no leg reached the threshold, else at least 2.
     */
    public static int[] pivots(double[] x, int from, int to, double reversal) {
        Objects.checkFromToIndex(from, to, x.length);
        return pivots(x, null, reversal, from, to);
    }

    /** The same with a threshold per value. */
    public static int[] pivots(double[] x, double[] reversals, int from, int to) {
        Checks.sameLength("x", x.length, "reversals", reversals.length);
        Objects.checkFromToIndex(from, to, x.length);
        return pivots(x, reversals, Double.NaN, from, to);
    }

    private static int[] pivots(double[] x, double[] reversals, double reversal, int from, int to) {
        ZigZag series = new ZigZag();
        int[] places = new int[8];
        int n = 0;
        for (int i = from; i < to; i++) {
            if (series.next(x[i], reversals == null ? reversal : reversals[i])) {
                if (n + 1 >= places.length) {
                    places = Arrays.copyOf(places, places.length * 2);
                }
                places[n++] = from + series.pivot();
            }
        }
        if (n > 0) {
            places[n++] = from + series.extreme();
        }
        return Arrays.copyOf(places, n);
    }
}
