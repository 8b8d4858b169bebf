package io.tapelake.synthetic;

import io.tapelake.databento.dbn.layout.OhlcvLayout;
import io.tapelake.synthetic.market.TradeTape;
import io.tapelake.synthetic.market.Venue;

/** Makes bars from trades: one per venue and interval with a trade, bucketed by tsRecv, interval starts aligned to UTC. */
final class BarEncoder {
    private final RecordRun out;
    private final long intervalNs;
    private final long[] open = new long[Venue.ALL.size()];
    private final long[] high = new long[Venue.ALL.size()];
    private final long[] low = new long[Venue.ALL.size()];
    private final long[] close = new long[Venue.ALL.size()];
    private final long[] volume = new long[Venue.ALL.size()];

    private BarEncoder(RecordRun out, long intervalNs) {
        this.out = out;
        this.intervalNs = intervalNs;
    }

    static void encode(TradeTape trades, long intervalNs, RecordRun out) {
        new BarEncoder(out, intervalNs).run(trades);
    }

    private void run(TradeTape trades) {
        long startNs = Long.MIN_VALUE;
        for (int row = 0; row < trades.size(); row++) {
            long bucketNs = Math.floorDiv(trades.tsRecvNs(row), intervalNs) * intervalNs;
            if (bucketNs != startNs) {
                flush(startNs);
                startNs = bucketNs;
            }
            add(trades.venue(row).index(), trades.priceNanos(row), trades.sizeShares(row));
        }
        flush(startNs);
    }

    private void add(int venue, long price, int size) {
        if (volume[venue] == 0) {
            open[venue] = price;
            high[venue] = price;
            low[venue] = price;
        }
        high[venue] = Math.max(high[venue], price);
        low[venue] = Math.min(low[venue], price);
        close[venue] = price;
        volume[venue] += size;
    }

    private void flush(long startNs) {
        for (Venue venue : Venue.ALL) {
            int i = venue.index();
            if (volume[i] > 0) {
                int at = out.append(venue.publisher(), startNs, startNs);
                out.i64(at + OhlcvLayout.OPEN, open[i]);
                out.i64(at + OhlcvLayout.HIGH, high[i]);
                out.i64(at + OhlcvLayout.LOW, low[i]);
                out.i64(at + OhlcvLayout.CLOSE, close[i]);
                out.i64(at + OhlcvLayout.VOLUME, volume[i]);
                volume[i] = 0;
            }
        }
    }
}
