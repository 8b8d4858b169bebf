package io.tapelake.scanner.tape;

import io.tapelake.model.Halt;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Tapes as bytes: differences from value to value as variable-length integers, some 30 bytes per minute. */
final class TapeBytes {
    private TapeBytes() {}

    static byte[] write(TapeColumns c) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(64 + c.size * 32);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeLong(c.dayStartNs);
            writeMinutes(c, out);
            writeQuotes(c, out);
            writeLong(c.undecidedNanos, out);
            writeLongs(c.badPrintsNs, out);
            writeLongs(c.badPrintsNanos, out);
            writeLongs(c.badPrintsKnownNs, out);
            writeHalts(c.halts, out);
            out.writeLong(c.haltsKnownFromNs);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail", e);
        }
        return bytes.toByteArray();
    }

    static TapeColumns read(byte[] bytes) {
        TapeColumns c = new TapeColumns();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            c.dayStartNs = in.readLong();
            readMinutes(c, in);
            readQuotes(c, in);
            c.undecidedNanos = readLong(in);
            c.badPrintsNs = readLongs(in);
            c.badPrintsNanos = readLongs(in);
            c.badPrintsKnownNs = readLongs(in);
            c.halts = readHalts(in);
            c.haltsKnownFromNs = in.readLong();
        } catch (IOException e) {
            throw new UncheckedIOException("these bytes are no tape of this build", e);
        }
        return c;
    }

    private static void writeMinutes(TapeColumns c, DataOutputStream out) throws IOException {
        writeLong(c.size, out);
        long before = 0;
        for (int i = 0; i < c.size; i++) {
            writeLong(c.minute[i] - (i == 0 ? 0 : c.minute[i - 1]), out);
            writeLong(c.open[i] - before, out);
            writeLong(c.high[i] - c.open[i], out);
            writeLong(c.low[i] - c.open[i], out);
            writeLong(c.close[i] - c.open[i], out);
            before = c.close[i];
            writeLong(c.volume[i], out);
            writeLong(c.volume[i] - c.pricedVolume[i], out);
            out.writeDouble(c.dollars[i]);
            writeLong(c.trades[i], out);
            if (c.trades[i] != MinuteTape.UNKNOWN_TRADES) {
                out.writeDouble(c.priceSum[i]);
            }
            for (int part = 0; part < MinuteTape.PARTS; part++) {
                writeLong(c.partVolume[i * MinuteTape.PARTS + part], out);
            }
            out.writeByte(c.highSecond[i]);
            out.writeByte(c.lowSecond[i]);
        }
    }

    private static void readMinutes(TapeColumns c, DataInputStream in) throws IOException {
        int size = (int) readLong(in);
        long before = 0;
        for (int n = 0; n < size; n++) {
            int i = c.addMinute();
            c.minute[i] = (short) (readLong(in) + (i == 0 ? 0 : c.minute[i - 1]));
            c.open[i] = readLong(in) + before;
            c.high[i] = readLong(in) + c.open[i];
            c.low[i] = readLong(in) + c.open[i];
            c.close[i] = readLong(in) + c.open[i];
            before = c.close[i];
            c.volume[i] = readLong(in);
            c.pricedVolume[i] = c.volume[i] - readLong(in);
            c.dollars[i] = in.readDouble();
            c.trades[i] = (int) readLong(in);
            if (c.trades[i] != MinuteTape.UNKNOWN_TRADES) {
                c.priceSum[i] = in.readDouble();
            }
            for (int part = 0; part < MinuteTape.PARTS; part++) {
                c.partVolume[i * MinuteTape.PARTS + part] = readLong(in);
            }
            c.highSecond[i] = in.readByte();
            c.lowSecond[i] = in.readByte();
        }
    }

    private static void writeQuotes(TapeColumns c, DataOutputStream out) throws IOException {
        writeLong(c.quoteSize, out);
        for (int i = 0; i < c.quoteSize; i++) {
            writeLong(c.quoteMinute[i] - (i == 0 ? 0 : c.quoteMinute[i - 1]), out);
            writeLong(c.bid[i] - (i == 0 ? 0 : c.bid[i - 1]), out);
            writeLong(c.ask[i] - c.bid[i], out);
            writeLong(c.entryAsk[i] - c.ask[i], out);
        }
    }

    private static void readQuotes(TapeColumns c, DataInputStream in) throws IOException {
        int size = (int) readLong(in);
        for (int n = 0; n < size; n++) {
            int i = c.addQuote();
            c.quoteMinute[i] = (short) (readLong(in) + (i == 0 ? 0 : c.quoteMinute[i - 1]));
            c.bid[i] = readLong(in) + (i == 0 ? 0 : c.bid[i - 1]);
            c.ask[i] = readLong(in) + c.bid[i];
            c.entryAsk[i] = readLong(in) + c.ask[i];
        }
    }

    private static void writeHalts(List<Halt> halts, DataOutputStream out) throws IOException {
        writeLong(halts.size(), out);
        for (Halt halt : halts) {
            writeLong(halt.startNs(), out);
            writeLong(halt.endNs(), out);
            out.writeBoolean(halt.evidence() == Halt.Evidence.STATUS);
            writeLong(halt.reason(), out);
        }
    }

    private static List<Halt> readHalts(DataInputStream in) throws IOException {
        int size = (int) readLong(in);
        List<Halt> halts = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            long startNs = readLong(in);
            long endNs = readLong(in);
            Halt.Evidence evidence = in.readBoolean() ? Halt.Evidence.STATUS : Halt.Evidence.TRADE_GAP;
            halts.add(new Halt(startNs, endNs, evidence, (int) readLong(in)));
        }
        return List.copyOf(halts);
    }

    private static void writeLongs(List<Long> values, DataOutputStream out) throws IOException {
        writeLong(values.size(), out);
        for (long value : values) {
            writeLong(value, out);
        }
    }

    private static List<Long> readLongs(DataInputStream in) throws IOException {
        int size = (int) readLong(in);
        List<Long> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(readLong(in));
        }
        return List.copyOf(values);
    }

    /** Zigzag, then seven bits a byte, the lowest first; differences of prices may overflow and come back by overflow. */
    private static void writeLong(long value, DataOutputStream out) throws IOException {
        long bits = (value << 1) ^ (value >> 63);
        while ((bits & ~0x7FL) != 0) {
            out.writeByte((int) (bits & 0x7F) | 0x80);
            bits >>>= 7;
        }
        out.writeByte((int) bits);
    }

    private static long readLong(DataInputStream in) throws IOException {
        long bits = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            int b = in.readUnsignedByte();
            bits |= (long) (b & 0x7F) << shift;
            if ((b & 0x80) == 0) {
                break;
            }
        }
        return (bits >>> 1) ^ -(bits & 1);
    }
}
