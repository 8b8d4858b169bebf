package io.tapelake.jobs.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which record of an action holds. */
class ActionBookTest {

    private static final LocalDate DAY = LocalDate.of(2025, 6, 2);

    private static ActionRow split(String ratio) {
        return new ActionRow(null, null, "AAA", DAY, "split", new BigDecimal(ratio), null, "csv", null);
    }

    private static ActionRow event(String id, long recordedAtNs, String type, String ratio) {
        BigDecimal number = ratio == null ? null : new BigDecimal(ratio);
        return new ActionRow(id, "S-1", "AAA", DAY, type, number, null, "vendor", recordedAtNs);
    }

    private static List<ActionRow> after(ActionRow... rows) {
        ActionBook book = ActionBook.of(List.of());
        for (ActionRow row : rows) {
            book.take(row);
        }
        return book.rows();
    }

    @Test
    void theLaterRecordOfAnEventWinsInWhateverOrderTheyCome() {
        ActionRow first = event("E", 1, "split", "4");
        ActionRow corrected = event("E", 2, "split", "5");
        assertThat(after(first, corrected)).containsExactly(corrected);
        assertThat(after(corrected, first)).containsExactly(corrected);
        assertThat(ActionBook.of(List.of(corrected)).take(first)).isFalse();
    }

    @Test
    void aCancelledEventIsNoSplitAndAnOlderRecordDoesNotBringItBack() {
        ActionRow first = event("E", 1, "split", "4");
        ActionRow cancelled = event("E", 2, "cancelled", null);
        assertThat(after(first, cancelled, first)).containsExactly(cancelled);
        assertThat(ReferenceTables.securities(after(first, cancelled), List.of())
                        .symbolsBySecurity())
                .isEmpty();
        ActionRow again = event("E", 3, "split", "4");
        assertThat(after(cancelled, again)).containsExactly(again);
    }

    @Test
    void aRecordWithoutATimeReplacesTheOneTakenBefore() {
        assertThat(after(split("4"), split("5"))).containsExactly(split("5"));
        ActionRow cancelled = new ActionRow(null, null, "AAA", DAY, "cancelled", null, null, "csv", null);
        assertThat(after(split("4"), cancelled)).isEmpty();
    }

    @Test
    void aSplitFromTwoSourcesCountsOnce() {
        ActionRow event = event("E", 1, "split", "4");
        assertThat(after(split("4"), event)).containsExactly(event);
        assertThat(after(event, split("4"))).containsExactly(event);
    }

    @Test
    void twoEventsOfOneDayBothCount() {
        assertThat(after(event("E", 1, "split", "0.01"), event("F", 1, "split", "100")))
                .hasSize(2);
    }

    @Test
    void dividendsOfOneDayAreToldApartByTheirAmounts() {
        ActionRow regular = new ActionRow(null, null, "AAA", DAY, "dividend", null, new BigDecimal("0.5"), "csv", null);
        ActionRow special = new ActionRow(null, null, "AAA", DAY, "dividend", null, BigDecimal.ONE, "csv", null);
        assertThat(after(regular, special, regular, split("2"))).hasSize(3);
    }

    @Test
    void listingsOfOneEventLeaveOneRecordInWhateverOrderTheyCome() {
        ActionRow one = event("E", 1, "split", "4");
        ActionRow other = new ActionRow("E", "S-1", "AAA.X", DAY, "split", new BigDecimal("4"), null, "vendor", 1L);
        assertThat(after(one, other)).hasSize(1).isEqualTo(after(other, one));
    }
}
