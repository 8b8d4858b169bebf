package io.tapelake.databento.dbn.layout;

import java.util.List;

/** Every known layout by version and record type. */
final class LayoutTable {
    private static final int RTYPES = 256;
    private static final RecordLayout[][] LAYOUTS = new RecordLayout[RecordLayout.MAX_VERSION + 1][];
    private static final int[] INDEX_TS = new int[RTYPES];

    static {
        for (int version = RecordLayout.MIN_VERSION; version <= RecordLayout.MAX_VERSION; version++) {
            LAYOUTS[version] = new RecordLayout[RTYPES];
            same(version);
            changed(version);
        }
        for (int rtype = 0; rtype < RTYPES; rtype++) {
            INDEX_TS[rtype] = indexTsOffset(LAYOUTS[RecordLayout.MAX_VERSION][rtype]);
        }
    }

    private LayoutTable() {}

    static RecordLayout layout(int rtype, int version) {
        if (version < RecordLayout.MIN_VERSION || version > RecordLayout.MAX_VERSION) {
            throw new IllegalArgumentException("DBN version " + version + " is unknown; allowed are "
                    + RecordLayout.MIN_VERSION + " to " + RecordLayout.MAX_VERSION);
        }
        return LAYOUTS[version][rtype];
    }

    static int indexTsOffset(int rtype) {
        return INDEX_TS[rtype];
    }

    private static int indexTsOffset(RecordLayout layout) {
        if (layout != null) {
            for (Field field : layout.fields()) {
                if (field.name().equals("ts_recv")) {
                    return field.offset();
                }
            }
        }
        return HeaderLayout.TS_EVENT;
    }

    /** The records that are the same in every version. */
    private static void same(int version) {
        add(version, RType.MBO, MboLayout.BYTES, MboLayout.fields());
        add(version, RType.MBP_0, TradeLayout.BYTES, TradeLayout.fields());
        book(version, RType.MBP_1, MbpLayout.BYTES, MbpLayout.fields(), 1, LevelLayout.fields());
        book(version, RType.MBP_10, MbpLayout.BYTES_10, MbpLayout.fields(), 10, LevelLayout.fields());
        for (int rtype : new int[] {RType.BBO_1S, RType.BBO_1M}) {
            book(version, rtype, BboLayout.BYTES, BboLayout.fields(), 1, LevelLayout.fields());
        }
        for (int rtype : new int[] {RType.CMBP_1, RType.TCBBO}) {
            book(version, rtype, CmbpLayout.BYTES, CmbpLayout.fields(), 1, ConsolidatedLevelLayout.fields());
        }
        for (int rtype : new int[] {RType.CBBO_1S, RType.CBBO_1M}) {
            book(version, rtype, CbboLayout.BYTES, CbboLayout.fields(), 1, ConsolidatedLevelLayout.fields());
        }
        for (int rtype : new int[] {
            RType.OHLCV_DEPRECATED, RType.OHLCV_1S, RType.OHLCV_1M, RType.OHLCV_1H, RType.OHLCV_1D, RType.OHLCV_EOD
        }) {
            add(version, rtype, OhlcvLayout.BYTES, OhlcvLayout.fields());
        }
        add(version, RType.STATUS, StatusLayout.BYTES, StatusLayout.fields());
        add(version, RType.IMBALANCE, ImbalanceLayout.BYTES, ImbalanceLayout.fields());
    }

    /** The five record types that have changed. */
    private static void changed(int version) {
        if (version == 1) {
            add(version, RType.INSTRUMENT_DEF, DefinitionV1Layout.BYTES, DefinitionV1Layout.fields());
            add(version, RType.ERROR, ErrorV1Layout.BYTES, ErrorV1Layout.fields());
            add(version, RType.SYMBOL_MAPPING, SymbolMappingV1Layout.BYTES, SymbolMappingV1Layout.fields());
            add(version, RType.SYSTEM, SystemV1Layout.BYTES, SystemV1Layout.fields());
        } else {
            add(version, RType.ERROR, ErrorLayout.BYTES, ErrorLayout.fields());
            add(version, RType.SYMBOL_MAPPING, SymbolMappingLayout.BYTES, SymbolMappingLayout.fields());
            add(version, RType.SYSTEM, SystemLayout.BYTES, SystemLayout.fields());
        }
        if (version == 2) {
            add(version, RType.INSTRUMENT_DEF, DefinitionV2Layout.BYTES, DefinitionV2Layout.fields());
        }
        if (version == 3) {
            add(version, RType.INSTRUMENT_DEF, DefinitionLayout.BYTES, DefinitionLayout.fields());
            add(version, RType.STATISTICS, StatisticsLayout.BYTES, StatisticsLayout.fields());
        } else {
            add(version, RType.STATISTICS, StatisticsV1Layout.BYTES, StatisticsV1Layout.fields());
        }
    }

    private static void add(int version, int rtype, int bytes, List<Field> fields) {
        LAYOUTS[version][rtype] = new RecordLayout(rtype, version, bytes, fields, 0, 0, List.of());
    }

    private static void book(
            int version, int rtype, int bytes, List<Field> fields, int levels, List<Field> levelFields) {
        LAYOUTS[version][rtype] =
                new RecordLayout(rtype, version, bytes, fields, levels, MbpLayout.LEVELS, levelFields);
    }
}
