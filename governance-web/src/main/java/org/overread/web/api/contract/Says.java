package org.overread.web.api.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a parameter of this one call means, where the words that {@code contract.yaml} has for its name do not fit. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Says {
    String value() default "";

    /** Whether it must be given although the method checks that by itself. */
    boolean required() default false;
}
