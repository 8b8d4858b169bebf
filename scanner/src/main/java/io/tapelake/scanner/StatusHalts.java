package io.tapelake.scanner;

import io.tapelake.model.Halt;
import io.tapelake.model.StatusEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * Halts announced by status records, all venues as one stream.
 *
 * <p>The action drives the state; {@code is_trading} overrides it when known; "none" and changes of the short-sale
 * restriction leave it alone. After a halt only trading ends it: quoting or a pre-open phase does not.
 */
final class StatusHalts {
    private static final int NONE = 0;
    private static final int SSR_CHANGE = 14;

    private final RowSpan span;
    private final List<Halt> halts = new ArrayList<>();
    private StatusEvent openHalt;

    StatusHalts(RowSpan span) {
        this.span = span;
    }

    void event(StatusEvent event) {
        span.row(event.tsRecvNs(), event.publisher());
        if (event.action() == NONE || event.action() == SSR_CHANGE) {
            return;
        }
        if (openHalt == null && stopsTrading(event)) {
            openHalt = event;
        } else if (openHalt != null && isTradable(event)) {
            halts.add(new Halt(openHalt.tsRecvNs(), event.tsRecvNs(), Halt.Evidence.STATUS, openHalt.reason()));
            openHalt = null;
        }
    }

    private static boolean stopsTrading(StatusEvent event) {
        if (event.isTrading() == 'Y') {
            return false;
        }
        return switch (event.action()) {
            case StatusEvent.HALT, StatusEvent.PAUSE, StatusEvent.SUSPEND, StatusEvent.NOT_AVAILABLE -> true;
            case StatusEvent.TRADING -> event.isTrading() == 'N';
            default -> false;
        };
    }

    private static boolean isTradable(StatusEvent event) {
        if (event.isTrading() == 'Y' || event.isTrading() == 'N') {
            return event.isTrading() == 'Y';
        }
        return event.action() == StatusEvent.TRADING;
    }

    RowSpan span() {
        return span;
    }

    /** Every halt in order; the last may not have been resumed. */
    List<Halt> halts() {
        List<Halt> all = new ArrayList<>(halts);
        if (openHalt != null) {
            all.add(new Halt(openHalt.tsRecvNs(), Halt.NOT_RESUMED, Halt.Evidence.STATUS, openHalt.reason()));
        }
        return List.copyOf(all);
    }
}
