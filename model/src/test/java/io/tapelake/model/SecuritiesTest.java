package io.tapelake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SecuritiesTest {

    private static LocalDate day(int day) {
        return LocalDate.of(2025, 6, day);
    }

    private static SecurityName name(String id, String symbol, int from, int to) {
        return new SecurityName(id, symbol, day(from), to == 0 ? null : day(to));
    }

    private static CorporateAction split(String symbol, int exDay) {
        return CorporateAction.split(symbol, day(exDay), BigDecimal.valueOf(2));
    }

    @Test
    void aSymbolWithoutNamesIsASecurityOfItsOwn() {
        Securities securities = Securities.of(List.of(name("1", "OTHER", 1, 0)), List.of(split("AAA", 5)));
        String security = securities.securityOf("AAA", day(1));
        assertThat(securities.securityOf("AAA", day(30))).isEqualTo(security);
        assertThat(securities.securityOf("BBB", day(1))).isNotEqualTo(security);
        assertThat(securities.splitsOf(security)).hasSize(1);
    }

    @Test
    void aNameChangeKeepsTheSecurityAndTheSplitsOfBothNames() {
        Securities securities = Securities.of(
                List.of(name("1", "OLD", 2, 10), name("1", "NEW", 10, 0)), List.of(split("OLD", 5), split("NEW", 12)));
        String security = securities.securityOf("OLD", day(9));
        assertThat(securities.securityOf("NEW", day(10))).isEqualTo(security);
        assertThat(securities.splitsOf(security))
                .extracting(CorporateAction::exDate)
                .containsExactly(day(5), day(12));
        assertThat(securities.namesOf("NEW", day(20)))
                .containsExactly(name("1", "OLD", 2, 10), name("1", "NEW", 10, 0));
    }

    @Test
    void aReusedNameIsAnotherSecurityWithSplitsOfItsOwn() {
        Securities securities = Securities.of(
                List.of(name("1", "AAA", 1, 5), name("2", "AAA", 10, 0)), List.of(split("AAA", 3), split("AAA", 12)));
        String first = securities.securityOf("AAA", day(4));
        String second = securities.securityOf("AAA", day(10));
        assertThat(second).isNotEqualTo(first);
        assertThat(securities.splitsOf(first))
                .extracting(CorporateAction::exDate)
                .containsExactly(day(3));
        assertThat(securities.splitsOf(second))
                .extracting(CorporateAction::exDate)
                .containsExactly(day(12));
    }

    @Test
    void datesThatNoNameCoversAreOneSecurityPerStretch() {
        Securities securities =
                Securities.of(List.of(name("1", "AAA", 5, 8), name("2", "AAA", 12, 15)), List.of(split("AAA", 9)));
        String before = securities.securityOf("AAA", day(4));
        String between = securities.securityOf("AAA", day(8));
        String after = securities.securityOf("AAA", day(15));
        assertThat(List.of(before, between, after, securities.securityOf("AAA", day(5))))
                .doesNotHaveDuplicates();
        assertThat(securities.securityOf("AAA", day(1))).isEqualTo(before);
        assertThat(securities.securityOf("AAA", day(11))).isEqualTo(between);
        assertThat(securities.securityOf("AAA", day(30))).isEqualTo(after);
        assertThat(securities.splitsOf(between)).hasSize(1);
        assertThat(securities.namesOf("AAA", day(9))).singleElement().satisfies(name -> {
            assertThat(name.from()).isEqualTo(day(8));
            assertThat(name.to()).isEqualTo(day(12));
        });
        assertThat(securities.namesOf("AAA", day(1))).singleElement().satisfies(name -> {
            assertThat(name.from()).isEqualTo(LocalDate.MIN);
            assertThat(name.to()).isEqualTo(day(5));
        });
    }

    @Test
    void aSplitGoesToTheSecurityItNamesAndElseToTheOneThatHasTheSymbol() {
        List<SecurityName> names = List.of(name("1", "AAA", 1, 10), name("2", "AAA", 10, 0), name("1", "BBB", 10, 0));
        Securities securities = Securities.of(
                names,
                List.of(
                        split("AAA", 10).of("1"),
                        split("AAA", 11),
                        split("AAA", 12).of("9")));
        assertThat(securities.splitsOf(securities.securityOf("BBB", day(10))))
                .extracting(CorporateAction::exDate)
                .containsExactly(day(10));
        assertThat(securities.splitsOf(securities.securityOf("AAA", day(10))))
                .as("an id of which no name is known says nothing")
                .extracting(CorporateAction::exDate)
                .containsExactly(day(11), day(12));
    }

    @Test
    void listingsOfOneSecurityMayOverlapUnderOneName() {
        Securities securities = Securities.of(List.of(name("1", "AAA", 1, 10), name("1", "AAA", 8, 0)), List.of());
        assertThat(securities.securityOf("AAA", day(20))).isEqualTo(securities.securityOf("AAA", day(1)));
        assertThat(securities.namesOf("AAA", day(3))).containsExactly(name("1", "AAA", 1, 0));
    }

    @Test
    void namesThatContradictEachOtherAreRefused() {
        assertThatThrownBy(() -> Securities.of(List.of(name("1", "AAA", 1, 10), name("2", "AAA", 9, 0)), List.of()))
                .hasMessageContaining("AAA")
                .hasMessageContaining("2025-06-09");
        assertThatThrownBy(() -> Securities.of(List.of(name("1", "AAA", 1, 0), name("1", "BBB", 9, 0)), List.of()))
                .hasMessageContaining("BBB");
        assertThatThrownBy(() -> name("1", "AAA", 5, 5)).hasMessageContaining("later than the start");
    }
}
