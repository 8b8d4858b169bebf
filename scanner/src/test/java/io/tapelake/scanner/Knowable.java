package io.tapelake.scanner;

import io.tapelake.scanner.event.ScanEvent;
import io.tapelake.scanner.reset.ResetPoint;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What of events and reset points was known when they were: every component but those named hindsight. */
final class Knowable {
    private Knowable() {}

    /** The components by name. */
    static Map<String, Object> of(Record row) {
        Map<String, Object> known = new TreeMap<>();
        for (RecordComponent component : row.getClass().getRecordComponents()) {
            if (!component.getName().startsWith("hindsight")) {
                known.put(component.getName(), value(component, row));
            }
        }
        return known;
    }

    static Object value(RecordComponent component, Record row) {
        try {
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("component " + component.getName() + " cannot be read", e);
        }
    }

    /** The reset points decided by an instant. */
    static List<Map<String, Object>> points(DayAnalysis analysis, long untilNs) {
        List<Map<String, Object>> known = new ArrayList<>();
        for (ResetPoint point : analysis.resetPoints()) {
            if (point.decisionTsNs() <= untilNs) {
                known.add(of(point));
            }
        }
        return known;
    }

    /** The events known by an instant. */
    static List<Map<String, Object>> events(DayAnalysis analysis, long untilNs) {
        List<Map<String, Object>> known = new ArrayList<>();
        for (ScanEvent event : analysis.events()) {
            if (event.knownNs() <= untilNs) {
                known.add(of(event));
            }
        }
        return known;
    }
}
