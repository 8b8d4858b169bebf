package io.tapelake.cli.explain;

import io.tapelake.cli.explain.ExplainedDay.Candle;
import io.tapelake.model.DaySessions;
import io.tapelake.model.NewYork;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/**
 * A window of the day that gets a chart of its own.
 *
 * @param fromNs inclusive
 * @param toNs exclusive
 */
record View(String name, long fromNs, long toNs) {

    static final long MINUTE_NS = 60_000_000_000L;

    private static final LocalTime NOON = LocalTime.NOON;
    private static final int FEWEST = 3;

    boolean holds(long ns) {
        return ns >= fromNs && ns < toNs;
    }

    boolean touches(long startNs, long endNs) {
        return startNs < toNs && endNs >= fromNs;
    }

    /** The whole day, then its parts as far as anything traded in them. Empty when nothing traded at all. */
    static List<View> of(ExplainedDay day) {
        List<View> views = new ArrayList<>();
        List<Candle> candles = day.candles();
        if (candles.isEmpty()) {
            return views;
        }
        long first = candles.get(0).startNs();
        long last = candles.get(candles.size() - 1).startNs() + MINUTE_NS;
        DaySessions sessions = day.sessions();
        if (sessions == null) {
            views.add(new View("Whole day", first, last));
            return views;
        }
        views.add(new View("Whole day", Math.min(first, sessions.openNs()), Math.max(last, sessions.closeNs())));
        long noon = NewYork.toEpochNs(day.date(), NOON);
        part("Pre-market", first, Math.min(last, sessions.openNs()), candles, views);
        part("Morning", sessions.openNs(), Math.min(noon, sessions.closeNs()), candles, views);
        part("Afternoon", noon, sessions.closeNs(), candles, views);
        part("Post-market", sessions.closeNs(), last, candles, views);
        return views;
    }

    private static void part(String name, long fromNs, long toNs, List<Candle> candles, List<View> views) {
        View view = new View(name, fromNs, toNs);
        if (candles.stream().filter(c -> view.holds(c.startNs())).count() >= FEWEST) {
            views.add(view);
        }
    }
}
