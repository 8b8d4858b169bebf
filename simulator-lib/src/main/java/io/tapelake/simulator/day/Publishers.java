package io.tapelake.simulator.day;

/** Databento's publisher ids of a day, numbered from 0 in order of appearance, so that columns hold one byte. Not thread-safe. */
final class Publishers {
    /** Most publishers of one symbol-day; a set of them is the bits of a long. */
    static final int MOST = 64;

    private final IntRows ids = new IntRows();

    /**
     * The number of an id.
     *
     * @throws IllegalArgumentException when the day has more publishers than {@link #MOST}
     */
    int code(int id) {
        for (int i = 0; i < ids.size; i++) {
            if (ids.values[i] == id) {
                return i;
            }
        }
        if (ids.size == MOST) {
            throw new IllegalArgumentException("publisher " + id + " is one more than the " + MOST
                    + " publishers that one symbol-day may have; load fewer of its datasets at a time");
        }
        ids.add(id);
        return ids.size - 1;
    }

    int[] ids() {
        return java.util.Arrays.copyOf(ids.values, ids.size);
    }

    int count() {
        return ids.size;
    }
}
