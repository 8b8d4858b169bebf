package io.tapelake.synthetic.market;

import io.tapelake.model.Prices;

/** Keeps the books of all venues of one symbol-day and tells each change to the sink. */
final class BookWriter {
    private final KeyedRandom random;
    private final QuoteSink sink;
    private final double sizeScale;
    private final VenueBook[] books = new VenueBook[Venue.COUNT];
    private final BookEvent event = new BookEvent();
    private long lastRecvNs = Long.MIN_VALUE;

    BookWriter(KeyedRandom random, QuoteSink sink, double sizeScale) {
        this.random = random;
        this.sink = sink;
        this.sizeScale = sizeScale;
        for (int i = 0; i < books.length; i++) {
            books[i] = new VenueBook();
        }
    }

    VenueBook book(Venue venue) {
        return books[venue.index()];
    }

    /** Empties the book of a venue. */
    void clear(Venue venue, long recvNs) {
        VenueBook book = book(venue);
        book.set(true, 0, 0, 0);
        book.set(false, 0, 0, 0);
        send(venue, recvNs, 'R', 'N', Prices.UNDEF, 0, BookEvent.FLAG_LAST);
    }

    /** Sets one side to a price with a fresh size. */
    void quote(Venue venue, long recvNs, boolean bidSide, long price, int flags) {
        VenueBook book = book(venue);
        int size = drawSize();
        int count = 1 + Math.min(random.geometric(0.6, 20), (size - 1) / 100);
        int oldSize = book.size(bidSide);
        long oldPrice = book.price(bidSide);
        char action;
        if (oldSize > 0 && oldPrice == price) {
            action = 'M';
        } else {
            boolean better = oldSize == 0 || (bidSide ? price > oldPrice : price < oldPrice);
            action = better ? 'A' : 'C';
        }
        book.set(bidSide, price, size, count);
        boolean gone = action == 'C';
        send(venue, recvNs, action, bidSide ? 'B' : 'A', gone ? oldPrice : price, gone ? oldSize : size, flags);
    }

    /** Takes one side away. */
    void withdraw(Venue venue, long recvNs, boolean bidSide) {
        VenueBook book = book(venue);
        int size = book.size(bidSide);
        if (size > 0) {
            long price = book.price(bidSide);
            book.set(bidSide, 0, 0, 0);
            send(venue, recvNs, 'C', bidSide ? 'B' : 'A', price, size, BookEvent.FLAG_LAST);
        }
    }

    /** The trade itself, which leaves the book as it is. */
    void trade(TradeTape trades, int row, int flags) {
        event.tsInDelta = trades.tsInDelta(row);
        event.tsEventNs = trades.tsEventNs(row);
        emit(
                trades.venue(row),
                trades.tsRecvNs(row),
                'T',
                trades.side(row),
                trades.priceNanos(row),
                trades.sizeShares(row),
                flags);
    }

    /** What the trade took from the book; when it took all, the next level comes up at {@code nextPrice}. */
    void take(TradeTape trades, int row, boolean bidSide, long nextPrice) {
        VenueBook book = book(trades.venue(row));
        int size = book.size(bidSide);
        int taken = Math.min(size, trades.sizeShares(row));
        if (taken < size) {
            int left = size - taken;
            book.set(bidSide, book.price(bidSide), left, Math.max(1, Math.min(book.count(bidSide), left)));
        } else {
            book.set(bidSide, nextPrice, drawSize(), 1);
        }
        event.tsInDelta = trades.tsInDelta(row);
        event.tsEventNs = trades.tsEventNs(row);
        emit(
                trades.venue(row),
                trades.tsRecvNs(row),
                'C',
                bidSide ? 'B' : 'A',
                trades.priceNanos(row),
                taken,
                BookEvent.FLAG_LAST);
    }

    private int drawSize() {
        if (random.chance(0.12)) {
            return 1 + random.below(99);
        }
        return 100 * (int) Math.max(1, Math.min(500, Math.round(random.logNormal(1.3 * sizeScale, 0.8))));
    }

    private void send(Venue venue, long recvNs, char action, char side, long price, int size, int flags) {
        int latency = (int) (venue.latencyNanos() * random.between(0.8, 1.3));
        event.tsEventNs = recvNs - latency;
        event.tsInDelta = (int) (latency * 0.8);
        emit(venue, recvNs, action, side, price, size, flags);
    }

    private void emit(Venue venue, long recvNs, char action, char side, long price, int size, int flags) {
        lastRecvNs = Math.max(lastRecvNs, recvNs);
        event.tsRecvNs = lastRecvNs;
        event.venue = venue;
        event.action = action;
        event.side = side;
        event.priceNanos = price;
        event.sizeShares = size;
        event.flags = flags;
        event.book.copyFrom(book(venue));
        sink.accept(event);
    }
}
