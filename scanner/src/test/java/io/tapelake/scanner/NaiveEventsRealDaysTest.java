package io.tapelake.scanner;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapelake.model.DaySessions;
import io.tapelake.model.SessionCalendar;
import io.tapelake.scanner.NaiveEvents.FiveMinuteRange;
import io.tapelake.scanner.NaiveEvents.Found;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The definitions of breakout and failure give on real days the shares that were measured apart from this code. */
class NaiveEventsRealDaysTest {
    private int breakouts;
    private int failed;

    @Test
    void mostBreakoutsFail() throws IOException {
        for (RealDay day : RealDbnFolder.read(ReferenceData.require("real-dbn/ohlcv1m-rth-2018"))) {
            NaiveEvents events = events(day);
            for (Found breakout : events.breakouts()) {
                breakouts++;
                failed += events.failed(breakout).isPresent() ? 1 : 0;
            }
        }
        assertThat(breakouts).isGreaterThan(1_000);
        assertThat(failed / (double) breakouts).as("measured: 58 to 64 of 100").isBetween(0.56, 0.66);
    }

    private static NaiveEvents events(RealDay day) {
        List<RealDay.Row> bars = day.rows.getOrDefault("ohlcv-1m", new ArrayList<>());
        DaySessions sessions = SessionCalendar.usEquities().sessions(day.key.tradeDate());
        NaiveMinutes minutes = new NaiveMinutes(
                bars.stream().mapToLong(RealDay.Row::indexNs).toArray(),
                bars.stream().mapToDouble(bar -> bar.a() / 1e9).toArray(),
                bars.stream().mapToDouble(bar -> bar.b() / 1e9).toArray(),
                bars.stream().mapToDouble(bar -> bar.c() / 1e9).toArray(),
                bars.stream().mapToDouble(bar -> bar.d() / 1e9).toArray(),
                bars.stream().mapToDouble(RealDay.Row::size).toArray(),
                sessions,
                sessions.openNs(),
                sessions.closeNs());
        return new NaiveEvents(minutes, Double.NaN, FiveMinuteRange.PRIOR_DAYS);
    }
}
