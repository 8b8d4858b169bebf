package io.tapelake.jobs.ingest;

import java.util.Locale;

/** What the vendor says of a day of a dataset. The order is from harmless to doubtful; of several the last one holds. */
public enum VendorCondition {
    /** Nothing is said. */
    UNKNOWN(0),
    /** There is no data of the day; of several days this says nothing of the others. */
    MISSING(1),
    /** All is well. */
    AVAILABLE(2),
    /** Not final: the file may be issued again. */
    PENDING(3),
    /** Known to have gaps or errors. Words that are not known mean this too. */
    DEGRADED(4);

    private final long code;

    VendorCondition(long code) {
        this.code = code;
    }

    static VendorCondition fromCode(long code) {
        for (VendorCondition condition : values()) {
            if (condition.code == code) {
                return condition;
            }
        }
        throw new IllegalStateException("ingested_files holds the vendor condition " + code + "; allowed are 0 to 4");
    }

    /** As {@code by_date} of {@code ingested_files} has it. */
    long code() {
        return code;
    }

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
