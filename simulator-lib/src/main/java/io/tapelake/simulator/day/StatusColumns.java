package io.tapelake.simulator.day;

import io.tapelake.model.StatusEvent;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;

/**
 * Changes of the trading status in the order in which they were known, all venues as one stream, each row with everything
 * that was last said. Letters are {@code 'Y'}, {@code 'N'}, and {@code '~'} where nobody said yet. The rule for halts is the
 * scanner's: the action drives the state, {@code is_trading} overrides it, and after a halt only trading ends it. Immutable and
 * thread-safe.
 */
public final class StatusColumns {
    private static final int NONE = 0;
    private static final int SSR_CHANGE = 14;

    private final LongBuffer known;
    private final IntBuffer action;
    private final IntBuffer reason;
    private final ByteBuffer halted;
    private final ByteBuffer quoting;
    private final ByteBuffer restricted;

    private StatusColumns(Assembly a) {
        known = Columns.of(a.known);
        action = Columns.of(a.action);
        reason = Columns.of(a.reason);
        halted = Columns.of(a.halted);
        quoting = Columns.of(a.quoting);
        restricted = Columns.of(a.restricted);
    }

    private StatusColumns(ColumnSource source) {
        known = source.longs();
        action = source.ints();
        reason = source.ints();
        halted = source.bytes();
        quoting = source.bytes();
        restricted = source.bytes();
    }

    static StatusColumns read(ColumnSource source) {
        return new StatusColumns(source);
    }

    void write(ColumnSink sink) {
        sink.longs(known);
        sink.ints(action);
        sink.ints(reason);
        sink.bytes(halted);
        sink.bytes(quoting);
        sink.bytes(restricted);
    }

    /** The number of rows. */
    public int size() {
        return known.limit();
    }

    /** The row known last at an instant, nanoseconds UTC; -1 when there is none yet. A day has a handful: a search of them. */
    public int rowAt(long ns) {
        int low = 0;
        int high = known.limit();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known.get(middle) <= ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** When the row was known, nanoseconds UTC. */
    public long knownNs(int row) {
        return known.get(row);
    }

    /** DBN status action. */
    public int action(int row) {
        return action.get(row);
    }

    /** DBN status reason. */
    public int reason(int row) {
        return reason.get(row);
    }

    /** Whether trading is halted after this row. */
    public boolean isHalted(int row) {
        return halted.get(row) == 1;
    }

    /** Whether quotes are accepted, as was last said. */
    public char quoting(int row) {
        return (char) quoting.get(row);
    }

    /** Whether short sales are restricted, as was last said. */
    public char shortSaleRestricted(int row) {
        return (char) restricted.get(row);
    }

    long bytes() {
        return size() * 19L;
    }

    /** Status records on their way into columns, in the order in which they are known. */
    static final class Assembly {
        private final LongRows known = new LongRows();
        private final IntRows action = new IntRows();
        private final IntRows reason = new IntRows();
        private final ByteRows halted = new ByteRows();
        private final ByteRows quoting = new ByteRows();
        private final ByteRows restricted = new ByteRows();
        private boolean isHalted;
        private char lastQuoting = '~';
        private char lastRestricted = '~';

        void add(long knownNs, StatusEvent event, char isQuoting, char isRestricted) {
            lastQuoting = isQuoting == '~' ? lastQuoting : isQuoting;
            lastRestricted = isRestricted == '~' ? lastRestricted : isRestricted;
            if (event.action() != NONE && event.action() != SSR_CHANGE) {
                isHalted = isHalted ? !isTradable(event) : stopsTrading(event);
            }
            known.add(knownNs);
            action.add(event.action());
            reason.add(event.reason());
            halted.add((byte) (isHalted ? 1 : 0));
            quoting.add((byte) lastQuoting);
            restricted.add((byte) lastRestricted);
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

        StatusColumns build() {
            return new StatusColumns(this);
        }
    }
}
