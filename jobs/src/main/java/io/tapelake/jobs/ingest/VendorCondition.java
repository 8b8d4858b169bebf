package io.tapelake.jobs.ingest;

import java.util.Locale;

/** What the vendor says of a day of a dataset. The order is from harmless to doubtful; of several the last one holds. */
public enum VendorCondition {
    /** Nothing is said. */
    UNKNOWN,
    /** There is no data of the day; of several days this says nothing of the others. */
    MISSING,
    /** All is well. */
    AVAILABLE,
    /** Not final: the file may be issued again. */
    PENDING,
    /** Known to have gaps or errors. Words that are not known mean this too. */
    DEGRADED;

    static VendorCondition fromText(String text) {
        for (VendorCondition condition : values()) {
            if (condition.text().equals(text)) {
                return condition;
            }
        }
        return DEGRADED;
    }

    /** As the vendor writes it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** True for days that a reader of the report should know of. */
    public boolean isDoubtful() {
        return this == PENDING || this == DEGRADED;
    }

    VendorCondition worse(VendorCondition other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
