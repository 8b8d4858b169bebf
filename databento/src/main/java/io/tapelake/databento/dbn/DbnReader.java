package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.DbnDecoder.Step;
import io.tapelake.databento.dbn.DbnException.Reason;
import io.tapelake.databento.dbn.layout.LittleEndian;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads a DBN file or stream, raw or zstd (told by its content, never by its name), record by record and without copies.
 *
 * <pre>
 * try (DbnReader reader = DbnReader.open(path)) {
 *     RecordView record = reader.record();
 *     while (reader.next()) {
 *         if (record.rtype() == RType.OHLCV_1S) {
 *             long close = record.i64(OhlcvLayout.CLOSE);
 * </pre>
 *
 * Input that ends too early is always a {@link DbnException}, thrown after every whole record before it was delivered.
 * A raw file that is cut exactly between two records is the one cut that cannot be seen. Not thread-safe; readers do not
 * share anything.
 */
public final class DbnReader implements AutoCloseable {
    private static final int HEAD_BYTES = 12;
    private static final int MAGIC_BYTES = 4;

    private final DbnDecoder decoder;
    private final InputStream in;
    private final String name;

    private DbnReader(InputStream source, ReadOptions options, String name) throws IOException {
        this.decoder = DbnDecoder.of(options);
        this.name = name;
        this.in = detect(source);
        if (!options.isFragment()) {
            advance();
        }
    }

    /** Opens a file as-is. See {@link #open(Path, ReadOptions)}. */
    public static DbnReader open(Path file) throws IOException {
        return open(file, ReadOptions.defaults());
    }

    /**
     * Opens a file and reads its metadata.
     *
     * @throws DbnException if it does not begin with whole, well-formed metadata (unless it is opened as a fragment)
     * @throws IOException if the file cannot be read
     */
    public static DbnReader open(Path file, ReadOptions options) throws IOException {
        return closingOnFailure(
                new ChannelStream(FileChannel.open(file, StandardOpenOption.READ)), options, file.toString());
    }

    /**
     * Reads a stream and its metadata. The stream is closed with the reader, and when this method fails.
     *
     * @throws DbnException if it does not begin with whole, well-formed metadata (unless it is opened as a fragment)
     * @throws IOException if the stream fails
     */
    public static DbnReader of(InputStream in, ReadOptions options) throws IOException {
        return closingOnFailure(in, options, null);
    }

    /** The same with a name for the messages of exceptions. */
    public static DbnReader of(InputStream in, ReadOptions options, String name) throws IOException {
        return closingOnFailure(in, options, name);
    }

    private static DbnReader closingOnFailure(InputStream in, ReadOptions options, String name) throws IOException {
        try {
            return new DbnReader(in, options, name);
        } catch (DbnException e) {
            in.close();
            throw e.in(name);
        } catch (IOException | RuntimeException e) {
            in.close();
            throw e;
        }
    }

    /** Decides by the first bytes whether to decompress. */
    private InputStream detect(InputStream source) throws IOException {
        byte[] head = source.readNBytes(HEAD_BYTES);
        if (head.length >= MAGIC_BYTES) {
            int magic = LittleEndian.i32(head, 0);
            if (ZstdFrames.isSkippable(magic)
                    && head.length >= HEAD_BYTES - 1
                    && head[8] == 'D'
                    && head[9] == 'B'
                    && head[10] == 'Z') {
                throw decoder.fail(
                        Reason.LEGACY_DBZ,
                        "the input is DBZ, the format before DBN, which is not read here; convert it first with the"
                                + " vendor's command line tool: dbn old.dbz --dbn --output new.dbn",
                        0);
            }
            if (magic == ZstdFrames.MAGIC || ZstdFrames.isSkippable(magic)) {
                return new ZstdSource(head, source, decoder);
            }
        }
        if (!decoder.isFragment() && ZstdFrames.beginsMagic(head)) {
            throw decoder.fail(
                    Reason.TRUNCATED, "the input ends inside the mark of a zstd frame, after " + head.length, 0);
        }
        decoder.feed(head, 0, head.length);
        return source;
    }

    /** The metadata (version 3 if an upgrade was asked for), or null for a fragment. */
    public Metadata metadata() {
        return decoder.metadata();
    }

    /** The bytes before the first record exactly as they were read, for an exact copy; empty for a fragment. */
    public byte[] headerBytes() {
        return decoder.headerBytes();
    }

    /**
     * Goes on to the next record.
     *
     * @return false at the end of whole input
     * @throws DbnException if what comes next is not a whole, well-formed record, and again by every later call
     * @throws IOException if the input cannot be read
     */
    public boolean next() throws IOException {
        return decoder.nextRecord() || refill();
    }

    private boolean refill() throws IOException {
        try {
            return advance() == Step.RECORD;
        } catch (DbnException e) {
            throw e.in(name);
        }
    }

    private Step advance() throws IOException {
        while (true) {
            Step step = decoder.next();
            if (step != Step.NEED_INPUT) {
                return step;
            }
            int to = decoder.space();
            int count = in.read(decoder.array(), to, decoder.spaceLength());
            if (count < 0) {
                decoder.endOfInput();
            } else {
                decoder.filled(count);
            }
        }
    }

    /** The current record. The same object every time; what it shows is good until {@link #next()}. */
    public RecordView record() {
        return decoder.record();
    }

    /** The current record as the input has it, before any upgrade. The same object every time. */
    public RecordView rawRecord() {
        return decoder.rawRecord();
    }

    /** How many records were read, those before a fragment included. */
    public long recordCount() {
        return decoder.recordCount();
    }

    /** Where the current record begins, in bytes of the uncompressed stream. */
    public long offset() {
        return decoder.offset() - decoder.rawRecord().sizeBytes();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** A file as a stream, read in pieces as large as the reader asks for. */
    private static final class ChannelStream extends InputStream {
        private final FileChannel channel;

        ChannelStream(FileChannel channel) {
            this.channel = channel;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return channel.read(ByteBuffer.wrap(target, offset, length));
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
