package io.tapelake.scanner.event;

import io.tapelake.scanner.Extension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The detectors by name. Thread-safe. */
public final class Detectors {
    private static final Map<String, Supplier<Detector>> BUILT_IN = builtIn();

    /** Names of the built-in detectors, in the order in which they are asked. */
    public static final List<String> NAMES = List.copyOf(BUILT_IN.keySet());

    private Detectors() {}

    private static Map<String, Supplier<Detector>> builtIn() {
        Map<String, Supplier<Detector>> detectors = new LinkedHashMap<>();
        detectors.put("surge", SurgeDetector::new);
        detectors.put("halt", HaltDetector::new);
        detectors.put("opening-bell", OpeningBellDetector::new);
        detectors.put("gap", GapDetector::new);
        detectors.put("breakout", BreakoutDetector::new);
        detectors.put("opening-range", OpeningRangeDetector::new);
        detectors.put("flush", FlushDetector::new);
        detectors.put("bounce", BounceDetector::new);
        detectors.put("consolidation", ConsolidationDetector::new);
        detectors.put("squeeze", SqueezeDetector::new);
        detectors.put("accumulation", AccumulationDetector::new);
        detectors.put("dead-zone", DeadZoneDetector::new);
        detectors.put("luld", LuldDetector::new);
        return detectors;
    }

    /**
     * New detectors for one symbol-day.
     *
     * @param names built-in names, or full names of classes with a public constructor without parameters
     * @throws IllegalArgumentException naming the one that does not exist or is no detector
     */
    public static List<Detector> of(List<String> names) {
        List<Detector> detectors = new ArrayList<>(names.size());
        for (String name : names) {
            Supplier<Detector> known = BUILT_IN.get(name);
            detectors.add(known == null ? Extension.load(Detector.class, "detector", name, NAMES) : known.get());
        }
        return detectors;
    }
}
