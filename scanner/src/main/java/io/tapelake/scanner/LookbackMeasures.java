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

    static Lookback measure(DayStats today, List<DayStats> previous, Splits splits, ScanSettings settings) {
        return new LookbackMeasures(today, previous, splits, settings).measure();
    }

    private Lookback measure() {
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
        DayLookback measures = new DayLookback(
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
        return new Lookback(
                measures,
                adjustedClose,
                yesterday == null ? Prices.UNDEF : adjusted(highOf(yesterday), factor),
                yesterday == null ? Prices.UNDEF : adjusted(lowOf(yesterday), factor),
                enoughDays ? usualVolume() : null);
    }

    private static long adjusted(long price, BigDecimal factor) {
        return price == Prices.UNDEF ? Prices.UNDEF : Splits.adjust(price, factor);
    }

    /** Days of a source too coarse for marks do not count; null when none of the days has marks. */
    private VolumeCurve usualVolume() {
        double[] mean = new double[PriceMeasures.MARKS];
        int days = 0;
        for (DayStats day : previous) {
            if (day.cumVolume5m() == null) {
                continue;
            }
            days++;
            double factor = splits.factor(day.tradeDate(), today.tradeDate()).doubleValue();
            for (int mark = 0; mark < mean.length; mark++) {
                mean[mark] += (day.cumVolume5m().get(mark) * factor - mean[mark]) / days;
            }
        }
        return days == 0 ? null : VolumeCurve.of(mean);
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
            range(today.cleanRegOpenNanos(), today.cleanRegHighNanos(), today.cleanRegLowNanos(), today.rangeRegular()),
            range(today.cleanDayOpenNanos(), today.cleanDayHighNanos(), today.cleanDayLowNanos(), today.rangeDay()),
            Math.abs(distance(cleanHigh(), adjustedClose)),
            Math.abs(distance(cleanLow(), adjustedClose))
        }) {
            if (Double.isNaN(movement) || part > movement) {
                movement = part;
            }
        }
        return movement;
    }

    /** The range of clean prices; of all prices where it is not known which are clean. */
    private static double range(long open, long high, long low, double raw) {
        return open == Prices.UNDEF ? raw : (high - low) / (double) open;
    }

    private long cleanHigh() {
        return today.cleanDayHighNanos() == Prices.UNDEF ? today.dayHighNanos() : today.cleanDayHighNanos();
    }

    private long cleanLow() {
        return today.cleanDayLowNanos() == Prices.UNDEF ? today.dayLowNanos() : today.cleanDayLowNanos();
    }

    private String direction(long adjustedClose) {
        long open = today.cleanDayOpenNanos() == Prices.UNDEF ? today.dayOpenNanos() : today.cleanDayOpenNanos();
        long base = adjustedClose == Prices.UNDEF ? open : adjustedClose;
        double up = distance(cleanHigh(), base);
        double down = -distance(cleanLow(), base);
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
