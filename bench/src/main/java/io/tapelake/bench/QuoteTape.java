package io.tapelake.bench;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.databento.dbn.layout.MbpLayout;
import io.tapelake.databento.dbn.layout.RType;
import java.io.IOException;
import java.util.Random;

/**
 * Changes at the top of 600 books: bursts in one symbol, exponential waiting times, sizes mostly round, and a new price in
 * one of ten.
 */
final class QuoteTape implements Tape {
    private static final int BID_PX = MbpLayout.LEVELS + LevelLayout.BID_PX;
    private static final int ASK_PX = MbpLayout.LEVELS + LevelLayout.ASK_PX;
    private static final int BID_SZ = MbpLayout.LEVELS + LevelLayout.BID_SZ;
    private static final int ASK_SZ = MbpLayout.LEVELS + LevelLayout.ASK_SZ;
    private static final int BID_CT = MbpLayout.LEVELS + LevelLayout.BID_CT;
    private static final int ASK_CT = MbpLayout.LEVELS + LevelLayout.ASK_CT;
    private static final int FLAGS_TOP_OF_BOOK = 130;

    private final Random random = new Random(11);
    private final long[] bidCents = new long[SYMBOLS];
    private final int[] spreadCents = new int[SYMBOLS];
    private final int[] sizes = new int[2 * SYMBOLS];
    private final int[] counts = new int[2 * SYMBOLS];
    private int symbol;
    private int sequence;
    private long tsEvent = START_NS;

    QuoteTape() {
        for (int i = 0; i < SYMBOLS; i++) {
            bidCents[i] = 500L + random.nextInt(20_000);
            newPrice(i);
        }
    }

    private void newPrice(int i) {
        bidCents[i] = Math.max(100, bidCents[i] + (random.nextBoolean() ? 1 : -1));
        spreadCents[i] = 1 + random.nextInt(4);
        for (int side = 2 * i; side < 2 * i + 2; side++) {
            sizes[side] = 100 * (1 + random.nextInt(9));
            counts[side] = 1 + random.nextInt(4);
        }
    }

    @Override
    public Schema schema() {
        return Schema.MBP_1;
    }

    @Override
    public int recordBytes() {
        return MbpLayout.BYTES;
    }

    @Override
    public RecordBuffer buffer() {
        return RecordBuffer.of(RType.MBP_1, 3);
    }

    @Override
    public long fill(RecordBuffer quote) {
        if (random.nextInt(3) != 0) {
            symbol = Math.min(SYMBOLS - 1, (int) (Math.abs(random.nextGaussian()) * SYMBOLS / 4));
        }
        tsEvent += (long) (-Math.log(1 - random.nextDouble()) * 400_000);
        sequence += 1 + random.nextInt(6);
        int ask = random.nextInt(2);
        int kind = random.nextInt(20);
        char action = kind < 9 ? 'A' : kind < 18 ? 'C' : 'T';
        int size = random.nextInt(3) == 0 ? 1 + random.nextInt(300) : 100 * (1 + random.nextInt(5));
        change(2 * symbol + ask, action == 'A' ? 1 : -1, size);
        long bid = bidCents[symbol] * CENT_NANOS;
        long offer = bid + spreadCents[symbol] * CENT_NANOS;
        long price = ask == 1 ? offer : bid;
        char side = ask == 1 ? 'A' : 'B';
        int flags = random.nextInt(12) == 0 ? 0 : FLAGS_TOP_OF_BOOK;
        long tsRecv = tsEvent + 160_000 + random.nextInt(20_000);
        int tsInDelta = 150_000 + random.nextInt(15_000);
        quote.header(PUBLISHER, FIRST_ID + symbol, tsEvent)
                .i64(MbpLayout.PRICE, price)
                .i32(MbpLayout.SIZE, size)
                .u8(MbpLayout.ACTION, action)
                .u8(MbpLayout.SIDE, side)
                .u8(MbpLayout.FLAGS, flags)
                .i64(MbpLayout.TS_RECV, tsRecv)
                .i32(MbpLayout.TS_IN_DELTA, tsInDelta)
                .i32(MbpLayout.SEQUENCE, sequence)
                .i64(BID_PX, bid)
                .i64(ASK_PX, offer)
                .i32(BID_SZ, sizes[2 * symbol])
                .i32(ASK_SZ, sizes[2 * symbol + 1])
                .i32(BID_CT, counts[2 * symbol])
                .i32(ASK_CT, counts[2 * symbol + 1]);
        long header = RType.MBP_1 + PUBLISHER + FIRST_ID + symbol + tsEvent;
        long event = price + size + action + side + flags + tsRecv + tsInDelta + sequence;
        long book =
                bid + offer + sizes[2 * symbol] + sizes[2 * symbol + 1] + counts[2 * symbol] + counts[2 * symbol + 1];
        return header + event + book;
    }

    private void change(int bookSide, int direction, int size) {
        if (random.nextInt(10) == 0) {
            newPrice(bookSide / 2);
        } else {
            sizes[bookSide] = Math.max(1, sizes[bookSide] + direction * size);
            counts[bookSide] = Math.max(1, counts[bookSide] + direction);
        }
    }

    @Override
    public Sum read(DbnReader reader, long bytes) throws IOException {
        RecordView quote = reader.record();
        long done = 0;
        long sum = 0;
        while (done < bytes && reader.next()) {
            sum += quote.rtype()
                    + quote.publisherId()
                    + quote.instrumentId()
                    + quote.tsEvent()
                    + quote.i64(MbpLayout.PRICE)
                    + quote.u32(MbpLayout.SIZE)
                    + quote.u8(MbpLayout.ACTION)
                    + quote.u8(MbpLayout.SIDE)
                    + quote.u8(MbpLayout.FLAGS)
                    + quote.u8(MbpLayout.DEPTH)
                    + quote.i64(MbpLayout.TS_RECV)
                    + quote.i32(MbpLayout.TS_IN_DELTA)
                    + quote.u32(MbpLayout.SEQUENCE)
                    + quote.i64(BID_PX)
                    + quote.i64(ASK_PX)
                    + quote.u32(BID_SZ)
                    + quote.u32(ASK_SZ)
                    + quote.u32(BID_CT)
                    + quote.u32(ASK_CT);
            done += quote.sizeBytes();
        }
        return new Sum(done, sum);
    }
}
