package io.tapelake.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Names out of statements. */
class NameBookTest {

    private static final LocalDate DAY = LocalDate.of(2025, 1, 1);

    /** A statement of a listing that is the same as its security. */
    private static NameStatement from(String id, String symbol, int day) {
        return of("L-" + id, id, symbol, day);
    }

    private static NameStatement of(String listing, String id, String symbol, int day) {
        return new NameStatement(id, listing, symbol, DAY.plusDays(day), null, false, false, "vendor", (long) day);
    }

    private static NameStatement interval(String id, String symbol, int from, int to, boolean cancelled) {
        return new NameStatement(
                id, null, symbol, DAY.plusDays(from), to == 0 ? null : DAY.plusDays(to), true, cancelled, "csv", null);
    }

    private static List<NameRow> take(List<NameRow> before, List<NameStatement> said) {
        NameBook book = NameBook.of(before);
        said.forEach(book::take);
        return book.rows();
    }

    private static List<String> after(NameStatement... said) {
        return texts(take(List.of(), List.of(said)));
    }

    private static List<String> texts(List<NameRow> rows) {
        return rows.stream()
                .map(row -> row.securityId() + " " + row.symbol() + " "
                        + DAY.until(row.fromDate()).getDays() + "-"
                        + (row.toDate() == null ? "" : DAY.until(row.toDate()).getDays()))
                .toList();
    }

    @Test
    void aNameEndsWhereTheSecurityBeginsAnother() {
        assertThat(after(from("1", "OLD", 1), from("1", "NEW", 9))).containsExactly("1 NEW 9-", "1 OLD 1-9");
        assertThat(after(from("1", "NEW", 9), from("1", "OLD", 1))).containsExactly("1 NEW 9-", "1 OLD 1-9");
    }

    @Test
    void aNameEndsWhereAnotherSecurityTakesIt() {
        assertThat(after(from("1", "AAA", 1), from("2", "AAA", 9))).containsExactly("1 AAA 1-9", "2 AAA 9-");
    }

    @Test
    void aRecordThatSaysTheSameNameSaysNothingNew() {
        NameBook book = NameBook.of(List.of());
        assertThat(book.take(from("1", "AAA", 1))).isTrue();
        assertThat(book.take(from("1", "AAA", 9))).isFalse();
        assertThat(texts(book.rows())).containsExactly("1 AAA 1-");
    }

    @Test
    void aDelistingEndsTheNameAndALaterListingBeginsItAnew() {
        assertThat(after(from("1", "AAA", 1), from("1", null, 5), from("1", "AAA", 9)))
                .containsExactly("1 AAA 1-5", "1 AAA 9-");
        assertThat(after(from("1", null, 5))).isEmpty();
    }

    @Test
    void theEndOfOneListingDoesNotEndTheNameOnAnother() {
        assertThat(after(of("L-1", "1", "AAA", 1), of("L-2", "1", "AAA", 4), of("L-1", "1", null, 5)))
                .containsExactly("1 AAA 1-5", "1 AAA 4-");
    }

    @Test
    void aCorrectedIntervalTakesThePlaceOfTheFirst() {
        assertThat(after(interval("1", "AAA", 1, 5, false), interval("1", "AAA", 1, 8, false)))
                .containsExactly("1 AAA 1-8");
        assertThat(after(interval("1", "AAA", 1, 5, false), interval("1", "AAA", 1, 0, false)))
                .containsExactly("1 AAA 1-");
        assertThat(after(interval("1", "AAA", 1, 5, false), interval("1", "AAA", 1, 0, true)))
                .isEmpty();
    }

    @Test
    void anIntervalOfAnotherSecurityFromTheSameDateReplaces() {
        assertThat(after(interval("1", "AAA", 1, 0, false), interval("2", "AAA", 1, 0, false)))
                .containsExactly("2 AAA 1-");
    }

    @Test
    void anOlderRecordOfADateDoesNotReplaceALaterOne() {
        NameStatement late = new NameStatement("1", "L-1", "NEW", DAY.plusDays(3), null, false, false, "vendor", 100L);
        assertThat(after(late, from("1", "OLD", 3))).containsExactly("1 NEW 3-");
        assertThat(after(from("1", "OLD", 3), late)).containsExactly("1 NEW 3-");
    }

    /** Securities that trade names among each other: however the record is cut into takes, the names are the same. */
    @Test
    void nightsOneByOneGiveTheNamesOfTheWholeHistory() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<NameStatement> history = new ArrayList<>();
            for (int day = 1; day < 25; day++) {
                String security = Integer.toString(random.nextInt(4));
                String symbol = random.nextInt(5) == 0 ? null : "N" + random.nextInt(4);
                history.add(from(security, symbol, day));
            }
            List<NameRow> whole = take(List.of(), history);
            ReferenceTables.securities(List.of(), whole);

            List<NameRow> nightly = List.of();
            int cut = 1 + random.nextInt(5);
            for (int from = 0; from < history.size(); from += cut) {
                List<NameStatement> night =
                        history.subList(Math.max(0, from - 3), Math.min(from + cut, history.size()));
                nightly = take(nightly, night);
            }
            assertThat(texts(nightly)).isEqualTo(texts(whole));
            assertThat(texts(take(whole, history))).as("taken again").isEqualTo(texts(whole));

            List<NameStatement> shuffled = new ArrayList<>(history);
            Collections.shuffle(shuffled, random);
            shuffled.sort(Comparator.comparing(NameStatement::date));
            assertThat(texts(take(List.of(), shuffled))).isEqualTo(texts(whole));
        }
    }
}
