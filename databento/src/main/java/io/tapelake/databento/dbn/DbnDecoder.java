package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.DbnException.Reason;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.LittleEndian;
import io.tapelake.databento.dbn.layout.RecordLayout;
import java.util.Arrays;

/**
 * The DBN state machine, without I/O: uncompressed bytes go in, metadata and records come out. Use it where bytes arrive
 * on their own (a socket); for files there is {@link DbnReader}.
 *
 * <pre>
 * decoder.feed(bytes, 0, n);
 * while (true) {
 *     switch (decoder.next()) {
 *         case METADATA: use decoder.metadata(); break;
 *         case RECORD: use decoder.record(); break;
 *         case NEED_INPUT: feed more, or say endOfInput(); break;
 *         case END: done
 * </pre>
 *
 * To save the copy, write to {@link #array()} from {@link #space()} on, at most {@link #spaceLength()} bytes, and say
 * {@link #filled}. The first failure is final: it is thrown again by every later step. Not thread-safe.
 */
public final class DbnDecoder {
    /** What a step found. */
    public enum Step {
        /** Nothing yet: more bytes, or the end of input, must be given. */
        NEED_INPUT,
        /** The metadata is there. Comes once, first, and never in a fragment. */
        METADATA,
        /** A record is there. */
        RECORD,
        /** The input has ended after a whole record. */
        END
    }

    private enum State {
        PRELUDE,
        METADATA,
        RECORDS,
        ENDED,
        FAILED
    }

    private static final int NO_HEAD = -1;

    private final ReadOptions options;
    private final RecordView raw = new RecordView();
    private RecordView view = raw;
    private Upgrade upgrade;
    private int[] least;
    private Metadata metadata;
    private byte[] header = new byte[0];

    private byte[] buffer;
    /** The stream offset of buffer[0]. */
    private long base;

    private int at;
    private int limit;
    /** The first two bytes of the record before, its length and type; {@link #NO_HEAD} when it must not be relied on. */
    private int usualHead = NO_HEAD;

    /** The size of the record before. */
    private int usualBytes = HeaderLayout.BYTES;

    private long records;
    private boolean inputEnded;
    private State state;
    private DbnException failure;

    private DbnDecoder(ReadOptions options) {
        this.options = options;
        this.buffer = new byte[options.bufferBytes()];
        this.records = options.firstRecord();
        this.base = options.firstOffset();
        if (options.isFragment()) {
            beginRecords(options.fragmentVersion(), options.fragmentTsOut());
        } else {
            state = State.PRELUDE;
        }
    }

    /** A decoder at the start of a stream. */
    public static DbnDecoder of(ReadOptions options) {
        return new DbnDecoder(options);
    }

    /** Copies bytes into the decoder. The record last found is no longer valid. */
    public void feed(byte[] source, int offset, int length) {
        int done = 0;
        while (done < length) {
            int to = space();
            int count = Math.min(length - done, buffer.length - to);
            if (count == 0) {
                replaceBuffer(
                        Arrays.copyOf(buffer, Math.toIntExact(Math.min(buffer.length * 2L, Integer.MAX_VALUE - 8))));
                continue;
            }
            System.arraycopy(source, offset + done, buffer, to, count);
            filled(count);
            done += count;
        }
    }

    /** Makes room for input and returns where in {@link #array()} it goes. The record last found is no longer valid. */
    public int space() {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, limit - at);
            base += at;
            limit -= at;
            at = 0;
        }
        return limit;
    }

    /** How many bytes may be written from {@link #space()} on; 0 after feeding far more than was consumed. */
    public int spaceLength() {
        return buffer.length - limit;
    }

    /** The array to write input to. It may be another one after each step. */
    public byte[] array() {
        return buffer;
    }

    /** States that {@code count} bytes were written at {@link #space()}. */
    public void filled(int count) {
        if (count < 0 || count > buffer.length - limit) {
            throw new IllegalArgumentException(
                    count + " bytes were written where there was room for " + (buffer.length - limit));
        }
        limit += count;
    }

    /** States that no more bytes will come. */
    public void endOfInput() {
        inputEnded = true;
    }

    /**
     * Goes on to the metadata or to the next record.
     *
     * @throws DbnException if the input is not whole, well-formed DBN
     */
    public Step next() {
        if (nextRecord()) {
            return Step.RECORD;
        }
        return switch (state) {
            case PRELUDE -> prelude();
            case METADATA -> metadataBody();
            case RECORDS -> betweenRecords();
            case ENDED -> Step.END;
            case FAILED -> throw failure.again();
        };
    }

    /** The short way of {@link #next()}: whether a whole record was in the buffer; it is now the current one. */
    boolean nextRecord() {
        int from = at;
        int to = from + usualBytes;
        if (to <= limit && LittleEndian.u16(buffer, from) == usualHead) {
            // The length and the type of the record before, which was found to be sound.
            raw.moveTo(from);
            at = to;
            records++;
            return true;
        }
        return nextUnusualRecord();
    }

    private boolean nextUnusualRecord() {
        int from = at;
        int left = limit - from;
        if (left < HeaderLayout.BYTES || state != State.RECORDS) {
            return false;
        }
        int size = (buffer[from] & 0xFF) * HeaderLayout.WORD;
        if (size > left || size < least[buffer[from + HeaderLayout.RTYPE] & 0xFF]) {
            return false;
        }
        raw.show(buffer, from, size);
        at = from + size;
        records++;
        if (upgrade != null) {
            upgrade.show(view, buffer, from, size);
        } else {
            usualHead = LittleEndian.u16(buffer, from);
            usualBytes = size;
        }
        return true;
    }

    private void replaceBuffer(byte[] newBuffer) {
        buffer = newBuffer;
        usualHead = NO_HEAD;
    }

    private Step prelude() {
        int have = limit - at;
        checkMagic(have);
        if (have < MetadataFormat.PRELUDE_BYTES) {
            return needInput("the input ends inside the first 8 bytes, after " + have);
        }
        long length = LittleEndian.u32(buffer, at + MetadataFormat.LENGTH);
        if (length < MetadataFormat.MIN_BODY_BYTES) {
            throw fail(
                    Reason.BAD_METADATA,
                    "the metadata claims " + length + " bytes; the least is " + MetadataFormat.MIN_BODY_BYTES,
                    MetadataFormat.LENGTH);
        }
        if (length + MetadataFormat.PRELUDE_BYTES > options.maxMetadataBytes()) {
            throw fail(
                    Reason.BAD_METADATA,
                    "the metadata claims " + length + " bytes; more than " + options.maxMetadataBytes()
                            + " are refused (ReadOptions.maxMetadataBytes)",
                    MetadataFormat.LENGTH);
        }
        state = State.METADATA;
        return metadataBody();
    }

    private void checkMagic(int have) {
        for (int i = 0; i < Math.min(have, 3); i++) {
            if (buffer[at + i] != "DBN".charAt(i)) {
                throw fail(
                        Reason.NOT_DBN,
                        "the input is not DBN: it begins neither with 'DBN' nor like zstd"
                                + " (records without metadata need their version to be given)",
                        0);
            }
        }
        if (have > MetadataFormat.VERSION) {
            int version = buffer[at + MetadataFormat.VERSION] & 0xFF;
            if (version < MetadataFormat.MIN_VERSION || version > MetadataFormat.MAX_VERSION) {
                throw fail(Reason.UNSUPPORTED_VERSION, MetadataParser.unsupported(version), MetadataFormat.VERSION);
            }
        }
    }

    private Step metadataBody() {
        int total = MetadataFormat.PRELUDE_BYTES + LittleEndian.i32(buffer, at + MetadataFormat.LENGTH);
        int have = limit - at;
        if (have < total) {
            if (have == buffer.length) {
                // Grown as the bytes arrive, so that a claimed length alone costs nothing.
                replaceBuffer(Arrays.copyOf(buffer, (int) Math.min(total, buffer.length * 2L)));
            }
            return needInput("the input ends inside the metadata, after " + have + " of " + total + " bytes");
        }
        try {
            Metadata found = new MetadataParser(buffer, at, total).parse();
            metadata = options.upgrade() ? found.upgraded() : found;
            header = Arrays.copyOfRange(buffer, at, at + total);
            at += total;
            shrink();
            beginRecords(found.version(), found.tsOut());
        } catch (DbnException e) {
            failure = e;
            state = State.FAILED;
            throw e;
        }
        return Step.METADATA;
    }

    /** Gives back the room that large metadata took. */
    private void shrink() {
        int left = limit - at;
        if (buffer.length > options.bufferBytes() && left <= options.bufferBytes()) {
            byte[] smaller = new byte[options.bufferBytes()];
            System.arraycopy(buffer, at, smaller, 0, left);
            replaceBuffer(smaller);
            base += at;
            at = 0;
            limit = left;
        }
    }

    private void beginRecords(int version, boolean tsOut) {
        least = RecordSizes.of(version, tsOut).table();
        raw.form(version, tsOut);
        if (options.upgrade() && version < RecordLayout.MAX_VERSION) {
            upgrade = new Upgrade(version, tsOut);
            view = new RecordView();
            view.form(RecordLayout.MAX_VERSION, tsOut);
        }
        state = State.RECORDS;
    }

    private Step betweenRecords() {
        int have = limit - at;
        if (have == 0 && inputEnded) {
            state = State.ENDED;
            return Step.END;
        }
        if (have > 0) {
            checkRecord(have);
        }
        return needInput("the input ends inside a record, after " + have + " bytes of it");
    }

    private void checkRecord(int have) {
        int size = (buffer[at] & 0xFF) * HeaderLayout.WORD;
        if (size < HeaderLayout.BYTES) {
            throw fail(
                    Reason.BAD_RECORD,
                    "a record claims " + size + " bytes, less than its header of " + HeaderLayout.BYTES,
                    offset());
        }
        if (have <= HeaderLayout.RTYPE) {
            return;
        }
        if (options.isFragment() && records == options.firstRecord() && looksLikeMetadata(have)) {
            throw fail(
                    Reason.NOT_A_FRAGMENT,
                    "the input has metadata of its own; read it without a fragment version",
                    offset());
        }
        int rtype = buffer[at + HeaderLayout.RTYPE] & 0xFF;
        if (size < least[rtype]) {
            throw fail(
                    Reason.BAD_RECORD,
                    String.format(
                            "a record of rtype 0x%02X claims %d bytes; version %d needs %d",
                            rtype, size, raw.version(), least[rtype]),
                    offset());
        }
    }

    private boolean looksLikeMetadata(int have) {
        return have > MetadataFormat.VERSION
                && buffer[at] == 'D'
                && buffer[at + 1] == 'B'
                && buffer[at + 2] == 'N'
                && buffer[at + MetadataFormat.VERSION] >= MetadataFormat.MIN_VERSION
                && buffer[at + MetadataFormat.VERSION] <= MetadataFormat.MAX_VERSION;
    }

    private Step needInput(String ifEnded) {
        if (inputEnded) {
            throw fail(Reason.TRUNCATED, ifEnded, failureOffset());
        }
        return Step.NEED_INPUT;
    }

    /** Where input that ends too early stops being of use: at the start of a record, or inside the metadata. */
    long failureOffset() {
        return state == State.RECORDS ? offset() : base + limit;
    }

    /** Makes a failure that is thrown by every later step as well. */
    DbnException fail(Reason reason, String what, long where) {
        failure = DbnException.of(reason, what, where, records);
        state = State.FAILED;
        usualHead = NO_HEAD;
        return failure;
    }

    /**
     * The metadata: version 3 if an upgrade was asked for. Null before {@link Step#METADATA}, and always in a fragment.
     */
    public Metadata metadata() {
        return metadata;
    }

    boolean isFragment() {
        return options.isFragment();
    }

    /** A copy of the bytes before the first record exactly as they were read; empty in a fragment. */
    public byte[] headerBytes() {
        return header.clone();
    }

    /** The current record, upgraded if that was asked for. The same object every time. */
    public RecordView record() {
        return view;
    }

    /** The current record as the input has it. The same object every time. */
    public RecordView rawRecord() {
        return raw;
    }

    /** How many records were found, those that came before a fragment included. */
    public long recordCount() {
        return records;
    }

    /** The offset in the uncompressed stream of the first byte that is not consumed: the end of the current record. */
    public long offset() {
        return base + at;
    }
}
