package io.tapelake.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Our calendar beside two published lists of sessions, day by day. */
class SessionCalendarReferenceTest {
    private record OpenClose(long openNs, long closeNs) {}

    private final SessionCalendar calendar = SessionCalendar.usEquities();

    @Test
    void equalsTheSessionListOf1990To2023() throws IOException {
        var expected = new TreeMap<LocalDate, OpenClose>();
        for (String line : lines("real/calendar/xnys_sessions_1990_2023.csv")) {
            String[] f = line.split(",", -1);
            expected.put(
                    LocalDate.parse(f[0].substring(0, 10)),
                    new OpenClose(ns(Instant.parse(f[1])), ns(Instant.parse(f[2]))));
        }
        assertEqualDayByDay(expected);
    }

    @Test
    void equalsTheSessionListOf2005To2025() throws IOException {
        var expected = new TreeMap<LocalDate, OpenClose>();
        for (String line : lines("real/calendar/xnys_sessions_2005_2025.csv")) {
            String[] f = line.split(",", -1);
            expected.put(LocalDate.parse(f[0]), new OpenClose(nsOfOffset(f[1]), nsOfOffset(f[2])));
        }
        assertEqualDayByDay(expected);
    }

    private void assertEqualDayByDay(TreeMap<LocalDate, OpenClose> expected) {
        int days = 0;
        for (LocalDate d = expected.firstKey(); !d.isAfter(expected.lastKey()); d = d.plusDays(1)) {
            OpenClose actual = calendar.findSessions(d)
                    .map(s -> new OpenClose(s.openNs(), s.closeNs()))
                    .orElse(null);
            assertThat(actual).as("%s", d).isEqualTo(expected.get(d));
            days++;
        }
        assertThat(days).isGreaterThan(7_000);
        System.out.printf("calendar: %d of %d days equal, %d sessions%n", days, days, expected.size());
    }

    private static Iterable<String> lines(String file) throws IOException {
        Path path = ReferenceData.path(file);
        assumeTrue(path != null, "reference data is absent: set TAPELAKE_REFERENCE_DATA to compare with " + file);
        try (Stream<String> lines = Files.lines(path)) {
            return lines.skip(1).filter(l -> !l.isBlank()).toList();
        }
    }

    private static long ns(Instant instant) {
        return instant.getEpochSecond() * 1_000_000_000L;
    }

    private static long nsOfOffset(String text) {
        return ns(OffsetDateTime.parse(text.replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2"))
                .toInstant());
    }
}
