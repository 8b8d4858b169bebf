package io.tapelake.synthetic;

import io.tapelake.databento.dbn.layout.LevelLayout;
import io.tapelake.databento.dbn.layout.MbpLayout;
import io.tapelake.databento.dbn.layout.TradeLayout;
import io.tapelake.synthetic.market.BookEvent;
import io.tapelake.synthetic.market.TradeTape;

/** Encodes trades and book events as records of the mbp family. */
final class TickEncoder {
    private TickEncoder() {}

    static void trades(TradeTape trades, long dayStartNs, RecordRun out) {
        for (int row = 0; row < trades.size(); row++) {
            long recvNs = trades.tsRecvNs(row);
            int at = out.append(trades.venue(row).publisher(), trades.tsEventNs(row), recvNs);
            out.i64(at + TradeLayout.PRICE, trades.priceNanos(row));
            out.i32(at + TradeLayout.SIZE, trades.sizeShares(row));
            out.i8(at + TradeLayout.ACTION, 'T');
            out.i8(at + TradeLayout.SIDE, trades.side(row));
            // As in mbp-1, where the book change that a trade with a side causes comes after it.
            out.i8(at + TradeLayout.FLAGS, trades.side(row) == 'N' ? BookEvent.FLAG_LAST : 0);
            out.i32(at + TradeLayout.TS_IN_DELTA, trades.tsInDelta(row));
            out.i32(at + TradeLayout.SEQUENCE, Sequence.at(recvNs, dayStartNs));
        }
    }

    static void book(BookEvent event, long dayStartNs, RecordRun out) {
        int at = out.append(event.venue().publisher(), event.tsEventNs(), event.tsRecvNs());
        out.i64(at + MbpLayout.PRICE, event.priceNanos());
        out.i32(at + MbpLayout.SIZE, event.sizeShares());
        out.i8(at + MbpLayout.ACTION, event.action());
        out.i8(at + MbpLayout.SIDE, event.side());
        out.i8(at + MbpLayout.FLAGS, event.flags());
        out.i32(at + MbpLayout.TS_IN_DELTA, event.tsInDelta());
        out.i32(at + MbpLayout.SEQUENCE, Sequence.at(event.tsRecvNs(), dayStartNs));
        level(event, at + MbpLayout.LEVELS, out);
    }

    private static void level(BookEvent event, int at, RecordRun out) {
        out.i64(at + LevelLayout.BID_PX, event.bidNanos());
        out.i64(at + LevelLayout.ASK_PX, event.askNanos());
        out.i32(at + LevelLayout.BID_SZ, event.bidSize());
        out.i32(at + LevelLayout.ASK_SZ, event.askSize());
        out.i32(at + LevelLayout.BID_CT, event.bidCount());
        out.i32(at + LevelLayout.ASK_CT, event.askCount());
    }
}
