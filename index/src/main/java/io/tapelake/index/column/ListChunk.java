package io.tapelake.index.column;

import io.tapelake.lake.LakeType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Lists of whole numbers of one column, each different one held once: days of one date often have the same files. Codes are in
 * the order in which lists were met: lists have no order.
 */
public final class ListChunk implements Chunk {

    private static final int OVERHEAD_BYTES = 64;

    private final Codes codes;
    private final int[] ends;
    private final NumberChunk elements;

    private ListChunk(Codes codes, int[] ends, NumberChunk elements) {
        this.codes = codes;
        this.ends = ends;
        this.elements = elements;
    }

    static ListChunk of(List<?>[] values, int size) {
        Map<List<?>, Integer> known = new HashMap<>();
        List<List<?>> lists = new ArrayList<>();
        long[] codes = new long[size];
        for (int i = 0; i < size; i++) {
            if (values[i] != null) {
                Integer code = known.get(values[i]);
                if (code == null) {
                    lists.add(values[i]);
                    code = lists.size();
                    known.put(values[i], code);
                }
                codes[i] = code;
            }
        }
        int[] ends = new int[lists.size()];
        int count = 0;
        for (int i = 0; i < ends.length; i++) {
            count += lists.get(i).size();
            ends[i] = count;
        }
        long[] flat = new long[count];
        boolean[] nulls = new boolean[count];
        int at = 0;
        for (List<?> list : lists) {
            for (Object element : list) {
                nulls[at] = element == null;
                flat[at++] = element == null ? 0 : (Long) element;
            }
        }
        return new ListChunk(
                Codes.pack(codes, size),
                Arrays.copyOf(ends, ends.length),
                NumberChunk.of(LakeType.BIGINT, flat, nulls, count));
    }

    @Override
    public Codes codes() {
        return codes;
    }

    @Override
    public List<Long> valueAt(int row) {
        long code = codes.at(row);
        return code == 0 ? null : listOf(code);
    }

    /** By code, whether its list passes; null never does. */
    public boolean[] passing(Predicate<List<Long>> test) {
        boolean[] allowed = new boolean[ends.length + 1];
        for (int code = 1; code < allowed.length; code++) {
            allowed[code] = test.test(listOf(code));
        }
        return allowed;
    }

    private List<Long> listOf(long code) {
        int end = ends[(int) code - 1];
        List<Long> list = new ArrayList<>();
        for (int i = code == 1 ? 0 : ends[(int) code - 2]; i < end; i++) {
            list.add((Long) elements.valueAt(i));
        }
        return Collections.unmodifiableList(list);
    }

    @Override
    public long heapBytes() {
        return OVERHEAD_BYTES + codes.heapBytes() + 4L * ends.length + elements.heapBytes();
    }
}
