package io.tapelake.lake.read;

import io.tapelake.lake.LakeType;
import io.tapelake.model.Prices;
import java.util.Arrays;

/** One column of a batch. Which array is used depends on the type; a null in {@code longs} is 0, or the undefined price. */
final class Vector {

    final long[] longs;
    final double[] doubles;
    final Object[] objects;
    final boolean[] nulls;
    private final long nullLong;

    private Vector(LakeType type, int capacity) {
        Storage storage = Storage.of(type);
        longs = storage == Storage.LONGS ? new long[capacity] : null;
        doubles = storage == Storage.DOUBLES ? new double[capacity] : null;
        objects = storage == Storage.OBJECTS ? new Object[capacity] : null;
        nulls = new boolean[capacity];
        nullLong = type == LakeType.PRICE ? Prices.UNDEF : 0;
    }

    static Vector of(LakeType type, int capacity) {
        return new Vector(type, capacity);
    }

    void setNull(int row) {
        nulls[row] = true;
        if (longs != null) {
            longs[row] = nullLong;
        } else if (doubles != null) {
            doubles[row] = Double.NaN;
        } else {
            objects[row] = null;
        }
    }

    void copyRow(int from, int to) {
        nulls[to] = nulls[from];
        if (longs != null) {
            longs[to] = longs[from];
        } else if (doubles != null) {
            doubles[to] = doubles[from];
        } else {
            objects[to] = objects[from];
        }
    }

    /** The same value in every row: a partition column, or null for a column the file does not have. */
    void fill(Object value) {
        Arrays.fill(nulls, value == null);
        if (longs != null) {
            Arrays.fill(longs, value == null ? nullLong : (Long) value);
        } else if (doubles != null) {
            Arrays.fill(doubles, value == null ? Double.NaN : (Double) value);
        } else {
            Arrays.fill(objects, value);
        }
    }

    /** How values of a type are held. */
    enum Storage {
        LONGS,
        DOUBLES,
        OBJECTS;

        static Storage of(LakeType type) {
            return switch (type) {
                case INT, BIGINT, BOOLEAN, DATE, TIMESTAMP, PRICE -> LONGS;
                case DOUBLE, FLOAT -> DOUBLES;
                default -> OBJECTS;
            };
        }
    }
}
