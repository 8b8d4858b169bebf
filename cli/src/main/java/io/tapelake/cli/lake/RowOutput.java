package io.tapelake.cli.lake;

import java.util.List;

/**
 * Where rows of a result go, one after the other. A value is null, Integer, Long, Double, Boolean, String, LocalDate, Instant,
 * BigDecimal, or {@link JsonText}.
 */
interface RowOutput {

    /**
     * Writes a row.
     *
     * @return false when nobody reads any more, as after {@code | head}
     */
    boolean row(List<Object> values);

    /** Writes what is held back. */
    void end();
}
