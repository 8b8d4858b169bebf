package io.tapelake.scanner;

import io.tapelake.model.NewYork;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The measures of a full trading day computed the slow and obvious way, from all rows at once. */
record NaiveDay(List<NaiveDay.Row> rows) {
    /** A trade or a bar, already consolidated. */
    record Row(long ns, long open, long high, long low, long close, long volume) {
        static Row trade(long ns, long price, long size) {
            return new Row(ns, price, price, price, price, size);
        }

        LocalTime time() {
            return NewYork.at(ns).toLocalTime();
        }
    }

    private List<Row> between(String from, String until) {
        return rows.stream()
                .filter(r ->
                        !r.time().isBefore(LocalTime.parse(from)) && r.time().isBefore(LocalTime.parse(until)))
                .toList();
    }

    long volume() {
        return sum(rows);
    }

    long volume(String from, String until) {
        return sum(between(from, until));
    }

    List<Row> regular() {
        return between("09:30", "16:00");
    }

    static long sum(List<Row> rows) {
        return rows.stream().mapToLong(Row::volume).sum();
    }

    static long high(List<Row> rows) {
        return rows.stream().mapToLong(Row::high).max().orElseThrow();
    }

    static long low(List<Row> rows) {
        return rows.stream().mapToLong(Row::low).min().orElseThrow();
    }

    long vwapNanos() {
        BigInteger weighted = rows.stream()
                .map(r -> BigInteger.valueOf(r.high())
                        .add(BigInteger.valueOf(r.low()))
                        .add(BigInteger.valueOf(r.close()))
                        .multiply(BigInteger.valueOf(r.volume())))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return new BigDecimal(weighted)
                .divide(BigDecimal.valueOf(volume()).multiply(BigDecimal.valueOf(3)), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    double runup() {
        double best = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i; j < rows.size(); j++) {
                best = Math.max(best, rows.get(j).high() / (double) rows.get(i).low() - 1);
            }
        }
        return best;
    }

    double drawdown() {
        double worst = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows.size(); i++) {
            for (int j = i; j < rows.size(); j++) {
                worst = Math.min(worst, rows.get(j).low() / (double) rows.get(i).high() - 1);
            }
        }
        return worst;
    }

    long distinct(long intervalNs) {
        TreeSet<Long> intervals = new TreeSet<>(Comparator.naturalOrder());
        rows.forEach(r -> intervals.add(r.ns() / intervalNs));
        return intervals.size();
    }

    List<Long> cumulative() {
        return IntStream.range(0, 192)
                .mapToObj(mark -> rows.stream()
                        .filter(r -> r.time().toSecondOfDay() >= 4 * 3600
                                && r.time().toSecondOfDay() < 4 * 3600 + 300 * (mark + 1))
                        .mapToLong(Row::volume)
                        .sum())
                .toList();
    }
}
