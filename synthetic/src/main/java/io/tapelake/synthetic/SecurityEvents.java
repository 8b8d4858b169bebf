package io.tapelake.synthetic;

import io.tapelake.synthetic.SecurityEvent.Kind;
import io.tapelake.synthetic.market.Tickers;
import io.tapelake.synthetic.market.TradeDay;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * What happens to the first five securities of a market, beside their trading. The market itself is not touched by it: the
 * symbol-days are those of the same market without events, told in other shares and under other names, or left out. So what
 * is measured on them is known.
 *
 * <table>
 * <caption>By symbol number; n is the number of trade dates, counted from 0</caption>
 * <tr><th>number</th><th>what</th></tr>
 * <tr><td>0</td><td>split 4 for 1 on date 2n/3</td></tr>
 * <tr><td>1</td><td>reverse split 1 for 10 on date 2n/3</td></tr>
 * <tr><td>2</td><td>last date n/3 - 1, then delisted</td></tr>
 * <tr><td>3</td><td>split 2 for 1 on date n/2, and another name from date 2n/3 on</td></tr>
 * <tr><td>4</td><td>begins on date n/2, under the name that number 2 had</td></tr>
 * </table>
 *
 * Immutable.
 */
public final class SecurityEvents implements SymbolNames {
    /** Fewest symbols of a market with events. */
    public static final int MIN_SYMBOLS = 5;
    /** Fewest trade dates of a market with events. */
    public static final int MIN_DAYS = 8;

    private static final int SPLIT = 0;
    private static final int REVERSE_SPLIT = 1;
    private static final int DELISTED = 2;
    private static final int RENAMED = 3;
    private static final int REUSER = 4;

    private final boolean planned;
    private final List<String> symbols;
    private final List<LocalDate> dates;

    private SecurityEvents(boolean planned, List<String> symbols, List<TradeDay> days) {
        this.planned = planned;
        this.symbols = List.copyOf(symbols);
        this.dates = days.stream().map(TradeDay::date).toList();
    }

    /** The events of a market; none where its specification wants none. */
    static SecurityEvents of(MarketSpec spec, List<String> symbols, List<TradeDay> days) {
        return new SecurityEvents(spec.securityEvents(), symbols, days);
    }

    private int third() {
        return dates.size() / 3;
    }

    private int half() {
        return dates.size() / 2;
    }

    private int twoThirds() {
        return dates.size() * 2 / 3;
    }

    /** True if the symbol number trades on a trade date. */
    boolean trades(int symbolIndex, int dayIndex) {
        return !planned
                || !((symbolIndex == DELISTED && dayIndex >= third()) || (symbolIndex == REUSER && dayIndex < half()));
    }

    /** Shares on a trade date that one share of the market without events has become. */
    int perShare(int symbolIndex, int dayIndex) {
        if (!planned) {
            return 1;
        }
        return switch (symbolIndex) {
            case SPLIT -> dayIndex < twoThirds() ? 1 : 4;
            case REVERSE_SPLIT -> dayIndex < twoThirds() ? 10 : 1;
            case RENAMED -> dayIndex < half() ? 1 : 2;
            default -> 1;
        };
    }

    /** The name of a symbol number on a trade date. */
    String symbolOn(int symbolIndex, int dayIndex) {
        String name = symbol(symbolIndex, dates.get(dayIndex));
        return name == null ? symbols.get(symbolIndex) : name;
    }

    @Override
    public String symbol(int symbolIndex, LocalDate utcDate) {
        if (planned && symbolIndex == DELISTED && !utcDate.isBefore(dates.get(half()))) {
            return null;
        }
        if (planned && symbolIndex == REUSER) {
            return utcDate.isBefore(dates.get(half())) ? null : symbols.get(DELISTED);
        }
        if (planned && symbolIndex == RENAMED && !utcDate.isBefore(dates.get(twoThirds()))) {
            return newName();
        }
        return symbols.get(symbolIndex);
    }

    private String newName() {
        return Tickers.of(symbols.size());
    }

    /** The id of a symbol number in the reference files. */
    static String securityId(int symbolIndex) {
        return "S-" + (symbolIndex + 1);
    }

    /** What happens, by date. */
    public List<SecurityEvent> events() {
        List<SecurityEvent> events = new ArrayList<>();
        if (planned) {
            events.add(event(Kind.DELISTING, DELISTED, third(), null, null));
            events.add(event(Kind.SPLIT, RENAMED, half(), "2", null));
            events.add(new SecurityEvent(
                    Kind.REUSED_NAME, securityId(REUSER), symbols.get(DELISTED), dates.get(half()), null, null));
            events.add(event(Kind.SPLIT, SPLIT, twoThirds(), "4", null));
            events.add(event(Kind.REVERSE_SPLIT, REVERSE_SPLIT, twoThirds(), "0.1", null));
            events.add(event(Kind.NEW_NAME, RENAMED, twoThirds(), null, newName()));
        }
        return events;
    }

    private SecurityEvent event(Kind kind, int symbolIndex, int dayIndex, String ratio, String newSymbol) {
        return new SecurityEvent(
                kind,
                securityId(symbolIndex),
                symbols.get(symbolIndex),
                dates.get(dayIndex),
                ratio == null ? null : new BigDecimal(ratio),
                newSymbol);
    }

    /** Number of symbols of the market. */
    int symbolCount() {
        return symbols.size();
    }

    /** The name with which a symbol number begins, and the date. */
    String firstName(int symbolIndex) {
        return symbolIndex == REUSER ? symbols.get(DELISTED) : symbols.get(symbolIndex);
    }

    LocalDate firstDate(int symbolIndex) {
        return dates.get(planned && symbolIndex == REUSER ? half() : 0);
    }
}
