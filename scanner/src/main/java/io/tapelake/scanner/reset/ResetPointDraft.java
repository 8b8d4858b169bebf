package io.tapelake.scanner.reset;

import static io.tapelake.scanner.measure.Rounding.four;
import static io.tapelake.scanner.measure.Rounding.six;

import io.tapelake.model.Prices;
import io.tapelake.model.SymbolDay;
import io.tapelake.scanner.DayStats;
import io.tapelake.scanner.event.MinuteView;
import io.tapelake.scanner.event.ScanEvent;

/** Describes a candidate with what is known at its minute; outcomes are still absent. */
final class ResetPointDraft {
    private static final double BPS = 10_000;
    /** Below one dollar quotes move in hundredths of a cent (Regulation NMS, rule 612). */
    private static final double CENT_FROM = 1;

    private ResetPointDraft() {}

    static ResetPoint of(
            SymbolDay day,
            MinuteView view,
            ScanEvent event,
            Phase phase,
            TimeBucket bucket,
            SetupScore score,
            double probability,
            boolean selected) {
        int now = view.now();
        double bid = view.bid(now);
        double ask = view.ask(now);
        double middle = (bid + ask) / 2;
        double spread = ask > bid ? ask - bid : Double.NaN;
        double prior = Double.isNaN(view.prevClose()) ? view.firstPrice() : view.prevClose();
        double none = Double.NaN;
        return new ResetPoint(
                day.tradeDate(),
                day.dataset(),
                day.symbol(),
                view.nowNs(),
                event.detector(),
                event.pattern(),
                event.direction(),
                phase.name(),
                bucket.name(),
                four(score.quality()),
                four(score.movement()),
                four(score.volume()),
                four(score.trend()),
                four(score.thrust()),
                four(score.spread()),
                four(score.continuity()),
                score.missing(),
                view.closeNanos(now),
                nanos(bid),
                nanos(ask),
                four(spread / middle * BPS),
                four(spread / (middle < CENT_FROM ? 0.0001 : 0.01)),
                nanos(view.atr5(now)),
                four(Moment.priceVelocity(view)),
                four(Moment.volumeVelocity(view)),
                four(Moment.rvol(view)),
                four(view.close(now) / view.vwap(now) - 1),
                four(view.close(now) / prior - 1),
                (long) view.cumVolume(now),
                view.knowsHalts() ? view.halts().size() : (int) DayStats.ABSENT,
                probability,
                selected,
                six(1 / probability),
                Prices.UNDEF,
                none,
                none,
                none,
                none,
                none,
                none);
    }

    private static long nanos(double price) {
        return Double.isNaN(price) ? Prices.UNDEF : Math.round(price * Prices.NANOS_PER_UNIT);
    }
}
