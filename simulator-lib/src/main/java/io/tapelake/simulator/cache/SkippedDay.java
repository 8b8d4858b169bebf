package io.tapelake.simulator.cache;

import io.tapelake.model.SymbolDay;

/**
 * A day that could not be loaded.
 *
 * @param day which
 * @param reason what the last attempt failed with
 */
public record SkippedDay(SymbolDay day, String reason) {}
