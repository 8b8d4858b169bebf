package io.tapelake.config;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;

/** The annotated string is one of the given words; null is left to {@code @NotNull}. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Check.class)
public @interface OneOf {
    /** The words allowed. */
    String[] value();

    /** What the error says; {@code {value}} stands for the words. */
    String message() default "must be one of {value}";

    /** Validation groups; none. */
    Class<?>[] groups() default {};

    /** Validation payload; none. */
    Class<? extends Payload>[] payload() default {};

    /** Compares with the words. */
    final class Check implements ConstraintValidator<OneOf, String> {
        private List<String> words = List.of();

        @Override
        public void initialize(OneOf constraint) {
            words = List.of(constraint.value());
        }

        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            return value == null || words.contains(value);
        }
    }
}
