package io.tapelake.lake;

/** The type of a column. The set is closed: what a table needs beyond it is a change of format. */
public enum LakeType {
    /** UTF-8 text. */
    STRING("STRING"),
    /** 32 bits, signed. Holds unsigned DBN fields of up to 16 bits. */
    INT("INT"),
    /** 64 bits, signed. Holds unsigned 32-bit fields, nanoseconds, and unsigned 64-bit ids as their bit pattern. */
    BIGINT("BIGINT"),
    /** 64-bit floating point: ratios and scores, never money. */
    DOUBLE("DOUBLE"),
    /**
     * 32-bit floating point: ratios and scores of at most six significant digits. The readers of this project give them as the
     * {@code double} of the same digits, 0.1 and not 0.10000000149.
     */
    FLOAT("FLOAT"),
    /** True or false. */
    BOOLEAN("BOOLEAN"),
    /** A calendar date; in a trade date the New York one. */
    DATE("DATE"),
    /** An instant, UTC, cut to microseconds. The exact instant is the {@code _ns} column beside it. */
    TIMESTAMP("TIMESTAMP"),
    /** A price or another 1e-9 fixed-point number below 1e9 in size, kept as a 64-bit integer. */
    PRICE("DECIMAL(18,9)"),
    /** Raw bytes. */
    BINARY("BINARY"),
    /** Text to 64-bit integers. */
    MAP_STRING_BIGINT("MAP<STRING,BIGINT>"),
    /** A list of 64-bit integers. */
    ARRAY_BIGINT("ARRAY<BIGINT>"),
    /** A list of texts. */
    ARRAY_STRING("ARRAY<STRING>"),
    /** A list of dates. */
    ARRAY_DATE("ARRAY<DATE>");

    private final String sql;

    LakeType(String sql) {
        this.sql = sql;
    }

    /** The type as a Delta or Spark DDL string writes it, for example {@code DECIMAL(18,9)}. */
    public String sql() {
        return sql;
    }

    /** True for lists and maps, which have no smallest and largest value and cannot be sorted by. */
    public boolean isNested() {
        return switch (this) {
            case MAP_STRING_BIGINT, ARRAY_BIGINT, ARRAY_STRING, ARRAY_DATE -> true;
            default -> false;
        };
    }
}
