package io.tapelake.scanner.tape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.Halt;
import io.tapelake.model.NewYork;
import io.tapelake.model.Prices;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TapeTest {
    private static final LocalDate DATE = LocalDate.of(2025, 11, 14);
    private static final long DAY_NS = NewYork.startOfDayNs(DATE);
    private static final long SECOND_NS = 1_000_000_000L;
    private static final long MINUTE_NS = 60 * SECOND_NS;
    private static final long CENT = 10_000_000L;

    /** A trade; {@code bad} when it is planted far from the market. */
    private record Trade(long ns, long price, long shares, boolean bad) {}

    /** A market around ten dollars with lone strays, and sometimes minutes without a trade. */
    private static List<Trade> trades(SplittableRandom random) {
        List<Trade> trades = new ArrayList<>();
        long ns = DAY_NS + 570 * MINUTE_NS;
        int count = random.nextInt(1, 300);
        for (int i = 0; i < count; i++) {
            ns += random.nextLong(20 * SECOND_NS) * (random.nextInt(20) == 0 ? 12 : 1);
            boolean stray = i > 0
                    && i + 1 < count
                    && random.nextInt(15) == 0
                    && !trades.get(i - 1).bad();
            long price = stray ? (random.nextBoolean() ? 2_000 : 500) * CENT : (990 + random.nextInt(20)) * CENT;
            trades.add(new Trade(ns, price, random.nextInt(1, 5_000), stray));
        }
        return trades;
    }

    private static MinuteTape tape(List<Trade> trades) {
        TapeBuilder builder = new TapeBuilder(DATE, 0);
        trades.forEach(t -> builder.trade(t.ns(), t.price(), t.shares()));
        return builder.build(null, List.of(), Long.MIN_VALUE);
    }

    @Property(tries = 300)
    void minutesEqualTheNaiveSums(@ForAll long seed) {
        List<Trade> trades = trades(new SplittableRandom(seed));
        TreeMap<Long, List<Trade>> minutes = new TreeMap<>();
        trades.forEach(t -> minutes.computeIfAbsent((t.ns() - DAY_NS) / MINUTE_NS, m -> new ArrayList<>())
                .add(t));
        minutes.values().removeIf(list -> list.stream().allMatch(Trade::bad));
        MinuteTape tape = tape(trades);
        assertThat(tape.size()).isEqualTo(minutes.size());
        int row = 0;
        for (long minute : minutes.keySet()) {
            List<Trade> all = minutes.get(minute);
            List<Trade> clean = all.stream().filter(t -> !t.bad()).toList();
            long high = clean.stream().mapToLong(Trade::price).max().orElseThrow();
            long low = clean.stream().mapToLong(Trade::price).min().orElseThrow();
            assertThat((long) tape.minute(row)).isEqualTo(minute);
            assertThat(tape.openNanos(row)).isEqualTo(clean.get(0).price());
            assertThat(tape.highNanos(row)).isEqualTo(high);
            assertThat(tape.lowNanos(row)).isEqualTo(low);
            assertThat(tape.closeNanos(row))
                    .isEqualTo(clean.get(clean.size() - 1).price());
            assertThat(tape.volume(row)).isEqualTo(sum(all));
            assertThat(tape.pricedVolume(row)).isEqualTo(sum(clean));
            assertThat(tape.trades(row)).isEqualTo(clean.size());
            assertThat(tape.priceSum(row))
                    .isCloseTo(clean.stream().mapToDouble(t -> t.price() * 1e-9).sum(), within(1e-6));
            assertThat(tape.dollars(row))
                    .isCloseTo(
                            clean.stream()
                                    .mapToDouble(t -> t.price() * 1e-9 * t.shares())
                                    .sum(),
                            within(1e-3));
            for (int part = 0; part < MinuteTape.PARTS; part++) {
                int sixth = part;
                assertThat(tape.partVolume(row, part))
                        .isEqualTo(sum(all.stream()
                                .filter(t -> (t.ns() - DAY_NS) % MINUTE_NS / (10 * SECOND_NS) == sixth)
                                .toList()));
            }
            assertThat(tape.highSecond(row)).isEqualTo(secondOfFirst(clean, high));
            assertThat(tape.lowSecond(row)).isEqualTo(secondOfFirst(clean, low));
            row++;
        }
        assertThat(tape.badPrintsNs())
                .isEqualTo(trades.stream().filter(Trade::bad).map(Trade::ns).toList());
    }

    private static long sum(List<Trade> trades) {
        return trades.stream().mapToLong(Trade::shares).sum();
    }

    private static int secondOfFirst(List<Trade> trades, long price) {
        long ns = trades.stream()
                .filter(t -> t.price() == price)
                .findFirst()
                .orElseThrow()
                .ns();
        return (int) ((ns - DAY_NS) % MINUTE_NS / SECOND_NS);
    }

    /** A jump: its first print is held back, and counts whole when the second confirms it. */
    @Test
    void aConfirmedPrintBringsItsSharesAndDollars() {
        long start = DAY_NS + 600 * MINUTE_NS;
        MinuteTape same = tape(List.of(
                new Trade(start, 1_000 * CENT, 100, false),
                new Trade(start + 1, 1_500 * CENT, 200, false),
                new Trade(start + 2, 1_510 * CENT, 300, false)));
        assertThat(same.volume(0)).isEqualTo(600);
        assertThat(same.pricedVolume(0)).isEqualTo(600);
        assertThat(same.dollars(0)).isCloseTo(1_000 + 3_000 + 4_530, within(1e-9));
        MinuteTape later = tape(List.of(
                new Trade(start, 1_000 * CENT, 100, false),
                new Trade(start + MINUTE_NS, 1_500 * CENT, 200, false),
                new Trade(start + 2 * MINUTE_NS, 1_510 * CENT, 300, false)));
        assertThat(later.size()).as("the minute of the first one is in no row").isEqualTo(2);
        assertThat(later.openNanos(1)).isEqualTo(1_500 * CENT);
        assertThat(later.volume(1)).isEqualTo(500);
        assertThat(later.pricedVolume(1)).isEqualTo(500);
        assertThat(later.dollars(1)).isCloseTo(3_000 + 4_530, within(1e-9));
    }

    @Test
    void aBadPrintHasVolumeButNoDollars() {
        long start = DAY_NS + 600 * MINUTE_NS;
        MinuteTape tape = tape(List.of(
                new Trade(start, 1_000 * CENT, 100, false),
                new Trade(start + 1, 3_000 * CENT, 900, true),
                new Trade(start + 2, 1_000 * CENT, 100, false)));
        assertThat(tape.volume(0)).isEqualTo(1_100);
        assertThat(tape.pricedVolume(0)).isEqualTo(200);
        assertThat(tape.dollars(0)).isCloseTo(2_000, within(1e-9));
        assertThat(tape.highNanos(0)).isEqualTo(1_000 * CENT);
    }

    @Test
    void theDaysFirstBarMayBeginWithABadPrint() {
        TapeBuilder builder = new TapeBuilder(DATE, 60);
        long start = DAY_NS + 240 * MINUTE_NS;
        builder.bar(start, 5_000 * CENT, 5_000 * CENT, 990 * CENT, 1_000 * CENT, 500);
        MinuteTape tape = builder.build(null, List.of(), Long.MAX_VALUE);
        assertThat(tape.openNanos(0)).isEqualTo(1_000 * CENT);
        assertThat(tape.highNanos(0)).isEqualTo(1_000 * CENT);
        assertThat(tape.badPrintsNanos()).containsExactly(5_000 * CENT);
    }

    @Property(tries = 200)
    void bytesAndBack(@ForAll long seed) throws ReflectiveOperationException {
        SplittableRandom random = new SplittableRandom(seed);
        MinuteTape tape = anyTape(random);
        MinuteTape read = MinuteTape.fromBytes(tape.toBytes());
        for (Method method : MinuteTape.class.getDeclaredMethods()) {
            if (!Modifier.isPublic(method.getModifiers()) || Modifier.isStatic(method.getModifiers())) {
                continue;
            }
            int rows = method.getParameterCount() == 0
                    ? 1
                    : List.of("quoteMinute", "bidNanos", "askNanos", "entryAskNanos")
                                    .contains(method.getName())
                            ? tape.quoteSize()
                            : tape.size();
            for (int row = 0; row < rows; row++) {
                Object[] arguments =
                        switch (method.getParameterCount()) {
                            case 0 -> new Object[0];
                            case 1 -> new Object[] {row};
                            default -> new Object[] {row, random.nextInt(MinuteTape.PARTS)};
                        };
                assertThat(call(method, read, arguments))
                        .as(method.getName() + " " + row)
                        .isEqualTo(call(method, tape, arguments));
            }
        }
    }

    private static Object call(Method method, MinuteTape tape, Object[] arguments) throws IllegalAccessException {
        try {
            return method.invoke(tape, arguments);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static MinuteTape anyTape(SplittableRandom random) {
        int barSeconds = List.of(0, 1, 60).get(random.nextInt(3));
        TapeBuilder builder = new TapeBuilder(DATE, barSeconds);
        QuoteSampler quotes = random.nextBoolean() ? new QuoteSampler(DATE, 50) : null;
        for (Trade t : trades(random)) {
            if (barSeconds == 0) {
                builder.trade(t.ns(), t.price(), t.shares());
            } else {
                long length = barSeconds * SECOND_NS;
                builder.bar(t.ns() / length * length, t.price(), t.price() * 2, t.price() / 2, t.price(), t.shares());
            }
            if (quotes != null) {
                long bid = random.nextInt(5) == 0 ? Prices.UNDEF : t.price() - CENT;
                quotes.quote(t.ns(), random.nextInt(90), bid, random.nextInt(5) == 0 ? Prices.UNDEF : t.price());
            }
        }
        List<Halt> halts = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            long startNs = DAY_NS + random.nextLong(1_000 * MINUTE_NS);
            long endNs = random.nextBoolean() ? Halt.NOT_RESUMED : startNs + random.nextLong(MINUTE_NS);
            Halt.Evidence evidence = random.nextBoolean() ? Halt.Evidence.STATUS : Halt.Evidence.TRADE_GAP;
            halts.add(new Halt(startNs, endNs, evidence, random.nextInt(100)));
        }
        long known = List.of(Long.MIN_VALUE, Long.MAX_VALUE, DAY_NS).get(random.nextInt(3));
        return builder.build(quotes, halts, known);
    }
}
