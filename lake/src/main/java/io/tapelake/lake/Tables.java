package io.tapelake.lake;

import java.util.List;

/** Every table of the lake. Whoever needs a name, a type or an order takes it from here. */
public final class Tables {

    public static final LakeTable BARS_1S = TickTables.bars("1s");
    public static final LakeTable BARS_30S = TickTables.bars("30s");
    public static final LakeTable BARS_1M = TickTables.bars("1m");
    public static final LakeTable BARS_5M = TickTables.bars("5m");
    public static final LakeTable BARS_30M = TickTables.bars("30m");
    public static final LakeTable BARS_1H = TickTables.bars("1h");
    public static final LakeTable BARS_1D = TickTables.bars("1d");
    public static final LakeTable TRADES = TickTables.trades();
    public static final LakeTable QUOTES = TickTables.quotes();
    public static final LakeTable STATUS = TickTables.status();
    public static final LakeTable DEFINITIONS = TickTables.definitions();
    public static final LakeTable IMBALANCES = TickTables.imbalances();
    public static final LakeTable STATISTICS = TickTables.statistics();
    public static final LakeTable INGESTED_FILES = BookkeepingTables.ingestedFiles();
    public static final LakeTable QUARANTINE = BookkeepingTables.quarantine();
    public static final LakeTable SYMBOLOGY = BookkeepingTables.symbology();
    public static final LakeTable CORPORATE_ACTIONS = BookkeepingTables.corporateActions();
    public static final LakeTable DAY_STATS = DayTables.dayStats();
    public static final LakeTable DAY_INDEX = DayTables.dayIndex();
    public static final LakeTable RESET_POINTS = DayTables.resetPoints();
    public static final LakeTable RUNS = BookkeepingTables.runs();

    private static final List<LakeTable> ALL = List.of(
            BARS_1S,
            BARS_30S,
            BARS_1M,
            BARS_5M,
            BARS_30M,
            BARS_1H,
            BARS_1D,
            TRADES,
            QUOTES,
            STATUS,
            DEFINITIONS,
            IMBALANCES,
            STATISTICS,
            INGESTED_FILES,
            QUARANTINE,
            SYMBOLOGY,
            CORPORATE_ACTIONS,
            DAY_STATS,
            DAY_INDEX,
            RESET_POINTS,
            RUNS);

    private Tables() {}

    /** All tables, in the order of the design. */
    public static List<LakeTable> all() {
        return ALL;
    }

    /** The tables of bars, shortest first. */
    public static List<LakeTable> bars() {
        return List.of(BARS_1S, BARS_30S, BARS_1M, BARS_5M, BARS_30M, BARS_1H, BARS_1D);
    }

    /** The names of all tables, in the same order. */
    public static List<String> names() {
        return ALL.stream().map(LakeTable::name).toList();
    }

    /**
     * The table of this name.
     *
     * @throws LakeException if there is none; the message offers the names nearest to it
     */
    public static LakeTable named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> new LakeException("there is no table '" + name + "'. " + NearMisses.hint(name, names())));
    }
}
