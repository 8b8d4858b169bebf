package io.tapelake.synthetic.market;

import io.tapelake.model.Prices;

/**
 * An event of one venue's top of book, and the book after it; a trade leaves the book as it is. A view that is reused from
 * event to event. Prices are price nanos, {@link Prices#UNDEF} on an empty side.
 */
public final class BookEvent {
    /** Last record of its event. */
    public static final int FLAG_LAST = 0x80;

    long tsEventNs;
    long tsRecvNs;
    int tsInDelta;
    Venue venue;
    char action;
    char side;
    long priceNanos;
    int sizeShares;
    int flags;
    final VenueBook book = new VenueBook();

    BookEvent() {}

    /** Becomes another event in shares of which {@code perShare} are one of its. */
    void copyInSmallerShares(BookEvent other, int perShare) {
        tsEventNs = other.tsEventNs;
        tsRecvNs = other.tsRecvNs;
        tsInDelta = other.tsInDelta;
        venue = other.venue;
        action = other.action;
        side = other.side;
        flags = other.flags;
        priceNanos = other.priceNanos == Prices.UNDEF ? Prices.UNDEF : other.priceNanos / perShare;
        sizeShares = Math.multiplyExact(other.sizeShares, perShare);
        book.copyFrom(other.book);
        book.bid /= perShare;
        book.ask /= perShare;
        book.bidSize = Math.multiplyExact(book.bidSize, perShare);
        book.askSize = Math.multiplyExact(book.askSize, perShare);
    }

    /** When it happened at the venue, nanoseconds UTC. */
    public long tsEventNs() {
        return tsEventNs;
    }

    /** When it was captured, nanoseconds UTC. */
    public long tsRecvNs() {
        return tsRecvNs;
    }

    /** Nanoseconds between the venue's sending and tsRecv. */
    public int tsInDelta() {
        return tsInDelta;
    }

    /** The venue. */
    public Venue venue() {
        return venue;
    }

    /** {@code 'A'} add, {@code 'C'} cancel, {@code 'M'} modify, {@code 'R'} clear, {@code 'T'} trade. */
    public char action() {
        return action;
    }

    /** {@code 'B'}, {@code 'A'} or {@code 'N'}. */
    public char side() {
        return side;
    }

    /** Price of the order or trade. */
    public long priceNanos() {
        return priceNanos;
    }

    /** Size of the order or trade. */
    public int sizeShares() {
        return sizeShares;
    }

    /** Bit set of DBN's flags. */
    public int flags() {
        return flags;
    }

    /** Best bid of the venue. */
    public long bidNanos() {
        return book.bidSize == 0 ? Prices.UNDEF : book.bid;
    }

    /** Best ask of the venue. */
    public long askNanos() {
        return book.askSize == 0 ? Prices.UNDEF : book.ask;
    }

    /** Shares at the best bid; 0 when there is none. */
    public int bidSize() {
        return book.bidSize;
    }

    /** Shares at the best ask; 0 when there is none. */
    public int askSize() {
        return book.askSize;
    }

    /** Orders at the best bid. */
    public int bidCount() {
        return book.bidCount;
    }

    /** Orders at the best ask. */
    public int askCount() {
        return book.askCount;
    }
}
