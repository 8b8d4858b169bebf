package io.tapelake.cli.explain;

/** The time of a view laid from left to right. */
record TimeAxis(View view, double left, double right) {

    double at(long ns) {
        return left + pixels(ns - view.fromNs());
    }

    /** As {@link #at}, with what lies outside the view moved to its edge. */
    double within(long ns) {
        return at(Math.max(view.fromNs(), Math.min(view.toNs(), ns)));
    }

    double minute() {
        return pixels(View.MINUTE_NS);
    }

    private double pixels(long spanNs) {
        return (double) spanNs / (double) (view.toNs() - view.fromNs()) * (right - left);
    }
}
