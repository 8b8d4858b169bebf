package io.tapelake.index;

/**
 * How many reset points differ.
 *
 * @param added only the later run has them
 * @param removed only the earlier run has them
 * @param changed both have them, with other values
 */
public record ResetPointCounts(long added, long removed, long changed) {

    static final ResetPointCounts NONE = new ResetPointCounts(0, 0, 0);

    /** All that differ. */
    public long sum() {
        return added + removed + changed;
    }

    ResetPointCounts plus(ResetPointCounts other) {
        return new ResetPointCounts(added + other.added, removed + other.removed, changed + other.changed);
    }
}
