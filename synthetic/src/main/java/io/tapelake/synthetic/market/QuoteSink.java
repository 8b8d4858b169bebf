package io.tapelake.synthetic.market;

/** Receives the events of the books of one symbol-day, in order of tsRecv. */
public interface QuoteSink {
    /** One event, as a record of schema mbp-1 would tell it; the view is valid during the call only. */
    void accept(BookEvent event);
}
