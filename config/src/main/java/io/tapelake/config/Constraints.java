package io.tapelake.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Path;
import jakarta.validation.Validation;
import jakarta.validation.ValidatorFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Checks the constraints that the records declare, and says each violation in the words of the files. */
final class Constraints {
    private Constraints() {}

    static List<ConfigProblem> check(TapelakeConfig config, Config merged) {
        try (ValidatorFactory factory = Validation.byDefaultProvider()
                .configure()
                .messageInterpolator(new ParameterMessageInterpolator(Set.of(Locale.ENGLISH), Locale.ENGLISH, false))
                .buildValidatorFactory()) {
            return factory.getValidator().validate(config).stream()
                    .map(violation -> problem(violation, merged))
                    .toList();
        }
    }

    private static ConfigProblem problem(ConstraintViolation<TapelakeConfig> violation, Config merged) {
        StringBuilder key = new StringBuilder();
        Integer index = null;
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getIndex() != null) {
                index = node.getIndex();
            } else {
                key.append(key.length() == 0 ? "" : ".").append(KeyNode.kebab(node.getName()));
            }
        }
        ConfigValue value = merged.getValue(key.toString());
        if (index != null) {
            value = ((ConfigList) value).get(index);
            key.append('[').append(index).append(']');
        }
        return new ConfigProblem(
                Values.source(value),
                key.toString(),
                "is " + Values.shown(value) + ", " + violation.getMessage() + hint(violation, value));
    }

    private static String hint(ConstraintViolation<?> violation, ConfigValue value) {
        return violation.getConstraintDescriptor().getAnnotation() instanceof OneOf words
                ? NearMiss.hint(Values.text(value), List.of(words.value()))
                : "";
    }
}
