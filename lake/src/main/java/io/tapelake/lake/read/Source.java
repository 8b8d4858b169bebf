package io.tapelake.lake.read;

import io.tapelake.lake.LakeException;
import io.tapelake.lake.files.DataFile;
import io.tapelake.lake.files.LakeStorage;
import java.io.Closeable;

/** One file of a merge: closed with a bound below its rows, then open with the key of its next row. */
final class Source implements Closeable, Comparable<Source> {

    private final ScanPlan plan;
    private final DataFile file;
    private final LakeStorage storage;
    private FileCursor cursor;
    private SortKey head;
    private int row;

    Source(ScanPlan plan, DataFile file, LakeStorage storage) {
        this.plan = plan;
        this.file = file;
        this.storage = storage;
        this.head = SortKey.below(plan, file);
    }

    boolean isOpen() {
        return cursor != null;
    }

    /** Opens the file and goes to its first row; false if no row passes. */
    boolean open() {
        cursor = FileCursor.open(plan, file, storage);
        return nextBatch(null);
    }

    SortKey head() {
        return head;
    }

    Vector[] vectors() {
        return cursor.vectors();
    }

    int row() {
        return row;
    }

    /** The row after the last one that may be given before {@code limit}; null for no limit. */
    int runEnd(SortKey limit) {
        int size = cursor.size();
        if (limit == null || plan.order().length == 0 || SortKey.compare(plan, vectors(), size - 1, limit) <= 0) {
            return size;
        }
        int low = row; // known to be within the limit
        int high = size - 1; // known to be beyond
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (SortKey.compare(plan, vectors(), middle, limit) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low + 1;
    }

    /** Goes to a row of the batch, or to the next batch when there is no such row; false at the end of the file. */
    boolean advanceTo(int next) {
        if (next < cursor.size()) {
            row = next;
            head = plan.order().length == 0 ? head : SortKey.of(plan, vectors(), row);
            return true;
        }
        SortKey last = plan.order().length == 0 ? null : SortKey.of(plan, vectors(), cursor.size() - 1);
        return nextBatch(last);
    }

    ReadCounters counters() {
        return cursor == null ? ReadCounters.NONE : cursor.counters();
    }

    @Override
    public int compareTo(Source other) {
        return head.compareTo(other.head);
    }

    @Override
    public void close() {
        if (cursor != null) {
            cursor.close();
        }
    }

    private boolean nextBatch(SortKey before) {
        if (!cursor.nextBatch()) {
            return false;
        }
        row = 0;
        if (plan.order().length > 0) {
            checkOrder(before);
            head = SortKey.of(plan, vectors(), 0);
        }
        return true;
    }

    private void checkOrder(SortKey before) {
        boolean sorted = before == null || SortKey.compare(plan, vectors(), 0, before) >= 0;
        for (int i = 1; sorted && i < cursor.size(); i++) {
            sorted = SortKey.compare(plan, vectors(), i - 1, i) <= 0;
        }
        if (!sorted) {
            throw new LakeException("rows of " + file.path() + " are not sorted by "
                    + plan.columns().get(plan.order()[0]).name()
                    + " and time. Something rewrote the file, OPTIMIZE for example; write its date anew.");
        }
    }
}
