package io.tapelake.model;

import io.tapelake.model.SessionCalendar.SpecialDay;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The text form of a calendar: one fact per line, later lines win. The resource file describes the lines. */
final class CalendarLines {
    private final Map<LocalDate, SpecialDay> specialDays = new HashMap<>();
    private final NavigableMap<LocalDate, SessionHours> hours = new TreeMap<>();
    private LocalDate firstDate;
    private LocalDate lastDate;

    private CalendarLines() {}

    static SessionCalendar resource(String name) {
        try (InputStream in = CalendarLines.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("resource " + name + " is missing from the class path");
            }
            List<String> lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
            return new CalendarLines().read(lines, name).build(name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read resource " + name, e);
        }
    }

    static SessionCalendar apply(SessionCalendar base, List<String> lines, String source) {
        CalendarLines all = new CalendarLines();
        all.firstDate = base.firstDate();
        all.lastDate = base.lastDate();
        all.hours.putAll(base.hours());
        all.specialDays.putAll(base.specialDays());
        return all.read(lines, source).build(source);
    }

    private CalendarLines read(List<String> lines, String source) {
        int number = 0;
        for (String line : lines) {
            number++;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            try {
                readLine(line.strip().split(",", -1));
            } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IllegalArgumentException(
                        source + ", line " + number + ": '" + line + "': " + e.getMessage()
                                + "; allowed: covers,FROM,TO | hours,FROM,PRE_OPEN,OPEN,CLOSE,POST_CLOSE |"
                                + " closed,DATE,REASON | early,DATE,CLOSE,REASON | open,DATE,REASON",
                        e);
            }
        }
        return this;
    }

    private void readLine(String[] f) {
        LocalDate date = f.length > 1 ? LocalDate.parse(f[1]) : null;
        switch (f[0]) {
            case "covers" -> {
                firstDate = date;
                lastDate = LocalDate.parse(f[2]);
                if (lastDate.isBefore(firstDate)) {
                    throw new IllegalArgumentException("the last date is before the first");
                }
            }
            case "hours" ->
                hours.put(
                        date,
                        new SessionHours(
                                LocalTime.parse(f[2]),
                                LocalTime.parse(f[3]),
                                LocalTime.parse(f[4]),
                                LocalTime.parse(f[5])));
            case "closed" -> specialDays.put(date, new SpecialDay(null, f[2]));
            case "early" -> specialDays.put(date, new SpecialDay(LocalTime.parse(f[2]), f[3]));
            case "open" -> specialDays.remove(date);
            default -> throw new IllegalArgumentException("unknown kind '" + f[0] + "'");
        }
    }

    private SessionCalendar build(String source) {
        if (firstDate == null || hours.isEmpty() || hours.firstKey().isAfter(firstDate)) {
            throw new IllegalArgumentException(
                    source + ": needs a 'covers' line and 'hours' effective from its first date or before");
        }
        return new SessionCalendar(firstDate, lastDate, hours, specialDays);
    }
}
