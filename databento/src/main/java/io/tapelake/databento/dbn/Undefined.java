package io.tapelake.databento.dbn;

/** The values that mean "not there", and the price scale. */
public final class Undefined {
    /** An undefined price. */
    public static final long PRICE = Long.MAX_VALUE;

    /** An undefined timestamp: all 64 bits set. */
    public static final long TIMESTAMP = -1L;

    /** An undefined order size, as unsigned 32 bits. */
    public static final long ORDER_SIZE = 0xFFFF_FFFFL;

    /** An undefined quantity of a statistic in version 3. */
    public static final long STAT_QUANTITY = Long.MAX_VALUE;

    /** An undefined quantity of a statistic in versions 1 and 2. */
    public static final int STAT_QUANTITY_V1 = Integer.MAX_VALUE;

    /** Price units in one unit of currency. */
    public static final long PRICE_SCALE = 1_000_000_000L;

    private Undefined() {}
}
