package io.tapelake.index.column;

import java.util.Arrays;
import java.util.function.Predicate;

/** Texts of one column: a code is the place of the text among those that occur, in the order of {@link TextOrder}, plus one. */
public final class TextChunk implements Chunk {

    private static final int OVERHEAD_BYTES = 64;
    private static final int TEXT_BYTES = 56;

    private final Codes codes;
    private final String[] texts;

    private TextChunk(Codes codes, String[] texts) {
        this.codes = codes;
        this.texts = texts;
    }

    /** Takes numbers of texts by row, in any order, from 1; 0 for null. */
    static TextChunk of(int[] ids, int size, String[] textsById) {
        Integer[] places = new Integer[textsById.length];
        Arrays.setAll(places, i -> i);
        Arrays.sort(places, (a, b) -> TextOrder.compare(textsById[a], textsById[b]));
        String[] texts = new String[places.length];
        long[] codeById = new long[places.length + 1];
        for (int i = 0; i < places.length; i++) {
            texts[i] = textsById[places[i]];
            codeById[places[i] + 1] = i + 1L;
        }
        long[] codes = new long[size];
        for (int i = 0; i < size; i++) {
            codes[i] = codeById[ids[i]];
        }
        return new TextChunk(Codes.pack(codes, size), texts);
    }

    @Override
    public Codes codes() {
        return codes;
    }

    @Override
    public String valueAt(int row) {
        return textOf(codes.at(row));
    }

    /** The text that a code stands for; null for 0. */
    public String textOf(long code) {
        return code == 0 ? null : texts[(int) code - 1];
    }

    /** How many texts occur; their codes run from 1 to this. */
    public int textCount() {
        return texts.length;
    }

    /** The code of a text; 0 if it does not occur. */
    public long codeOf(String text) {
        int at = Arrays.binarySearch(texts, text, TextOrder::compare);
        return at < 0 ? 0 : at + 1L;
    }

    /** By code, whether its text passes; null never does. */
    public boolean[] passing(Predicate<String> test) {
        boolean[] allowed = new boolean[texts.length + 1];
        for (int i = 0; i < texts.length; i++) {
            allowed[i + 1] = test.test(texts[i]);
        }
        return allowed;
    }

    @Override
    public long heapBytes() {
        long bytes = OVERHEAD_BYTES + codes.heapBytes();
        for (String text : texts) {
            bytes += TEXT_BYTES + text.length();
        }
        return bytes;
    }
}
