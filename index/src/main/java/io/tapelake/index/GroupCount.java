package io.tapelake.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How many rows have some values in common.
 *
 * @param values the values of the columns grouped by, in the order asked for; null for rows without one
 * @param rows how many rows
 */
public record GroupCount(List<Object> values, long rows) {
    /** Copies the values. */
    public GroupCount {
        values = Collections.unmodifiableList(new ArrayList<>(values));
    }
}
