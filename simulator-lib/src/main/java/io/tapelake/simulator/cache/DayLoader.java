package io.tapelake.simulator.cache;

import io.tapelake.model.SymbolDay;

/**
 * Loads a day. Called from any thread.
 *
 * @param <D> what a day is
 */
@FunctionalInterface
public interface DayLoader<D> {
    /**
     * The day.
     *
     * @throws RuntimeException when it cannot be loaded, with a message that says why
     */
    D load(SymbolDay key);
}
