package io.tapelake.model;

import java.time.LocalTime;

/**
 * The usual New York times of the sessions, as a rule that holds from its effective date on.
 *
 * @param preOpen start of the pre-market session
 * @param open start of the regular session
 * @param close end of the regular session on a full day
 * @param postClose end of the post-market session on a full day
 */
public record SessionHours(LocalTime preOpen, LocalTime open, LocalTime close, LocalTime postClose) {
    /**
     * Checks the order.
     *
     * @throws IllegalArgumentException unless the four times ascend
     */
    public SessionHours {
        if (preOpen.isAfter(open) || !open.isBefore(close) || close.isAfter(postClose)) {
            throw new IllegalArgumentException(
                    "session times must ascend: " + preOpen + ", " + open + ", " + close + ", " + postClose);
        }
    }
}
