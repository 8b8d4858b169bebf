package io.tapelake.synthetic;

import io.tapelake.databento.dbn.layout.StatusLayout;
import io.tapelake.model.DaySessions;
import io.tapelake.synthetic.market.PlantedEvent;
import io.tapelake.synthetic.market.SymbolDayTape;
import io.tapelake.synthetic.market.TradeDay;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Encodes the trading status of a symbol-day as its listing venue tells it: session changes and planted pauses. */
final class StatusEncoder {
    private static final int PRE_OPEN = 1;
    private static final int QUOTING = 3;
    private static final int TRADING = 7;
    private static final int PAUSE = 9;
    private static final int POST_CLOSE = 13;
    private static final int SCHEDULED = 1;
    private static final int LULD_PAUSE = 50;
    /** Quotes are asked for this long before trading resumes. */
    private static final long QUOTING_NS = 60 * TradeDay.SECOND_NS;

    private record Change(long atNs, int action, int reason, char trading) {}

    private StatusEncoder() {}

    static void encode(SymbolDayTape tape, RecordRun out) {
        DaySessions day = tape.day().sessions();
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(day.preOpenNs(), PRE_OPEN, SCHEDULED, 'Y'));
        changes.add(new Change(day.openNs(), TRADING, SCHEDULED, 'Y'));
        changes.add(new Change(day.closeNs(), POST_CLOSE, SCHEDULED, 'Y'));
        for (PlantedEvent event : tape.planted()) {
            if (event.kind() == PlantedEvent.Kind.HALT && !event.decoy()) {
                changes.add(new Change(event.startNs(), PAUSE, LULD_PAUSE, 'N'));
                changes.add(new Change(event.endNs() - QUOTING_NS, QUOTING, LULD_PAUSE, 'N'));
                changes.add(new Change(event.endNs(), TRADING, LULD_PAUSE, 'Y'));
            }
        }
        changes.sort(Comparator.comparingLong(Change::atNs));
        // Symbols are told one after the other, within the first millisecond.
        long delayNs = 12_000 + tape.index() * 37_000L % 900_000;
        for (Change change : changes) {
            int at = out.append(tape.listing().publisher(), change.atNs(), change.atNs() + delayNs);
            out.i16(at + StatusLayout.ACTION, change.action());
            out.i16(at + StatusLayout.REASON, change.reason());
            out.i8(at + StatusLayout.IS_TRADING, change.trading());
            out.i8(at + StatusLayout.IS_QUOTING, 'Y');
            out.i8(at + StatusLayout.IS_SHORT_SELL_RESTRICTED, '~');
        }
    }
}
