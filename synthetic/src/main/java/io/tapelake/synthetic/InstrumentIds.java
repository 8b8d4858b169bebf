package io.tapelake.synthetic;

import io.tapelake.synthetic.market.KeyedRandom;
import io.tapelake.synthetic.market.RandomStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which instrument id stands for which symbol: dealt anew every UTC date, as Nasdaq-style feeds do. Thread-safe. */
final class InstrumentIds {
    /** Ids that no symbol of this market has on a given date. */
    private static final int SPARE = 50;

    private final long seed;
    private final int symbols;
    private final Map<LocalDate, int[]> byDate = new ConcurrentHashMap<>();

    InstrumentIds(long seed, int symbols) {
        this.seed = seed;
        this.symbols = symbols;
    }

    /** The id of a symbol number on a UTC date, at least 1. */
    int id(int symbolIndex, LocalDate utcDate) {
        return byDate.computeIfAbsent(utcDate, this::deal)[symbolIndex];
    }

    private int[] deal(LocalDate utcDate) {
        KeyedRandom random = KeyedRandom.of(seed, RandomStream.INSTRUMENT_IDS, utcDate.toEpochDay());
        int[] deck = new int[symbols + SPARE];
        for (int i = 0; i < deck.length; i++) {
            deck[i] = i + 1;
        }
        for (int i = 0; i < symbols; i++) {
            int j = i + random.below(deck.length - i);
            int card = deck[j];
            deck[j] = deck[i];
            deck[i] = card;
        }
        return deck;
    }
}
