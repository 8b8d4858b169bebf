package io.tapelake.databento.dbn;

import io.tapelake.databento.dbn.layout.DefinitionLayout;
import io.tapelake.databento.dbn.layout.ErrorLayout;
import io.tapelake.databento.dbn.layout.ErrorV1Layout;
import io.tapelake.databento.dbn.layout.Field;
import io.tapelake.databento.dbn.layout.FieldType;
import io.tapelake.databento.dbn.layout.HeaderLayout;
import io.tapelake.databento.dbn.layout.LittleEndian;
import io.tapelake.databento.dbn.layout.RType;
import io.tapelake.databento.dbn.layout.RecordLayout;
import io.tapelake.databento.dbn.layout.StatisticsLayout;
import io.tapelake.databento.dbn.layout.StatisticsV1Layout;
import io.tapelake.databento.dbn.layout.SymbolMappingLayout;
import io.tapelake.databento.dbn.layout.SystemLayout;
import io.tapelake.databento.dbn.layout.SystemV1Layout;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns records of versions 1 and 2 into version 3. Fields with the same name are copied, widened where the new one is
 * wider; fields that are new get the value that says "not known". Only five record types differ.
 */
final class Upgrade {
    private static final int TARGET = RecordLayout.MAX_VERSION;
    private static final int UNKNOWN = 255;

    /** One copy of a field between layouts. */
    private record Move(Field from, Field to) {}

    /** By version and record type; null where the layout never changed. */
    private static final Move[][][] MOVES = new Move[TARGET][256][];

    static {
        for (int version = RecordLayout.MIN_VERSION; version < TARGET; version++) {
            for (int rtype = 0; rtype < MOVES[version].length; rtype++) {
                RecordLayout from = RecordLayout.of(rtype, version).orElse(null);
                RecordLayout to = RecordLayout.of(rtype, TARGET).orElse(null);
                if (from != null && !from.fields().equals(to.fields())) {
                    MOVES[version][rtype] = moves(from, to);
                }
            }
        }
    }

    private final int version;
    private final boolean tsOut;
    private final Move[][] moves;
    private final byte[] bytes = new byte[HeaderLayout.MAX_RECORD_BYTES];

    Upgrade(int version, boolean tsOut) {
        this.version = version;
        this.tsOut = tsOut;
        this.moves = MOVES[version];
    }

    private static Move[] moves(RecordLayout from, RecordLayout to) {
        Map<String, Field> targets = new HashMap<>();
        to.fields().forEach(field -> targets.put(field.name(), field));
        return from.fields().stream()
                .filter(field -> targets.containsKey(field.name()))
                .map(field -> new Move(field, targets.get(field.name())))
                .toArray(Move[]::new);
    }

    /** Makes {@code view} show the record at {@code offset} in version 3: in place when its layout never changed. */
    void show(RecordView view, byte[] source, int offset, int size) {
        int rtype = source[offset + HeaderLayout.RTYPE] & 0xFF;
        if (moves[rtype] == null) {
            view.show(source, offset, size);
            return;
        }
        int structBytes = RecordLayout.bytesOf(rtype, TARGET);
        Arrays.fill(bytes, 0, structBytes, (byte) 0);
        System.arraycopy(source, offset, bytes, 0, HeaderLayout.BYTES);
        for (Move move : moves[rtype]) {
            copy(source, offset, move);
        }
        addNewFields(rtype, source, offset);
        int total = structBytes;
        if (tsOut) {
            System.arraycopy(
                    source, offset + size - HeaderLayout.TS_OUT_BYTES, bytes, structBytes, HeaderLayout.TS_OUT_BYTES);
            total += HeaderLayout.TS_OUT_BYTES;
        }
        bytes[HeaderLayout.LENGTH] = (byte) (total / HeaderLayout.WORD);
        view.show(bytes, 0, total);
    }

    private void copy(byte[] source, int offset, Move move) {
        Field from = move.from;
        Field to = move.to;
        int at = offset + from.offset();
        if (from.bytes() == to.bytes() || from.type() == FieldType.TEXT) {
            System.arraycopy(source, at, bytes, to.offset(), Math.min(from.bytes(), to.bytes()));
        } else if (from.type() == FieldType.U32) {
            LittleEndian.putI64(bytes, to.offset(), LittleEndian.u32(source, at));
        } else {
            LittleEndian.putI64(bytes, to.offset(), LittleEndian.i32(source, at));
        }
    }

    private void addNewFields(int rtype, byte[] source, int offset) {
        switch (rtype) {
            case RType.INSTRUMENT_DEF -> {
                LittleEndian.putI64(bytes, DefinitionLayout.LEG_PRICE, Undefined.PRICE);
                LittleEndian.putI64(bytes, DefinitionLayout.LEG_DELTA, Undefined.PRICE);
                bytes[DefinitionLayout.LEG_SIDE] = 'N';
            }
            case RType.STATISTICS -> {
                if (LittleEndian.i32(source, offset + StatisticsV1Layout.QUANTITY) == Undefined.STAT_QUANTITY_V1) {
                    LittleEndian.putI64(bytes, StatisticsLayout.QUANTITY, Undefined.STAT_QUANTITY);
                }
            }
            case RType.SYMBOL_MAPPING -> {
                bytes[SymbolMappingLayout.STYPE_IN] = (byte) SType.MIXED;
                bytes[SymbolMappingLayout.STYPE_OUT] = (byte) SType.MIXED;
            }
            case RType.ERROR -> {
                bytes[ErrorLayout.CODE] = (byte)
                        errorCode(LittleEndian.text(source, offset + ErrorV1Layout.ERR, ErrorV1Layout.ERR_WIDTH));
                bytes[ErrorLayout.IS_LAST] = (byte) UNKNOWN;
            }
            case RType.SYSTEM ->
                bytes[SystemLayout.CODE] = (byte)
                        systemCode(LittleEndian.text(source, offset + SystemV1Layout.MSG, SystemV1Layout.MSG_WIDTH));
            default -> throw new IllegalStateException("no upgrade from version " + version + " for rtype " + rtype);
        }
    }

    private static int errorCode(String text) {
        if (text.equals("User or API key deactivated")) {
            return 2;
        }
        if (text.equals("User has reached their open connection limit")) {
            return 3;
        }
        if (text.startsWith("Failed to resolve symbol")) {
            return 4;
        }
        if (text.equals("Internal error")) {
            return 6;
        }
        return text.startsWith("Slow client detected for ") ? 7 : UNKNOWN;
    }

    private static int systemCode(String text) {
        if (text.equals("Heartbeat")) {
            return 0;
        }
        if (text.startsWith("Subscription request ") && text.endsWith(" succeeded")) {
            return 1;
        }
        if (text.startsWith("Warning: slow reading")) {
            return 2;
        }
        if (text.startsWith("Finished ") && text.endsWith(" replay")) {
            return 3;
        }
        return text.startsWith("End of interval for ") ? 4 : UNKNOWN;
    }
}
