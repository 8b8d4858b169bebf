package io.tapelake.index;

import java.util.Arrays;

/** The rows with the smallest places of a month, up to a number; of equal places the first rows. */
final class BestRows {

    private final long[] places;
    private final int[] rows;
    private int size;

    BestRows(int most) {
        places = new long[most];
        rows = new int[most];
    }

    /** Rows must be offered in ascending order. */
    void offer(long place, int row) {
        if (size < rows.length) {
            int at = size++;
            while (at > 0 && isWorse(place, row, (at - 1) / 2)) {
                move((at - 1) / 2, at);
                at = (at - 1) / 2;
            }
            set(at, place, row);
        } else if (size > 0 && place < places[0]) {
            sink(place, row);
        }
    }

    /** Best first. */
    int[] ranked() {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> {
            int byPlace = Long.compare(places[a], places[b]);
            return byPlace != 0 ? byPlace : Integer.compare(rows[a], rows[b]);
        });
        return Arrays.stream(order).mapToInt(i -> rows[i]).toArray();
    }

    /** Puts a row in place of the worst one. */
    private void sink(long place, int row) {
        int at = 0;
        while (2 * at + 1 < size) {
            int child = 2 * at + 1;
            if (child + 1 < size && isWorse(places[child + 1], rows[child + 1], child)) {
                child++;
            }
            if (isWorse(place, row, child)) {
                break;
            }
            move(child, at);
            at = child;
        }
        set(at, place, row);
    }

    private boolean isWorse(long place, int row, int than) {
        return place > places[than] || (place == places[than] && row > rows[than]);
    }

    private void move(int from, int to) {
        set(to, places[from], rows[from]);
    }

    private void set(int at, long place, int row) {
        places[at] = place;
        rows[at] = row;
    }
}
