package io.tapelake.jobs.verify;

import io.tapelake.lake.LakeColumn;
import io.tapelake.lake.LakeTable;
import io.tapelake.lake.LakeType;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.expressions.XXH64;

/**
 * Hashes of the values of a row: one per column, of the row's key and the value together, and one of the whole row. Summed
 * over rows in any order they say whether two sets of rows are the same: a value that differs, moved to another row, or is
 * there twice changes the sum of its column and the sum of the rows. Both are 64 bits with seeds of their own, so that
 * chance hides a difference once in 2^128. They are no seal against somebody who wants to deceive.
 *
 * <p>The columns of the key are hashed without the key, so that a wrong key can be told from wrong values. {@code file_id}
 * is left out: rows are compared file by file. Not thread-safe.
 */
final class RowHash {

    private static final long KEY_SEED = 0x746170656c616b65L;
    private static final long ROW_SEED = 0x6c616b6574617065L;
    private static final long NULL = 0x6e756c6cL;

    private final List<String> names = new ArrayList<>();
    private final int[] columns;
    private final boolean[] text;
    private final boolean[] inKey;
    private final boolean[] inValue;
    private final int[] settlingKey;
    private final long[] hashes;

    /** @param settlingKey columns that name a record where files overlap */
    RowHash(LakeTable table, List<String> settlingKey) {
        List<LakeColumn> all = table.columns();
        List<String> key = table.hasColumn("record_index") ? List.of("record_index") : settlingKey;
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (!all.get(i).name().equals("file_id")) {
                places.add(i);
                names.add(all.get(i).name());
            }
        }
        this.columns = places.stream().mapToInt(Integer::intValue).toArray();
        this.text = new boolean[columns.length];
        this.inKey = new boolean[columns.length];
        this.inValue = new boolean[columns.length];
        this.settlingKey = settlingKey.stream().mapToInt(names::indexOf).toArray();
        this.hashes = new long[columns.length + 1];
        for (int i = 0; i < columns.length; i++) {
            text[i] = all.get(columns[i]).type() == LakeType.STRING;
            inKey[i] = key.contains(names.get(i));
            inValue[i] = !names.get(i).equals("record_index");
        }
    }

    /** The numbers that {@link #of} gives. */
    int length() {
        return hashes.length;
    }

    /** The columns in the order of the hashes; the last hash is of the row. */
    List<String> names() {
        return names;
    }

    boolean isKey(int place) {
        return inKey[place];
    }

    /** The hashes of a row; the same array every time. */
    long[] of(RowValues row) {
        long key = KEY_SEED;
        long whole = ROW_SEED;
        for (int i = 0; i < columns.length; i++) {
            if (inKey[i]) {
                key = hash(row, i, key);
            }
        }
        for (int i = 0; i < columns.length; i++) {
            hashes[i] = hash(row, i, inKey[i] ? KEY_SEED : key);
            whole = hash(row, i, whole);
        }
        hashes[columns.length] = whole;
        return hashes;
    }

    /** The hash of what names a record where files overlap. */
    long settlingKey(RowValues row) {
        long key = KEY_SEED;
        for (int place : settlingKey) {
            key = hash(row, place, key);
        }
        return key;
    }

    /** The hash of all that makes two records equal where files overlap: everything but the place in the file. */
    long values(RowValues row) {
        long values = ROW_SEED;
        for (int i = 0; i < columns.length; i++) {
            if (inValue[i]) {
                values = hash(row, i, values);
            }
        }
        return values;
    }

    private long hash(RowValues row, int place, long seed) {
        int column = columns[place];
        if (row.isNull(column)) {
            return XXH64.hashLong(NULL, ~seed);
        }
        return text[place] ? XXH64.hashUTF8String(row.text(column), seed) : XXH64.hashLong(row.number(column), seed);
    }
}
