package io.tapelake.synthetic.market;

/** The top of one venue's book: best bid and ask in price nanos, their sizes and order counts. Size 0 is an empty side. */
final class VenueBook {
    long bid;
    long ask;
    int bidSize;
    int askSize;
    int bidCount;
    int askCount;

    void copyFrom(VenueBook other) {
        bid = other.bid;
        ask = other.ask;
        bidSize = other.bidSize;
        askSize = other.askSize;
        bidCount = other.bidCount;
        askCount = other.askCount;
    }

    void set(boolean bidSide, long price, int size, int count) {
        if (bidSide) {
            bid = price;
            bidSize = size;
            bidCount = count;
        } else {
            ask = price;
            askSize = size;
            askCount = count;
        }
    }

    long price(boolean bidSide) {
        return bidSide ? bid : ask;
    }

    int size(boolean bidSide) {
        return bidSide ? bidSize : askSize;
    }

    int count(boolean bidSide) {
        return bidSide ? bidCount : askCount;
    }

    /** Whether both sides stand and the bid is not below the ask. */
    boolean crossed() {
        return bidSize > 0 && askSize > 0 && bid >= ask;
    }
}
