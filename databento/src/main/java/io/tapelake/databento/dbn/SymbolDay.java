package io.tapelake.databento.dbn;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/** The symbols of one UTC day. Immutable and thread-safe. */
public final class SymbolDay {
    private static final int LEAST_SLOTS = 16;
    private static final int SPREAD = 0x9E3779B9;
    private static final int HASH_SHIFT = 7;

    private final int yyyymmdd;
    private final Map<String, Integer> ids = new HashMap<>();
    /** Open addressing; a slot without a symbol is free. */
    private final int[] slotIds;

    private final String[] slotSymbols;

    SymbolDay(int yyyymmdd, Map<Integer, String> symbols) {
        this.yyyymmdd = yyyymmdd;
        int slots = Math.max(LEAST_SLOTS, Integer.highestOneBit(symbols.size()) * 4);
        slotIds = new int[slots];
        slotSymbols = new String[slots];
        symbols.forEach((id, symbol) -> {
            int slot = slotOf(id);
            slotIds[slot] = id;
            slotSymbols[slot] = symbol;
            ids.put(symbol, id);
        });
    }

    private int slotOf(int id) {
        int mask = slotIds.length - 1;
        int slot = ((id * SPREAD) >>> HASH_SHIFT) & mask;
        while (slotSymbols[slot] != null && slotIds[slot] != id) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The UTC day as YYYYMMDD. */
    public int date() {
        return yyyymmdd;
    }

    /** The symbol of an instrument id (unsigned 32 bits in an int), or null when there is none on this day. */
    public String symbol(int instrumentId) {
        return slotSymbols[slotOf(instrumentId)];
    }

    /** The instrument id of a symbol (unsigned 32 bits in an int), or empty when there is none on this day. */
    public OptionalInt instrumentId(String symbol) {
        Integer id = ids.get(symbol);
        return id == null ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** The number of instruments that have a symbol on this day. */
    public int size() {
        return ids.size();
    }
}
