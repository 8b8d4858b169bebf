package io.tapelake.bench;

import io.tapelake.databento.dbn.DbnReader;
import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.Schema;
import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.databento.dbn.layout.RType;
import java.io.IOException;
import java.util.Random;

/** One second bars of 600 symbols that walk at random in cents; three of ten trade in a second. */
final class BarTape implements Tape {
    private static final long SECOND_NS = 1_000_000_000L;

    private final Random random = new Random(7);
    private final long[] cents = new long[SYMBOLS];
    private int symbol = -1;
    private long startNs = START_NS;

    BarTape() {
        for (int i = 0; i < SYMBOLS; i++) {
            cents[i] = 500L + random.nextInt(20_000);
        }
    }

    @Override
    public Schema schema() {
        return Schema.OHLCV_1S;
    }

    @Override
    public int recordBytes() {
        return OhlcvLayout.BYTES;
    }

    @Override
    public RecordBuffer buffer() {
        return RecordBuffer.of(RType.OHLCV_1S, 3);
    }

    @Override
    public long fill(RecordBuffer bar) {
        do {
            symbol++;
            if (symbol == SYMBOLS) {
                symbol = 0;
                startNs += SECOND_NS;
            }
        } while (random.nextInt(10) >= 3);
        long open = cents[symbol] + random.nextInt(5) - 2;
        long close = Math.max(100, open + (long) (random.nextGaussian() * 3));
        long high = (Math.max(open, close) + random.nextInt(3)) * CENT_NANOS;
        long low = (Math.min(open, close) - random.nextInt(3)) * CENT_NANOS;
        long volume = random.nextInt(3) == 0
                ? 100L * (1 + random.nextInt(10))
                : 1 + (long) Math.exp(random.nextGaussian() * 1.5 + 5);
        cents[symbol] = close;
        bar.header(PUBLISHER, FIRST_ID + symbol, startNs)
                .i64(OhlcvLayout.OPEN, open * CENT_NANOS)
                .i64(OhlcvLayout.HIGH, high)
                .i64(OhlcvLayout.LOW, low)
                .i64(OhlcvLayout.CLOSE, close * CENT_NANOS)
                .i64(OhlcvLayout.VOLUME, volume);
        return RType.OHLCV_1S
                + PUBLISHER
                + FIRST_ID
                + symbol
                + startNs
                + (open + close) * CENT_NANOS
                + high
                + low
                + volume;
    }

    @Override
    public Sum read(DbnReader reader, long bytes) throws IOException {
        RecordView bar = reader.record();
        long done = 0;
        long sum = 0;
        while (done < bytes && reader.next()) {
            sum += bar.rtype()
                    + bar.publisherId()
                    + bar.instrumentId()
                    + bar.tsEvent()
                    + bar.i64(OhlcvLayout.OPEN)
                    + bar.i64(OhlcvLayout.HIGH)
                    + bar.i64(OhlcvLayout.LOW)
                    + bar.i64(OhlcvLayout.CLOSE)
                    + bar.i64(OhlcvLayout.VOLUME);
            done += bar.sizeBytes();
        }
        return new Sum(done, sum);
    }
}
