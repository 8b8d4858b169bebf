package io.tapelake.simulator.day;

/** Quotes on their way into {@link QuoteColumns}, in the order in which they are known. Not thread-safe. */
final class QuoteAssembly {
    final LongRows known = new LongRows();
    final LongRows bid = new LongRows();
    final LongRows ask = new LongRows();
    final IntRows bidSize = new IntRows();
    final IntRows askSize = new IntRows();
    final ByteRows publisher = new ByteRows();

    /** A quote; a side without a usable price is {@link io.tapelake.model.Prices#UNDEF}. */
    void add(long knownNs, long bidNanos, long askNanos, long bidShares, long askShares, int publisherNumber) {
        known.add(knownNs);
        bid.add(bidNanos);
        ask.add(askNanos);
        bidSize.add((int) Math.min(Integer.MAX_VALUE, bidShares));
        askSize.add((int) Math.min(Integer.MAX_VALUE, askShares));
        publisher.add((byte) publisherNumber);
    }

    QuoteColumns build(int publishers, PrintColumns prints, long staleNs) {
        boolean several = false;
        for (int i = 1; i < publisher.size && !several; i++) {
            several = publisher.values[i] != publisher.values[0];
        }
        return QuoteColumns.of(this, several ? publishers : 1, prints, staleNs);
    }
}
