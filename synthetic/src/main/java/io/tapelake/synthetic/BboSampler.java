package io.tapelake.synthetic;

import io.tapelake.databento.dbn.Undefined;
import io.tapelake.databento.dbn.layout.BboLayout;
import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.synthetic.market.BookEvent;
import io.tapelake.synthetic.market.QuoteSink;
import io.tapelake.synthetic.market.Venue;

/**
 * Samples each venue's best bid and offer and last trade at the end of every interval in which one of them changed,
 * stamped with the end of the interval. Call {@link #finish()} after the last event.
 */
final class BboSampler implements QuoteSink {
    private final RecordRun out;
    private final long intervalNs;
    private final long dayStartNs;
    private final Last[] last = new Last[Venue.ALL.size()];
    private long endNs = Long.MIN_VALUE;

    BboSampler(long intervalNs, long dayStartNs, RecordRun out) {
        this.out = out;
        this.intervalNs = intervalNs;
        this.dayStartNs = dayStartNs;
        for (int i = 0; i < last.length; i++) {
            last[i] = new Last();
        }
    }

    @Override
    public void accept(BookEvent event) {
        if (event.tsRecvNs() >= endNs) {
            finish();
            endNs = (Math.floorDiv(event.tsRecvNs(), intervalNs) + 1) * intervalNs;
        }
        last[event.venue().index()].update(event, dayStartNs);
    }

    /** Writes what is due at the end of the current interval. */
    void finish() {
        for (Venue venue : Venue.ALL) {
            Last state = last[venue.index()];
            if (state.changed) {
                state.changed = false;
                state.write(venue, endNs, out);
            }
        }
    }

    private static final class Last {
        private boolean changed;
        private long tradeNs = Undefined.TIMESTAMP;
        private long price = Undefined.PRICE;
        private int size;
        private char side = 'N';
        private int sequence;
        private long bid = Undefined.PRICE;
        private long ask = Undefined.PRICE;
        private int bidSize;
        private int askSize;
        private int bidCount;
        private int askCount;

        void update(BookEvent event, long dayStartNs) {
            changed = true;
            sequence = Sequence.at(event.tsRecvNs(), dayStartNs);
            if (event.action() == 'T') {
                tradeNs = event.tsEventNs();
                price = event.priceNanos();
                size = event.sizeShares();
                side = event.side();
            }
            bid = event.bidNanos();
            ask = event.askNanos();
            bidSize = event.bidSize();
            askSize = event.askSize();
            bidCount = event.bidCount();
            askCount = event.askCount();
        }

        void write(Venue venue, long endNs, RecordRun out) {
            int at = out.append(venue.publisher(), tradeNs, endNs);
            out.i64(at + BboLayout.PRICE, price);
            out.i32(at + BboLayout.SIZE, size);
            out.i8(at + BboLayout.SIDE, side);
            out.i8(at + BboLayout.FLAGS, BookEvent.FLAG_LAST);
            out.i32(at + BboLayout.SEQUENCE, sequence);
            int level = at + BboLayout.LEVELS;
            out.i64(level + LevelLayout.BID_PX, bid);
            out.i64(level + LevelLayout.ASK_PX, ask);
            out.i32(level + LevelLayout.BID_SZ, bidSize);
            out.i32(level + LevelLayout.ASK_SZ, askSize);
            out.i32(level + LevelLayout.BID_CT, bidCount);
            out.i32(level + LevelLayout.ASK_CT, askCount);
        }
    }
}
