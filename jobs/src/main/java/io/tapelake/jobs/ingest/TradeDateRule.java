package io.tapelake.jobs.ingest;

import io.tapelake.model.NewYork;
import java.time.LocalDate;

/** How an index timestamp becomes a trade date. */
enum TradeDateRule {
    /** The date in New York. */
    NEW_YORK_DATE,
    /**
     * The date in UTC: a daily bar sums up a UTC day and begins at its midnight, which in New York is the evening of the day
     * before.
     */
    UTC_DATE;

    private static final long DAY_NS = 86_400_000_000_000L;

    static TradeDateRule of(String schema) {
        return schema.equals("ohlcv-1d") ? UTC_DATE : NEW_YORK_DATE;
    }

    LocalDate date(long indexNs) {
        return LocalDate.ofEpochDay(this == UTC_DATE ? Math.floorDiv(indexNs, DAY_NS) : NewYork.tradeDate(indexNs));
    }

    /** The first nanosecond of a date, UTC. */
    long startNs(LocalDate date) {
        return this == UTC_DATE ? date.toEpochDay() * DAY_NS : NewYork.startOfDayNs(date);
    }
}
