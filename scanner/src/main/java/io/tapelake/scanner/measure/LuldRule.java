package io.tapelake.scanner.measure;

/**
 * How far the bands of some securities lie from the reference price.
 *
 * @param share as a share of the reference price
 * @param dollars never more than this; infinite when there is no such limit
 * @param openMinutes doubled so many minutes after the open
 * @param closeMinutes doubled so many minutes before the close
 * @param confirmed whether the line was checked
 */
record LuldRule(double share, double dollars, int openMinutes, int closeMinutes, boolean confirmed) {
    double distance(double reference, boolean doubled) {
        return Math.min(share * reference, dollars) * (doubled ? 2 : 1);
    }
}
