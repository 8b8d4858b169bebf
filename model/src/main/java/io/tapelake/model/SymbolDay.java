package io.tapelake.model;

import java.time.LocalDate;

/**
 * One symbol on one trade date in one dataset: the unit of scanning and of episodes.
 *
 * @param tradeDate New York calendar date
 * @param dataset dataset code such as {@code XNAS.ITCH}
 * @param symbol the raw symbol of that day; tickers are reused, so it names a security only together with the date
 */
public record SymbolDay(LocalDate tradeDate, String dataset, String symbol) {
    /**
     * Checks that nothing is missing.
     *
     * @throws IllegalArgumentException when a component is null or a text is blank
     */
    public SymbolDay {
        if (tradeDate == null || dataset == null || dataset.isBlank() || symbol == null || symbol.isBlank()) {
            throw new IllegalArgumentException("a symbol-day needs tradeDate, dataset and symbol: tradeDate="
                    + tradeDate + " dataset=" + dataset + " symbol=" + symbol);
        }
    }
}
