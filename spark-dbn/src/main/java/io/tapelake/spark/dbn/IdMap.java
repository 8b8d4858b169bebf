package io.tapelake.spark.dbn;

import java.util.Arrays;

/**
 * A map from instrument ids to values, open addressing on two plain arrays: it is asked once per record, where hashing
 * a string or a boxed key costs as much as decoding the record. Not thread-safe.
 */
final class IdMap<V> {
    private static final int LEAST_SLOTS = 64;
    private static final int SPREAD = 0x9E3779B9;

    private int[] ids = new int[LEAST_SLOTS];
    private Object[] values = new Object[LEAST_SLOTS];
    private int shift = Integer.numberOfLeadingZeros(LEAST_SLOTS) + 1;
    private int size;

    /** The value of an id, or null. */
    @SuppressWarnings("unchecked")
    V get(int id) {
        return (V) values[slot(id)];
    }

    /** @param value not null */
    void put(int id, V value) {
        int slot = slot(id);
        if (values[slot] == null && 2 * ++size > ids.length) {
            grow();
            slot = slot(id);
        }
        ids[slot] = id;
        values[slot] = value;
    }

    void clear() {
        Arrays.fill(values, null);
        size = 0;
    }

    /** Where the id is, or the free slot where it goes. */
    private int slot(int id) {
        int slot = (id * SPREAD) >>> shift;
        while (values[slot] != null && ids[slot] != id) {
            slot = (slot + 1) & (ids.length - 1);
        }
        return slot;
    }

    private void grow() {
        int[] oldIds = ids;
        Object[] oldValues = values;
        ids = new int[2 * oldIds.length];
        values = new Object[2 * oldIds.length];
        shift--;
        for (int i = 0; i < oldIds.length; i++) {
            if (oldValues[i] != null) {
                int slot = slot(oldIds[i]);
                ids[slot] = oldIds[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
