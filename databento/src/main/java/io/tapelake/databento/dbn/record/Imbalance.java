package io.tapelake.databento.dbn.record;

import io.tapelake.databento.dbn.RecordBuffer;
import io.tapelake.databento.dbn.RecordView;
import io.tapelake.databento.dbn.layout.ImbalanceLayout;

/**
 * An auction imbalance (schema {@code imbalance}). Immutable.
 *
 * @param header what every record has
 * @param tsRecv nanoseconds since the epoch, UTC
 * @param refPriceNanos price in 1e-9 units
 * @param auctionTimeNs nanoseconds since the epoch, UTC
 * @param contBookClrPriceNanos price in 1e-9 units
 * @param auctInterestClrPriceNanos price in 1e-9 units
 * @param ssrFillingPriceNanos price in 1e-9 units
 * @param indMatchPriceNanos price in 1e-9 units
 * @param upperCollarNanos price in 1e-9 units
 * @param lowerCollarNanos price in 1e-9 units
 * @param pairedQty unsigned 32 bits
 * @param totalImbalanceQty unsigned 32 bits
 * @param marketImbalanceQty unsigned 32 bits
 * @param unpairedQty unsigned 32 bits
 * @param auctionType a character; 0 is unset
 * @param side a character; 0 is unset
 * @param auctionStatus unsigned 8 bits
 * @param freezeStatus unsigned 8 bits
 * @param numExtensions unsigned 8 bits
 * @param unpairedSide a character; 0 is unset
 * @param significantImbalance a character; 0 is unset
 */
public record Imbalance(
        RecordHeader header,
        long tsRecv,
        long refPriceNanos,
        long auctionTimeNs,
        long contBookClrPriceNanos,
        long auctInterestClrPriceNanos,
        long ssrFillingPriceNanos,
        long indMatchPriceNanos,
        long upperCollarNanos,
        long lowerCollarNanos,
        long pairedQty,
        long totalImbalanceQty,
        long marketImbalanceQty,
        long unpairedQty,
        char auctionType,
        char side,
        int auctionStatus,
        int freezeStatus,
        int numExtensions,
        char unpairedSide,
        char significantImbalance)
        implements DbnRecord {
    static Imbalance of(RecordView view) {
        return new Imbalance(
                RecordHeader.of(view),
                view.i64(ImbalanceLayout.TS_RECV),
                view.i64(ImbalanceLayout.REF_PRICE),
                view.i64(ImbalanceLayout.AUCTION_TIME),
                view.i64(ImbalanceLayout.CONT_BOOK_CLR_PRICE),
                view.i64(ImbalanceLayout.AUCT_INTEREST_CLR_PRICE),
                view.i64(ImbalanceLayout.SSR_FILLING_PRICE),
                view.i64(ImbalanceLayout.IND_MATCH_PRICE),
                view.i64(ImbalanceLayout.UPPER_COLLAR),
                view.i64(ImbalanceLayout.LOWER_COLLAR),
                view.u32(ImbalanceLayout.PAIRED_QTY),
                view.u32(ImbalanceLayout.TOTAL_IMBALANCE_QTY),
                view.u32(ImbalanceLayout.MARKET_IMBALANCE_QTY),
                view.u32(ImbalanceLayout.UNPAIRED_QTY),
                (char) view.u8(ImbalanceLayout.AUCTION_TYPE),
                (char) view.u8(ImbalanceLayout.SIDE),
                view.u8(ImbalanceLayout.AUCTION_STATUS),
                view.u8(ImbalanceLayout.FREEZE_STATUS),
                view.u8(ImbalanceLayout.NUM_EXTENSIONS),
                (char) view.u8(ImbalanceLayout.UNPAIRED_SIDE),
                (char) view.u8(ImbalanceLayout.SIGNIFICANT_IMBALANCE));
    }

    @Override
    public void encode(RecordBuffer record) {
        record.i64(ImbalanceLayout.TS_RECV, tsRecv)
                .i64(ImbalanceLayout.REF_PRICE, refPriceNanos)
                .i64(ImbalanceLayout.AUCTION_TIME, auctionTimeNs)
                .i64(ImbalanceLayout.CONT_BOOK_CLR_PRICE, contBookClrPriceNanos)
                .i64(ImbalanceLayout.AUCT_INTEREST_CLR_PRICE, auctInterestClrPriceNanos)
                .i64(ImbalanceLayout.SSR_FILLING_PRICE, ssrFillingPriceNanos)
                .i64(ImbalanceLayout.IND_MATCH_PRICE, indMatchPriceNanos)
                .i64(ImbalanceLayout.UPPER_COLLAR, upperCollarNanos)
                .i64(ImbalanceLayout.LOWER_COLLAR, lowerCollarNanos)
                .i32(ImbalanceLayout.PAIRED_QTY, (int) pairedQty)
                .i32(ImbalanceLayout.TOTAL_IMBALANCE_QTY, (int) totalImbalanceQty)
                .i32(ImbalanceLayout.MARKET_IMBALANCE_QTY, (int) marketImbalanceQty)
                .i32(ImbalanceLayout.UNPAIRED_QTY, (int) unpairedQty)
                .u8(ImbalanceLayout.AUCTION_TYPE, auctionType)
                .u8(ImbalanceLayout.SIDE, side)
                .u8(ImbalanceLayout.AUCTION_STATUS, auctionStatus)
                .u8(ImbalanceLayout.FREEZE_STATUS, freezeStatus)
                .u8(ImbalanceLayout.NUM_EXTENSIONS, numExtensions)
                .u8(ImbalanceLayout.UNPAIRED_SIDE, unpairedSide)
                .u8(ImbalanceLayout.SIGNIFICANT_IMBALANCE, significantImbalance);
    }
}
