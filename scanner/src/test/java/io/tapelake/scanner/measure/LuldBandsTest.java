package io.tapelake.scanner.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tapelake.model.NewYork;
import io.tapelake.model.SessionCalendar;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LuldBandsTest {
    private static final Offset<Double> EQUAL = within(1e-12);

    private static LuldDay day(String date, double previousClose, LuldTier tier) {
        LocalDate tradeDate = LocalDate.parse(date);
        return LuldBands.usEquities()
                .on(tradeDate, SessionCalendar.usEquities().sessions(tradeDate), previousClose, tier);
    }

    private static long at(String date, String time) {
        return NewYork.toEpochNs(LocalDate.parse(date), LocalTime.parse(time));
    }

    @ParameterizedTest
    @CsvSource({
        // previous close, tier, reference, time, lower, upper
        "50,   ONE, 40,  11:00, 38,   42",
        "50,   TWO, 40,  11:00, 36,   44",
        "3.01, TWO, 2,   11:00, 1.80, 2.20", // the previous close decides, not the reference
        "3.00, TWO, 10,  11:00, 8,    12",
        "3.00, ONE, 10,  11:00, 8,    12",
        "0.75, TWO, 1,   11:00, 0.80, 1.20",
        "0.74, TWO, 1,   11:00, 0.85, 1.15",
        "0.74, TWO, 0.1, 11:00, 0.03, 0.18", // 75% is less than 15 cents: 0.025 and 0.175
        // doubled in the last 25 minutes for tier 1 and up to 3 dollars, not for tier 2 above
        "50,   ONE, 40,  15:34:59, 38, 42",
        "50,   ONE, 40,  15:35, 36,    44",
        "50,   TWO, 40,  15:35, 36,    44",
        "2,    TWO, 10,  15:59, 6,     14",
        "0.5,  ONE, 1,   15:40, 0.70,  1.30",
        "0.5,  ONE, 0.1, 15:40, 0,     0.25", // twice 75% is more than there is
        // no longer doubled after the open
        "50,   ONE, 40,  09:30, 38,    42",
        "2,    TWO, 10,  09:44, 8,     12",
    })
    void bandsOfToday(double previousClose, LuldTier tier, double reference, String time, double lower, double upper) {
        LuldDay day = day("2025-11-14", previousClose, tier);
        assertThat(day.lower(at("2025-11-14", time), reference)).isCloseTo(lower, EQUAL);
        assertThat(day.upper(at("2025-11-14", time), reference)).isCloseTo(upper, EQUAL);
        assertThat(day.isConfirmed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "50, ONE, 09:30,    36, 44",
        "50, ONE, 09:44:59, 36, 44",
        "50, ONE, 09:45,    38, 42",
        "50, TWO, 09:31,    32, 48",
        "50, TWO, 15:34,    36, 44",
        "50, TWO, 15:35,    32, 48",
        "50, ONE, 15:35,    36, 44",
        "2,  TWO, 09:31,    24, 56",
    })
    void bandsBeforeTheDoublingAtTheOpenEnded(
            double previousClose, LuldTier tier, String time, double lower, double upper) {
        LuldDay day = day("2018-06-01", previousClose, tier);
        assertThat(day.lower(at("2018-06-01", time), 40)).isCloseTo(lower, EQUAL);
        assertThat(day.upper(at("2018-06-01", time), 40)).isCloseTo(upper, EQUAL);
        assertThat(day.isConfirmed()).as("the date is not certain").isFalse();
    }

    @Test
    void theRuleChangesOnItsDate() {
        assertThat(day("2020-02-21", 50, LuldTier.TWO).upper(at("2020-02-21", "09:31"), 40))
                .isCloseTo(48, EQUAL);
        assertThat(day("2020-02-24", 50, LuldTier.TWO).upper(at("2020-02-24", "09:31"), 40))
                .isCloseTo(44, EQUAL);
    }

    @Test
    void anUnknownTierIsKnownWhereTheTiersAgree() {
        long noon = at("2025-11-14", "12:00");
        assertThat(day("2025-11-14", 3, LuldTier.UNKNOWN).upper(noon, 10)).isCloseTo(12, EQUAL);
        assertThat(day("2025-11-14", 3.01, LuldTier.UNKNOWN).isKnown()).isFalse();
        assertThat(day("2025-11-14", 3.01, LuldTier.UNKNOWN).upper(noon, 10)).isNaN();
    }

    @Test
    void anUnknownPreviousCloseReferenceOrDateLeavesTheBandsUnknown() {
        long noon = at("2025-11-14", "12:00");
        assertThat(day("2025-11-14", Double.NaN, LuldTier.ONE).isKnown()).isFalse();
        assertThat(day("2025-11-14", 0, LuldTier.ONE).isKnown()).isFalse();
        assertThat(day("2025-11-14", 5, LuldTier.ONE).lower(noon, Double.NaN)).isNaN();
        assertThat(day("2013-12-31", 5, LuldTier.ONE).isKnown()).isFalse();
        assertThat(day("2013-12-31", 5, LuldTier.ONE).isConfirmed()).isFalse();
    }

    @Test
    void thereAreNoBandsOutsideTheRegularSession() {
        LuldDay day = day("2025-11-14", 5, LuldTier.ONE);
        assertThat(day.upper(at("2025-11-14", "09:29:59"), 10)).isNaN();
        assertThat(day.upper(at("2025-11-14", "16:00"), 10)).isNaN();
        assertThat(day.lower(at("2025-11-14", "16:00"), 10)).isNaN();
    }

    @Test
    void anEarlyCloseMovesTheLastMinutes() {
        LuldDay day = day("2025-11-28", 50, LuldTier.ONE);
        assertThat(day.upper(at("2025-11-28", "12:34"), 40)).isCloseTo(42, EQUAL);
        assertThat(day.upper(at("2025-11-28", "12:35"), 40)).isCloseTo(44, EQUAL);
        assertThat(day.upper(at("2025-11-28", "13:00"), 40)).isNaN();
    }

    @Test
    void bandsAreWholeCents() {
        LuldDay day = day("2025-11-14", 50, LuldTier.ONE);
        assertThat(day.upper(at("2025-11-14", "12:00"), 10.033)).as("10.53465").isCloseTo(10.53, EQUAL);
        assertThat(day.upper(at("2025-11-14", "12:00"), 10.10))
                .as("10.605, halves go up")
                .isCloseTo(10.61, EQUAL);
        assertThat(day.lower(at("2025-11-14", "12:00"), 10.033)).as("9.53135").isCloseTo(9.53, EQUAL);
    }

    @Test
    void aMalformedLineIsNamed() {
        String names = "from,to,tier,previous_close,share,dollars,open_minutes,close_minutes,confirmed";
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LuldBands.parse(List.of("# x", "from,to"), "mine.csv"))
                .withMessageContaining("mine.csv line 2")
                .withMessageContaining(names);
        for (String bad : List.of(
                "2020-02-30,,1,any,0.05,,0,25,yes",
                "2020-02-24,,3,any,0.05,,0,25,yes",
                "2020-02-24,,1,>3,0.05,,0,25,yes",
                "2020-02-24,,1,any,0,,0,25,yes",
                "2020-02-24,,1,any,0.05,,0,-25,yes",
                "2020-02-24,,1,any,0.05,,0,25,perhaps",
                "2020-02-24,,1,any,0.05,,0,25")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> LuldBands.parse(List.of(names, bad), "mine.csv"))
                    .withMessageContaining("mine.csv line 2 '" + bad);
        }
    }
}
