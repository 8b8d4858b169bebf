package io.tapelake.scanner;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Walks the days of one security in date order, keeping the last days as lookback. When the identity behind a symbol is
 * unknown or changes, begin a new history: another security's days are no lookback. Not thread-safe.
 */
public final class SecurityHistory {
    private final Splits splits;
    private final ScanSettings settings;
    private final Deque<DayStats> previous = new ArrayDeque<>();
    private LocalDate lastDate;

    SecurityHistory(Splits splits, ScanSettings settings) {
        this.splits = splits;
        this.settings = settings;
    }

    /**
     * Measures a day against those before it, and takes it into the lookback of the next.
     *
     * @throws IllegalArgumentException when the day is not later than the one before
     */
    public ScannedDay next(DayStats today) {
        requireLater(today);
        Lookback lookback = LookbackMeasures.measure(today, List.copyOf(previous), splits, settings);
        add(today);
        return new ScannedDay(today, lookback, MomentumRule.kind(today, lookback.measures(), settings.momentum()));
    }

    /**
     * Takes an earlier day into the lookback without measuring it: for days that were scanned before.
     *
     * @throws IllegalArgumentException when the day is not later than the one before
     */
    public void seed(DayStats day) {
        requireLater(day);
        add(day);
    }

    private void requireLater(DayStats day) {
        if (lastDate != null && !day.tradeDate().isAfter(lastDate)) {
            throw new IllegalArgumentException("days of " + day.symbol() + " must come in date order, each once, but "
                    + day.tradeDate() + " follows " + lastDate);
        }
    }

    private void add(DayStats day) {
        lastDate = day.tradeDate();
        if (!day.hasSource()) {
            return;
        }
        previous.addLast(day);
        if (previous.size() > settings.lookbackDays()) {
            previous.removeFirst();
        }
    }
}
