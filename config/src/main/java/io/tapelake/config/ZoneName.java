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
import java.time.DateTimeException;
import java.time.ZoneId;

/** The annotated string names a time zone; null is left to {@code @NotNull}. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ZoneName.Check.class)
public @interface ZoneName {
    /** What the error says. */
    String message() default
            "must be a time zone of the IANA database such as America/New_York, or an offset such as -05:00";

    /** Validation groups; none. */
    Class<?>[] groups() default {};

    /** Validation payload; none. */
    Class<? extends Payload>[] payload() default {};

    /** Asks the Java platform. */
    final class Check implements ConstraintValidator<ZoneName, String> {
        @Override
        public boolean isValid(String value, ConstraintValidatorContext context) {
            if (value == null) {
                return true;
            }
            try {
                ZoneId.of(value);
                return true;
            } catch (DateTimeException unknown) {
                return false;
            }
        }
    }
}
