package io.tapelake.index.column;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns that are in memory, up to a number of bytes; those that were not asked for the longest time go first, and are read
 * from their files again when they are asked for. Thread-safe.
 */
public final class ChunkCache {

    private static final int EXPECTED = 1024;
    private static final float LOAD = 0.75f;

    private record Key(MonthRows month, String column) {}

    private final long mostBytes;
    private final LinkedHashMap<Key, Chunk> held = new LinkedHashMap<>(EXPECTED, LOAD, true);
    private long heldBytes;
    private long evictions;

    private ChunkCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** At most so many bytes of heap. */
    public static ChunkCache ofBytes(long mostBytes) {
        return new ChunkCache(mostBytes);
    }

    /** Heap that is taken now. */
    public synchronized long heldBytes() {
        return heldBytes;
    }

    /** How many columns of a month had to go so far. */
    public synchronized long evictions() {
        return evictions;
    }

    /** The chunks that are held, in the order of the columns; null for one that is not. */
    synchronized Chunk[] held(MonthRows month, List<String> columns) {
        Chunk[] chunks = new Chunk[columns.size()];
        for (int i = 0; i < chunks.length; i++) {
            chunks[i] = held.get(new Key(month, columns.get(i)));
        }
        return chunks;
    }

    synchronized void hold(MonthRows month, Map<String, Chunk> chunks) {
        chunks.forEach((column, chunk) -> {
            Chunk before = held.put(new Key(month, column), chunk);
            heldBytes += chunk.heapBytes() - (before == null ? 0 : before.heapBytes());
        });
        List<Chunk> gone = new ArrayList<>();
        for (Iterator<Chunk> oldest = held.values().iterator(); heldBytes > mostBytes && oldest.hasNext(); ) {
            Chunk chunk = oldest.next();
            oldest.remove();
            heldBytes -= chunk.heapBytes();
            gone.add(chunk);
        }
        evictions += gone.size();
    }
}
