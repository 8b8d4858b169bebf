package io.tapelake.model;

/**
 * A change of a symbol's trading status, as DBN's status record says it.
 *
 * @param tsRecvNs when it was received, nanoseconds UTC
 * @param tsEventNs when the venue says it happened
 * @param publisher Databento's publisher id
 * @param action DBN status action: 7 trading, 8 halt, 9 pause, ...; kept as a number because the set is open
 * @param reason DBN status reason: 50 LULD pause, 30 news pending, ...; kept as a number because the set is open
 * @param isTrading {@code 'Y'}, {@code 'N'}, or {@code '~'} for unknown
 */
public record StatusEvent(long tsRecvNs, long tsEventNs, int publisher, int action, int reason, char isTrading) {
    /** Action: a price indication or pre-open phase; not tradable. */
    public static final int PRE_OPEN = 1;

    /** Action: quoting only; not tradable. */
    public static final int QUOTING = 3;

    /** Action: trading. */
    public static final int TRADING = 7;

    /** Action: halted. */
    public static final int HALT = 8;

    /** Action: paused, as by limit up, limit down. */
    public static final int PAUSE = 9;

    /** Action: suspended. */
    public static final int SUSPEND = 10;

    /** Action: not available for trading. */
    public static final int NOT_AVAILABLE = 15;
}
