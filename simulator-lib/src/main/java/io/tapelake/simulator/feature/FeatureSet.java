package io.tapelake.simulator.feature;

import io.tapelake.simulator.day.SimulatorDay;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * A list of features by name, and the array they fill. The array holds, for n features, n values, then n validities (1 or 0),
 * then n ages in seconds: 3 n float32, all finite. Where a feature has no value, value and validity are 0 and the age is -1.
 *
 * <p>{@link #schemaHash} changes with the names, their order and what they mean: a model and the data it meets must agree on
 * it. Immutable and thread-safe.
 */
public final class FeatureSet {
    private static final Map<String, Feature> BY_NAME = byName();
    private static final List<String> NAMES =
            FeatureTable.all().stream().map(Feature::name).toList();

    private final List<Feature> features;

    private FeatureSet(List<Feature> features) {
        this.features = List.copyOf(features);
    }

    private static Map<String, Feature> byName() {
        Map<String, Feature> all = new HashMap<>();
        for (Feature feature : FeatureTable.all()) {
            all.put(feature.name(), feature);
        }
        return all;
    }

    /** The names of all features, in the order of the default set. */
    public static List<String> names() {
        return NAMES;
    }

    /** All features. */
    public static FeatureSet defaults() {
        return of(NAMES);
    }

    /**
     * These features, in this order.
     *
     * @throws IllegalArgumentException when a name is unknown or comes twice, or there is none
     */
    public static FeatureSet of(List<String> names) {
        List<Feature> chosen = new ArrayList<>();
        for (String name : names) {
            Feature feature = BY_NAME.get(name);
            if (feature == null) {
                throw new IllegalArgumentException("no feature '" + name + "'; there are " + String.join(", ", NAMES));
            }
            if (chosen.contains(feature)) {
                throw new IllegalArgumentException("feature '" + name + "' comes twice; name each once");
            }
            chosen.add(feature);
        }
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("a feature set needs at least one name");
        }
        return new FeatureSet(chosen);
    }

    /** The number of features. */
    public int size() {
        return features.size();
    }

    /** The number of floats that are filled: three times {@link #size}. */
    public int floats() {
        return 3 * features.size();
    }

    /** The name of a feature. */
    public String name(int feature) {
        return features.get(feature).name();
    }

    /** Its unit. */
    public String unit(int feature) {
        return features.get(feature).unit();
    }

    /** What must have happened before it is valid. */
    public String warmUp(int feature) {
        return features.get(feature).warmUp();
    }

    /** What it is made of, in lower case: prints, quotes, minutes, status or clock. */
    public String basis(int feature) {
        return features.get(feature).basis().name().toLowerCase(java.util.Locale.ROOT);
    }

    /** {@code v1-} and 16 hex digits over version, names, units and bases in order. */
    public String schemaHash() {
        StringBuilder text = new StringBuilder("features ").append(FeatureTable.VERSION);
        for (Feature feature : features) {
            text.append('\n')
                    .append(feature.name())
                    .append('|')
                    .append(feature.unit())
                    .append('|')
                    .append(feature.basis());
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return "v" + FeatureTable.VERSION + "-" + HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What fills arrays for one day; for one thread. */
    public FeatureExtractor on(SimulatorDay day) {
        return new FeatureExtractor(features.toArray(new Feature[0]), day);
    }
}
