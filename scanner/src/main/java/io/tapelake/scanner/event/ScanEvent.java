package io.tapelake.scanner.event;

/**
 * Something that happened on a symbol-day. The components up to {@code pattern} were known at {@code knownNs}; those
 * named hindsight were not.
 *
 * @param kind what it is
 * @param detector name of the detector that saw it
 * @param knownNs when it was known, nanoseconds UTC; for the hindsight kind {@code RUN} the end of the day
 * @param startNs when it began
 * @param endNs when it ended or, if it went on, {@code knownNs}; {@link io.tapelake.model.Halt#NOT_RESUMED} for a halt
 *     without end
 * @param direction 1 up, -1 down, 0 neither
 * @param startPriceNanos price at its beginning; {@link io.tapelake.model.Prices#UNDEF} when there was none
 * @param endPriceNanos price at {@code endNs}; likewise
 * @param volumeZ z-score of the volume where the detector uses it, else NaN
 * @param confidence from 0 to 1; 1 when nothing had to be guessed
 * @param pattern its variant, such as {@code donchian_up}
 * @param hindsightFailed whether it came to nothing: a breakout that was back inside within ten minutes, a run that gave
 *     back 70% or more
 * @param hindsightRetrace share of the move that was given back later that day, 0 or more; NaN where it makes no sense
 */
public record ScanEvent(
        EventKind kind,
        String detector,
        long knownNs,
        long startNs,
        long endNs,
        int direction,
        long startPriceNanos,
        long endPriceNanos,
        double volumeZ,
        double confidence,
        String pattern,
        boolean hindsightFailed,
        double hindsightRetrace) {

    /** Simple return from the first price to the last; NaN when one is undefined. */
    public double move() {
        if (startPriceNanos == io.tapelake.model.Prices.UNDEF || endPriceNanos == io.tapelake.model.Prices.UNDEF) {
            return Double.NaN;
        }
        return (endPriceNanos - startPriceNanos) / (double) startPriceNanos;
    }

    /** This event with another beginning. */
    ScanEvent startingAt(long otherNs) {
        return new ScanEvent(
                kind,
                detector,
                knownNs,
                otherNs,
                endNs,
                direction,
                startPriceNanos,
                endPriceNanos,
                volumeZ,
                confidence,
                pattern,
                hindsightFailed,
                hindsightRetrace);
    }

    /** This event with what became of it. */
    ScanEvent withOutcome(boolean failed, double retrace) {
        return new ScanEvent(
                kind,
                detector,
                knownNs,
                startNs,
                endNs,
                direction,
                startPriceNanos,
                endPriceNanos,
                volumeZ,
                confidence,
                pattern,
                failed,
                retrace);
    }
}
