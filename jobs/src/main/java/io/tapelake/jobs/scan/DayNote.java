package io.tapelake.jobs.scan;

import io.tapelake.scanner.ControlDraw;
import io.tapelake.scanner.DayKind;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the driver needs to know of a symbol-day to draw control days.
 *
 * @param tradeDate its date
 * @param dataset its dataset
 * @param symbol its symbol
 * @param kind momentum or ordinary
 */
record DayNote(LocalDate tradeDate, String dataset, String symbol, DayKind kind) implements Serializable {

    /** A date of a dataset. */
    private record Market(LocalDate tradeDate, String dataset) {}

    /** The control days of all dates and datasets: date to symbol of a dataset to inclusion probability. */
    static Map<LocalDate, Map<String, Double>> controls(Collection<DayNote> notes, long seed) {
        Map<Market, List<DayNote>> markets =
                new TreeMap<>(Comparator.comparing(Market::tradeDate).thenComparing(Market::dataset));
        for (DayNote note : notes) {
            markets.computeIfAbsent(new Market(note.tradeDate(), note.dataset()), m -> new java.util.ArrayList<>())
                    .add(note);
        }
        Map<LocalDate, Map<String, Double>> controls = new HashMap<>();
        markets.forEach((market, days) -> {
            List<String> ordinary = days.stream()
                    .filter(day -> day.kind() == DayKind.ORDINARY)
                    .map(DayNote::symbol)
                    .toList();
            int wanted = days.size() - ordinary.size();
            Map<String, Double> bySymbol = controls.computeIfAbsent(market.tradeDate(), d -> new HashMap<>());
            ControlDraw.draw(seed, market.tradeDate(), market.dataset(), ordinary, wanted)
                    .forEach((symbol, probability) ->
                            bySymbol.put(FoldedRow.symbolKey(market.dataset(), symbol), probability));
        });
        return controls;
    }
}
