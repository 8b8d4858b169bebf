package io.tapelake.scanner;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;

/**
 * The events of a day of minute bars by search: each minute is asked by itself, with the whole past read again. Written from
 * the sentences that define the events, without regard to time or memory, as something to compare quick detectors with.
 *
 * <p>What the definitions leave open is decided here as follows.
 *
 * <ul>
 *   <li><b>Minutes</b> are minutes of the clock. From the beginning of the covered time on, a minute without a bar is one of no
 *       volume; "the previous 20 minutes" are 20 minutes of the clock, whatever the session, and must all be covered. A minute
 *       without a bar triggers nothing but a dead zone. The price at its end is the last close before it.
 *   <li><b>Volume z</b> leaves the minute itself out and divides by the population standard deviation; after 20 equal volumes
 *       the same volume is 0 and any other the cap of 50.
 *   <li><b>One-minute close change</b>: from the last close before the minute, however old, in the same day. The first bar of
 *       the day has none.
 *   <li><b>Donchian channel</b>: highest high and lowest low of the bars in the previous 20 minutes; beyond means above or
 *       below, not at.
 *   <li><b>Opening range</b>: highest high and lowest low of the bars from 09:30 to 09:45; from 09:45 to the close a close beyond
 *       it breaks out if the last close before was not beyond it on that side. (A close beyond Donchian's channel
 *       comes from inside by itself.)
 *   <li><b>Failed</b>: one of the ten minutes after the breakout closes at or inside the level that was broken, as it was
 *       then. A day that ends first leaves it not failed.
 *   <li><b>Five-minute ATR</b>: see {@link FiveMinuteRange}; the value known before the fall or the range began, lest it measure
 *       itself.
 *   <li><b>Flush</b>: the minute's close is so far below the highest of the last closes of the five minutes before; the volume z
 *       is that of the minute itself. Fast rises are surges, not flushes.
 *   <li><b>Bounce</b>: of a flush and of those that follow it within five minutes as one. From the flush's highest close to the
 *       lowest since, a close takes back 38%, at most 15 minutes after that lowest close. One bounce for each.
 *   <li><b>Consolidation</b>: at least 5 of the 10 minutes have bars; small slope: the line of least squares through their closes
 *       rises or falls by at most half a five-minute ATR in 10 minutes; after a leg: the leg by zigzag (reversal 2 x ATR14 /
 *       sqrt(390) x sqrt(15), on last closes) under way before the 10 minutes has its extreme in the 30 minutes before them.
 *   <li><b>Dead zone</b>: in the regular session; each of 15 minutes in a row has less volume than a quarter of the median over
 *       the regular minutes, those without trades included. There is none when that median is 0.
 *   <li>Nothing is said of halts, and of bad prints: the bars are taken as they are.
 * </ul>
 *
 * <p>Every method answers each minute that fulfils the condition; {@link #merged} joins neighbours.
 */
final class NaiveEvents {
    private static final int WINDOW = 20;
    private static final double Z_CAP = 50;

    /** What "five-minute ATR" is. */
    enum FiveMinuteRange {
        /** Wilder's, 14 periods, over the day's finished five-minute bars of the clock that had a trade; NaN before 14. */
        WILDER_14,
        /** The prior days' ATR14 x sqrt(5 / 390). */
        PRIOR_DAYS,
        /** The first, and while it is NaN the second. */
        WILDER_14_ELSE_PRIOR_DAYS
    }

    /**
     * Something found.
     *
     * @param kind surge, breakout, failed, flush, bounce, consolidation, dead_zone
     * @param by what was broken: donchian or opening_range; empty for other kinds
     * @param direction 1 up, -1 down, 0 neither
     * @param startNs when what is described began
     * @param knownNs end of the minute by which it was known first
     * @param lastNs end of the last minute of those joined; else {@code knownNs}
     * @param level the channel's bound; of a flush the close it fell from, of a bounce the lowest close, of a consolidation the
     *     leg's extreme, of a dead zone the median volume; of a surge the close before
     */
    record Found(String kind, String by, int direction, long startNs, long knownNs, long lastNs, double level) {}

    private final NaiveMinutes minutes;
    private final double atr14;
    private final FiveMinuteRange fiveMinuteRange;

    /** The events of a day with the given ATR14 of the prior days, in USD; NaN when unknown. */
    NaiveEvents(NaiveMinutes minutes, double atr14, FiveMinuteRange fiveMinuteRange) {
        this.minutes = minutes;
        this.atr14 = atr14;
        this.fiveMinuteRange = fiveMinuteRange;
    }

    NaiveMinutes minutes() {
        return minutes;
    }

    List<Found> surges() {
        List<Found> found = new ArrayList<>();
        for (int m = 1; m < minutes.size(); m++) {
            double before = minutes.lastClose[m - 1];
            double change = minutes.close[m] - before;
            if (Math.abs(change) >= 3 * (atr14 / Math.sqrt(390)) && volumeZ(m) >= 3) {
                found.add(at("surge", "", change > 0 ? 1 : -1, minutes.startOf(m), m, before));
            }
        }
        return found;
    }

    List<Found> breakouts() {
        List<Found> found = new ArrayList<>();
        int open = minutes.minuteOf(minutes.sessions.openNs());
        for (int m = 1; m < minutes.size(); m++) {
            if (!(volumeZ(m) >= 2)) {
                continue;
            }
            if (m >= WINDOW) {
                double upper = minutes.highest(minutes.high, m - WINDOW, m - 1);
                double lower = minutes.lowest(minutes.low, m - WINDOW, m - 1);
                breakout(found, "donchian", m, upper, lower);
            }
            // The whole opening range must be covered.
            if (open >= 0 && m >= open + 15 && minutes.isRegular(m)) {
                double upper = minutes.highest(minutes.high, open, open + 14);
                double lower = minutes.lowest(minutes.low, open, open + 14);
                double before = minutes.lastClose[m - 1];
                breakout(
                        found,
                        "opening_range",
                        m,
                        before <= upper ? upper : Double.NaN,
                        before >= lower ? lower : Double.NaN);
            }
        }
        return found;
    }

    private void breakout(List<Found> found, String by, int m, double upper, double lower) {
        if (minutes.close[m] > upper) {
            found.add(at("breakout", by, 1, minutes.startOf(m), m, upper));
        }
        if (minutes.close[m] < lower) {
            found.add(at("breakout", by, -1, minutes.startOf(m), m, lower));
        }
    }

    /** When a breakout had failed: the end of the minute that closed back inside; empty when it did not. */
    OptionalLong failed(Found breakout) {
        int m = minutes.minuteOf(breakout.knownNs()) - 1;
        for (int k = m + 1; k <= m + 10 && k < minutes.size(); k++) {
            if ((minutes.close[k] - breakout.level()) * breakout.direction() <= 0) {
                return OptionalLong.of(minutes.endOf(k));
            }
        }
        return OptionalLong.empty();
    }

    List<Found> flushes() {
        List<Found> found = new ArrayList<>();
        for (int m = 5; m < minutes.size(); m++) {
            int top = minutes.highestCloseAt(m - 5, m - 1);
            if (top < 0 || !(volumeZ(m) >= 2)) {
                continue;
            }
            if (minutes.lastClose[top] - minutes.close[m] >= 3 * fiveMinuteAtr(m - 5)) {
                found.add(at("flush", "", -1, minutes.endOf(top), m, minutes.lastClose[top]));
            }
        }
        return found;
    }

    List<Found> bounces() {
        List<Found> found = new ArrayList<>();
        for (Found flush : merged(flushes(), 5)) {
            int top = minutes.minuteOf(flush.startNs()) - 1;
            for (int m = minutes.minuteOf(flush.knownNs()); m < minutes.size(); m++) {
                int bottom = minutes.lowestCloseAt(top, m);
                double lowest = minutes.lastClose[bottom];
                if (m - bottom > 15) {
                    break;
                }
                if (minutes.close[m] - lowest >= 0.38 * (flush.level() - lowest)) {
                    found.add(at("bounce", "", 1, minutes.endOf(bottom), m, lowest));
                    break;
                }
            }
        }
        return found;
    }

    List<Found> consolidations() {
        List<Found> found = new ArrayList<>();
        for (int m = 10; m < minutes.size(); m++) {
            double unit = fiveMinuteAtr(m - 10);
            double range = minutes.highest(minutes.high, m - 9, m) - minutes.lowest(minutes.low, m - 9, m);
            int[] leg = legUnderWay(m - 10);
            if (minutes.hasBar(m)
                    && range <= unit
                    && barsIn(m - 9, m) >= 5
                    && Math.abs(slope(m - 9, m)) * 10 <= unit / 2
                    && leg[0] != 0
                    && leg[1] > m - 10 - 30) {
                found.add(at("consolidation", "", leg[0], minutes.startOf(m - 9), m, minutes.lastClose[leg[1]]));
            }
        }
        return found;
    }

    /**
     * Dead zones.
     *
     * @param wholeDay whether the median is that of the whole day, known at its end only; else that of the regular minutes so
     *     far, at least 30
     */
    List<Found> deadZones(boolean wholeDay) {
        List<Found> found = new ArrayList<>();
        for (int m = 14; m < minutes.size(); m++) {
            double median = medianVolume(wholeDay ? minutes.size() - 1 : m, wholeDay ? 1 : 30);
            boolean dead = median > 0;
            for (int k = m - 14; k <= m; k++) {
                dead &= minutes.isRegular(k) && minutes.volume[k] < median / 4;
            }
            if (dead) {
                found.add(at("dead_zone", "", 0, minutes.startOf(m - 14), m, median));
            }
        }
        return found;
    }

    /** Joins each event to the one of the same kind, means and direction that was known at most so many minutes before. */
    static List<Found> merged(List<Found> events, int mostMinutes) {
        List<Found> joined = new ArrayList<>();
        for (Found event : events) {
            Found before = joined.stream()
                    .filter(e -> e.kind().equals(event.kind())
                            && e.by().equals(event.by())
                            && e.direction() == event.direction()
                            && event.knownNs() - e.lastNs() <= mostMinutes * NaiveMinutes.MINUTE_NS)
                    .findFirst()
                    .orElse(null);
            if (before == null) {
                joined.add(event);
            } else {
                joined.remove(before);
                joined.add(new Found(
                        before.kind(),
                        before.by(),
                        before.direction(),
                        before.startNs(),
                        before.knownNs(),
                        event.lastNs(),
                        before.level()));
            }
        }
        joined.sort(Comparator.comparingLong(Found::knownNs));
        return joined;
    }

    private Found at(String kind, String by, int direction, long startNs, int m, double level) {
        return new Found(kind, by, direction, startNs, minutes.endOf(m), minutes.endOf(m), level);
    }

    /** The volume of a minute against the 20 before; NaN when they are not all covered. */
    double volumeZ(int m) {
        if (m < WINDOW) {
            return Double.NaN;
        }
        double[] before = Arrays.copyOfRange(minutes.volume, m - WINDOW, m);
        double mean = Arrays.stream(before).average().orElseThrow();
        double squares = Arrays.stream(before)
                .map(v -> (v - mean) * (v - mean))
                .average()
                .orElseThrow();
        if (Arrays.stream(before).distinct().count() == 1) {
            return minutes.volume[m] == before[0] ? 0 : Math.copySign(Z_CAP, minutes.volume[m] - before[0]);
        }
        return Math.max(-Z_CAP, Math.min(Z_CAP, (minutes.volume[m] - mean) / Math.sqrt(squares)));
    }

    /** The five-minute ATR known at the end of a minute. */
    double fiveMinuteAtr(int m) {
        double priorDays = atr14 * Math.sqrt(5 / 390.0);
        return switch (fiveMinuteRange) {
            case WILDER_14 -> wilder(m);
            case PRIOR_DAYS -> priorDays;
            case WILDER_14_ELSE_PRIOR_DAYS -> Double.isNaN(wilder(m)) ? priorDays : wilder(m);
        };
    }

    private double wilder(int m) {
        long fiveNs = 5 * NaiveMinutes.MINUTE_NS;
        double average = 0;
        int count = 0;
        double closeBefore = Double.NaN;
        long barStart = Math.floorDiv(minutes.fromNs, fiveNs) * fiveNs;
        for (; barStart + fiveNs <= minutes.endOf(m); barStart += fiveNs) {
            int first = Math.max(0, minutes.minuteOf(barStart));
            int last = minutes.minuteOf(barStart) + 4;
            double high = minutes.highest(minutes.high, first, last);
            double low = minutes.lowest(minutes.low, first, last);
            if (Double.isNaN(high)) {
                continue;
            }
            double range = high - low;
            if (!Double.isNaN(closeBefore)) {
                range = Math.max(range, Math.max(Math.abs(high - closeBefore), Math.abs(low - closeBefore)));
            }
            count++;
            average = count <= 14 ? (average * (count - 1) + range) / count : (average * 13 + range) / 14;
            closeBefore = minutes.lastClose[last];
        }
        return count < 14 ? Double.NaN : average;
    }

    private int barsIn(int first, int last) {
        int bars = 0;
        for (int m = first; m <= last; m++) {
            bars += minutes.hasBar(m) ? 1 : 0;
        }
        return bars;
    }

    /** Rise per minute of the line of least squares through the closes of the bars. */
    private double slope(int first, int last) {
        double n = barsIn(first, last);
        double t = 0;
        double c = 0;
        for (int m = first; m <= last; m++) {
            t += minutes.hasBar(m) ? m / n : 0;
            c += minutes.hasBar(m) ? minutes.close[m] / n : 0;
        }
        double tc = 0;
        double tt = 0;
        for (int m = first; m <= last; m++) {
            if (minutes.hasBar(m)) {
                tc += (m - t) * (minutes.close[m] - c);
                tt += (m - t) * (m - t);
            }
        }
        return tc / tt;
    }

    /** Direction of the leg under way at the end of a minute, 0 when there is none, and the minute of its extreme. */
    int[] legUnderWay(int m) {
        double reversal = 2 * (atr14 / Math.sqrt(390)) * Math.sqrt(15);
        int direction = 0;
        int from = 0;
        int k = 0;
        while (k <= m) {
            int highest = minutes.highestCloseAt(from, k);
            int lowest = lastLowestCloseAt(from, k);
            if (highest < 0) {
                k++;
            } else if (direction >= 0 && minutes.lastClose[highest] - minutes.lastClose[k] >= reversal) {
                direction = -1;
                from = highest;
                k = highest + 1;
            } else if (direction <= 0 && minutes.lastClose[k] - minutes.lastClose[lowest] >= reversal) {
                direction = 1;
                from = lowest;
                k = lowest + 1;
            } else {
                k++;
            }
        }
        int extreme =
                direction == 0 ? -1 : direction > 0 ? minutes.highestCloseAt(from, m) : lastLowestCloseAt(from, m);
        return new int[] {direction, extreme};
    }

    private int lastLowestCloseAt(int first, int last) {
        int at = minutes.lowestCloseAt(first, last);
        for (int m = Math.max(0, at); at >= 0 && m <= last; m++) {
            at = minutes.lastClose[m] == minutes.lastClose[at] ? m : at;
        }
        return at;
    }

    private double medianVolume(int last, int leastMinutes) {
        double[] volumes = new double[last + 1];
        int n = 0;
        for (int m = 0; m <= last; m++) {
            if (minutes.isRegular(m)) {
                volumes[n++] = minutes.volume[m];
            }
        }
        Arrays.sort(volumes, 0, n);
        return n < leastMinutes ? Double.NaN : (volumes[(n - 1) / 2] + volumes[n / 2]) / 2;
    }
}
