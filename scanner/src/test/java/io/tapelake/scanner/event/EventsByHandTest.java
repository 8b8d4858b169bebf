package io.tapelake.scanner.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.Halt;
import io.tapelake.model.Prices;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Events of days written by hand, with their instants and prices. */
class EventsByHandTest {
    private static ScanEvent only(List<ScanEvent> events) {
        assertThat(events).hasSize(1);
        return events.get(0);
    }

    private static void assertPrices(ScanEvent event, double start, double end) {
        assertThat(Prices.toDouble(event.startPriceNanos())).isCloseTo(start, within(1e-9));
        assertThat(Prices.toDouble(event.endPriceNanos())).isCloseTo(end, within(1e-9));
    }

    @Test
    void anAnnouncedHaltIsKnownWithTheFirstMinuteThatTradesAfterIt() {
        HandDay day = HandDay.ofMinutes()
                .flat("09:30", 30, 10, 1_000)
                .halt("10:00:10", "10:05:10", Halt.Evidence.STATUS)
                .flat("10:07", 10, 10.6, 1_000);
        ScanEvent halt = only(day.events(EventKind.HALT));
        assertThat(halt.startNs()).isEqualTo(day.at("10:00:10"));
        assertThat(halt.endNs()).isEqualTo(day.at("10:05:10"));
        assertThat(halt.knownNs()).isEqualTo(day.at("10:08"));
        assertThat(halt.direction()).isEqualTo(1);
        assertThat(halt.confidence()).isEqualTo(1);
        assertThat(halt.pattern()).isEqualTo("halt_resume");
        assertPrices(halt, 10, 10.6);
    }

    @Test
    void anInferredHaltSaysSo() {
        HandDay day = HandDay.ofMinutes()
                .flat("09:30", 30, 10, 1_000)
                .halt("09:59:58", "10:07:01", Halt.Evidence.TRADE_GAP)
                .flat("10:07", 10, 9.5, 1_000);
        ScanEvent halt = only(day.events(EventKind.HALT));
        assertThat(halt.knownNs()).isEqualTo(day.at("10:08"));
        assertThat(halt.direction()).isEqualTo(-1);
        assertThat(halt.confidence()).isEqualTo(0.8);
        assertThat(halt.pattern()).isEqualTo("halt_resume_inferred");
    }

    @Test
    void aHaltWithoutEndIsKnownWhenTheDayIsOver() {
        HandDay day = HandDay.ofMinutes().flat("09:30", 30, 10, 1_000).halt("10:00", null, Halt.Evidence.STATUS);
        ScanEvent halt = only(day.events(EventKind.HALT));
        assertThat(halt.endNs()).isEqualTo(Halt.NOT_RESUMED);
        assertThat(halt.knownNs()).isEqualTo(day.at("20:00"));
        assertThat(halt.endPriceNanos()).isEqualTo(Prices.UNDEF);
    }

    @Test
    void twoHaltsAreTwoEvents() {
        HandDay day = HandDay.ofMinutes()
                .flat("09:30", 10, 10, 1_000)
                .halt("09:40", "09:45", Halt.Evidence.STATUS)
                .flat("09:45", 1, 10.5, 1_000)
                .halt("09:46", "09:51", Halt.Evidence.STATUS)
                .flat("09:52", 10, 10.9, 1_000);
        assertThat(day.events(EventKind.HALT))
                .extracting(ScanEvent::knownNs)
                .containsExactly(day.at("09:46"), day.at("09:53"));
    }

    @Test
    void aGapIsTheFirstRegularPriceAgainstThePriorClose() {
        HandDay day = HandDay.ofMinutes()
                .prevClose(10)
                .flat("09:20", 10, 10.25, 1_000)
                .bar("09:31", 10.3, 10.4, 10.2, 10.35, 1_000);
        ScanEvent gap = only(day.events(EventKind.GAP));
        assertThat(gap.knownNs()).isEqualTo(day.at("09:32"));
        assertThat(gap.pattern()).isEqualTo("gap_up");
        assertPrices(gap, 10, 10.3);
        assertThat(gap.move()).isCloseTo(0.03, within(1e-9));
    }

    @Test
    void underThreePercentIsNoGapAndNorIsOneWithoutAPriorClose() {
        assertThat(HandDay.ofMinutes()
                        .prevClose(10)
                        .flat("09:30", 5, 10.29, 1_000)
                        .events(EventKind.GAP))
                .isEmpty();
        assertThat(HandDay.ofMinutes().flat("09:30", 5, 12, 1_000).events(EventKind.GAP))
                .isEmpty();
        assertThat(only(HandDay.ofMinutes()
                                .prevClose(10)
                                .flat("09:30", 5, 9.7, 1_000)
                                .events(EventKind.GAP))
                        .pattern())
                .isEqualTo("gap_down");
    }

    @Test
    void theBellRingsOnDaysWithAPriceByThen() {
        HandDay early = HandDay.ofMinutes().flat("08:00", 5, 10, 1_000);
        ScanEvent bell = only(early.events(EventKind.OPENING_BELL));
        assertThat(bell.knownNs()).isEqualTo(early.at("09:30"));
        assertThat(HandDay.ofMinutes().flat("09:30", 5, 10, 1_000).events(EventKind.OPENING_BELL))
                .isEmpty();
    }

    /** Wide bars around a mean that stands still: the deviation of closes is 0, the channel is wide. */
    @Test
    void aSqueezeIsKnownAfterTenMinutesOfIt() {
        HandDay day = HandDay.ofMinutes();
        for (int i = 0; i < 50; i++) {
            day.bar("10:" + (i < 10 ? "0" : "") + i, 10, 10.05, 9.95, 10, 1_000);
        }
        ScanEvent squeeze = only(day.events(EventKind.SQUEEZE));
        assertThat(squeeze.knownNs()).as("20 minutes of warm-up, the tenth on").isEqualTo(day.at("10:29"));
        assertThat(squeeze.startNs()).isEqualTo(day.at("10:19"));
    }

    @Test
    void accumulationIsMoreVolumeWithoutMovement() {
        HandDay day = HandDay.ofMinutes().atr14(0.3).line("10:00", 60, 10, 10.2, 1_000);
        for (int i = 0; i < 40; i++) {
            day.bar("11:" + (i < 10 ? "0" : "") + i, 10.2, 10.205, 10.195, 10.2, 2_000);
        }
        ScanEvent first = day.events(EventKind.ACCUMULATION).get(0);
        // Eight minutes suffice for the volume; until two minutes of the rise are left it is half a five-minute range.
        assertThat(first.knownNs()).isEqualTo(day.at("11:13"));
        assertThat(first.startNs()).isEqualTo(day.at("10:58"));
    }

    @Test
    void withoutMoreVolumeThereIsNoAccumulation() {
        HandDay day = HandDay.ofMinutes().atr14(0.3).line("10:00", 60, 10, 10.2, 1_000);
        day.flat("11:00", 40, 10.2, 1_400);
        assertThat(day.events(EventKind.ACCUMULATION)).isEmpty();
    }

    /** From $0.75 to $3 the band is 20% in both tiers. */
    @Test
    void aPriceAtABandWhereTheTierDoesNotMatter() {
        HandDay day = HandDay.ofTrades().prevClose(2);
        for (int i = 0; i < 60; i++) {
            day.trade(day.at("10:00") + i * 10_000_000_000L, 2, 100);
        }
        for (int i = 0; i < 30; i++) {
            day.trade(day.at("10:10") + i * 1_000_000_000L, 2 + 0.014 * (i + 1), 100);
        }
        ScanEvent touch = only(day.events(EventKind.LULD_TOUCH));
        assertThat(touch.pattern()).isEqualTo("limit_up");
        assertThat(touch.confidence()).isEqualTo(0.5);
        assertThat(Prices.toDouble(touch.startPriceNanos())).isCloseTo(2.4, within(1e-6));
        assertThat(touch.knownNs()).isEqualTo(day.at("10:11"));
    }

    @Test
    void barsAndUnknownPriorClosesTouchNoBand() {
        HandDay bars =
                HandDay.ofMinutes().prevClose(2).flat("10:00", 10, 2, 1_000).line("10:10", 10, 2, 3, 1_000);
        assertThat(bars.events(EventKind.LULD_TOUCH)).isEmpty();
        HandDay unknown = HandDay.ofTrades();
        for (int i = 0; i < 100; i++) {
            unknown.trade(unknown.at("10:00") + i * 10_000_000_000L, 2 + 0.02 * i, 100);
        }
        assertThat(unknown.events(EventKind.LULD_TOUCH)).isEmpty();
    }

    @Test
    void aBadPrintIsKnownWhenALaterOneJudgesIt() {
        HandDay day = HandDay.ofTrades()
                .trade("10:00:00", 10, 100)
                .trade("10:00:59", 20, 100)
                .trade("10:03:30", 10.01, 100);
        ScanEvent bad = only(day.events(EventKind.BAD_PRINT));
        assertThat(bad.startNs()).isEqualTo(day.at("10:00:59"));
        assertThat(bad.knownNs()).isEqualTo(day.at("10:04"));
        assertThat(bad.direction()).isEqualTo(1);
        assertPrices(bad, 10.01, 20);
    }

    @Test
    void aRunAndWhatItGaveBack() {
        HandDay day = HandDay.ofMinutes()
                .atr14(0.4)
                .flat("09:30", 60, 10, 1_000)
                .line("10:30", 20, 10, 11, 8_000)
                .line("10:50", 20, 11, 10.8, 4_000)
                .flat("11:10", 120, 10.8, 1_000);
        ScanEvent run = only(day.events(EventKind.RUN));
        assertThat(run.direction()).isEqualTo(1);
        assertThat(run.startNs()).isBetween(day.at("10:29"), day.at("10:31"));
        assertThat(run.endNs()).isEqualTo(day.at("10:50"));
        assertThat(run.move()).isCloseTo(0.10, within(0.006));
        assertThat(run.hindsightRetrace()).isCloseTo(Math.log(11 / 10.8) / Math.log(1.1), within(0.02));
        assertThat(run.hindsightFailed()).isFalse();
        assertThat(run.knownNs()).isEqualTo(day.at("20:00"));
    }
}
