package io.tapelake.scanner;

import io.tapelake.model.Prices;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** The measures of {@link DayLookback}, from a day and the days before it, oldest first. */
final class LookbackMeasures {
    private static final int ATR_PERIODS = 14;

    private final DayStats today;
    private final List<DayStats> previous;
    private final Splits splits;
    private final ScanSettings settings;

    private LookbackMeasures(DayStats today, List<DayStats> previous, Splits splits, ScanSettings settings) {
        this.today = today;
        this.previous = previous;
        this.splits = splits;
        this.settings = settings;
    }

    static DayLookback measure(DayStats today, List<DayStats> previous, Splits splits, ScanSettings settings) {
        return new LookbackMeasures(today, previous, splits, settings).measure();
    }

    private DayLookback measure() {
        DayStats yesterday = previous.isEmpty() ? null : previous.get(previous.size() - 1);
        LocalDate prevDate = yesterday == null ? null : yesterday.tradeDate();
        long prevClose = yesterday == null ? Prices.UNDEF : closeOf(yesterday);
        BigDecimal factor = prevDate == null ? null : splits.factor(prevDate, today.tradeDate());
        long adjustedClose = prevClose == Prices.UNDEF ? Prices.UNDEF : Splits.adjust(prevClose, factor);
        double[] volumes = adjustedVolumes();
        boolean enoughDays = volumes.length >= settings.rvolMinDays();
        double median = enoughDays ? median(volumes) : Double.NaN;
        double mean = enoughDays ? Arrays.stream(volumes).sum() / volumes.length : Double.NaN;
        double todaysVolume = today.volume() == DayStats.ABSENT ? Double.NaN : today.volume();
        double first = Prices.toDouble(openOf(today));
        return new DayLookback(
                previous.size(),
                prevDate,
                prevClose,
                factor == null ? Double.NaN : factor.doubleValue(),
                first / Prices.toDouble(prevClose) - 1,
                factor == null ? Double.NaN : first * factor.doubleValue() / Prices.toDouble(prevClose) - 1,
                trueRange(today, adjustedClose),
                averageTrueRange(),
                median,
                mean,
                median > 0 ? todaysVolume / median : Double.NaN,
                mean > 0 ? todaysVolume / mean : Double.NaN,
                movement(adjustedClose),
                direction(adjustedClose));
    }

    /** The regular close; on a day without a regular session its last price; undefined when sessions are unknown. */
    private static long closeOf(DayStats day) {
        return day.knowsSessions() && day.regCloseNanos() == Prices.UNDEF ? day.dayCloseNanos() : day.regCloseNanos();
    }

    private static long openOf(DayStats day) {
        return day.knowsSessions() && day.regOpenNanos() == Prices.UNDEF ? day.dayOpenNanos() : day.regOpenNanos();
    }

    private static long highOf(DayStats day) {
        return day.knowsSessions() && day.regHighNanos() == Prices.UNDEF ? day.dayHighNanos() : day.regHighNanos();
    }

    private static long lowOf(DayStats day) {
        return day.knowsSessions() && day.regLowNanos() == Prices.UNDEF ? day.dayLowNanos() : day.regLowNanos();
    }

    /** max(H - L, |H - C'|, |L - C'|), without the terms of C' when there is no prior close. */
    private static long trueRange(DayStats day, long adjustedPrevClose) {
        long high = highOf(day);
        long low = lowOf(day);
        if (high == Prices.UNDEF) {
            return Prices.UNDEF;
        }
        long range = high - low;
        if (adjustedPrevClose != Prices.UNDEF) {
            range = Math.max(range, Math.abs(high - adjustedPrevClose));
            range = Math.max(range, Math.abs(low - adjustedPrevClose));
        }
        return range;
    }

    /** Wilder's smoothing over the prior days: the mean of the first n true ranges, then (n - 1 parts old, 1 new) / n. */
    private long averageTrueRange() {
        double average = 0;
        int count = 0;
        DayStats before = null;
        for (DayStats day : previous) {
            long close = before == null ? Prices.UNDEF : closeOf(before);
            long adjusted = close == Prices.UNDEF
                    ? Prices.UNDEF
                    : Splits.adjust(close, splits.factor(before.tradeDate(), day.tradeDate()));
            long range = trueRange(day, adjusted);
            if (range == Prices.UNDEF) {
                continue;
            }
            double onTodaysBasis =
                    range / splits.factor(day.tradeDate(), today.tradeDate()).doubleValue();
            count++;
            average = count <= ATR_PERIODS
                    ? average + (onTodaysBasis - average) / count
                    : average + (onTodaysBasis - average) / ATR_PERIODS;
            before = day;
        }
        return count < ATR_PERIODS ? Prices.UNDEF : Math.round(average);
    }

    private double[] adjustedVolumes() {
        return previous.stream()
                .filter(day -> day.volume() != DayStats.ABSENT)
                .mapToDouble(day -> day.volume()
                        * splits.factor(day.tradeDate(), today.tradeDate()).doubleValue())
                .toArray();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
    }

    private double movement(long adjustedClose) {
        double movement = Double.NaN;
        for (double part : new double[] {
            today.rangeRegular(),
            today.rangeDay(),
            Math.abs(distance(today.dayHighNanos(), adjustedClose)),
            Math.abs(distance(today.dayLowNanos(), adjustedClose))
        }) {
            if (Double.isNaN(movement) || part > movement) {
                movement = part;
            }
        }
        return movement;
    }

    private String direction(long adjustedClose) {
        long base = adjustedClose == Prices.UNDEF ? today.dayOpenNanos() : adjustedClose;
        double up = distance(today.dayHighNanos(), base);
        double down = -distance(today.dayLowNanos(), base);
        if (Double.isNaN(up)) {
            return null;
        }
        double threshold = settings.momentum().movementMin();
        if (up == down || (up >= threshold && down >= threshold)) {
            return "BOTH";
        }
        return up > down ? "UP" : "DOWN";
    }

    private static double distance(long price, long base) {
        return price == Prices.UNDEF || base == Prices.UNDEF ? Double.NaN : (price - base) / (double) base;
    }
}
