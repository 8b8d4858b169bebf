package io.tapelake.synthetic;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Merges sorted runs of records by index timestamp. Records with equal timestamps keep the order of the runs, and within a
 * run their own order, so the result does not depend on how records were spread over runs.
 */
final class RunMerger {
    /** Takes the merged records one by one. */
    interface Target {
        void record(byte[] bytes, int offset, int length) throws IOException;
    }

    private final RunCursor[] heap;
    private final int[] order;
    private final long[] keys;
    private int size;

    private RunMerger(int capacity) {
        heap = new RunCursor[capacity];
        order = new int[capacity];
        keys = new long[capacity];
    }

    static void merge(SchemaForm form, List<RunCursor> runs, Target target) throws IOException {
        RunMerger merger = new RunMerger(runs.size());
        List<RunCursor> pending = new ArrayList<>(runs);
        for (int i = 0; i < pending.size(); i++) {
            if (pending.get(i).next()) {
                merger.push(pending.get(i), i);
            }
        }
        while (merger.size > 0) {
            RunCursor first = merger.heap[0];
            target.record(first.bytes(), first.offset(), form.bytes());
            if (first.next()) {
                merger.keys[0] = first.indexNs();
            } else {
                merger.size--;
                merger.move(merger.size, 0);
            }
            merger.sink();
        }
    }

    private void push(RunCursor cursor, int runOrder) {
        int i = size++;
        heap[i] = cursor;
        order[i] = runOrder;
        keys[i] = cursor.indexNs();
        while (i > 0 && before(i, (i - 1) / 2)) {
            swap(i, (i - 1) / 2);
            i = (i - 1) / 2;
        }
    }

    private void sink() {
        int i = 0;
        while (true) {
            int least = i;
            int left = 2 * i + 1;
            if (left < size && before(left, least)) {
                least = left;
            }
            if (left + 1 < size && before(left + 1, least)) {
                least = left + 1;
            }
            if (least == i) {
                return;
            }
            swap(i, least);
            i = least;
        }
    }

    private boolean before(int a, int b) {
        return keys[a] < keys[b] || (keys[a] == keys[b] && order[a] < order[b]);
    }

    private void swap(int a, int b) {
        RunCursor cursor = heap[a];
        int runOrder = order[a];
        long key = keys[a];
        move(b, a);
        heap[b] = cursor;
        order[b] = runOrder;
        keys[b] = key;
    }

    private void move(int from, int to) {
        heap[to] = heap[from];
        order[to] = order[from];
        keys[to] = keys[from];
    }
}
