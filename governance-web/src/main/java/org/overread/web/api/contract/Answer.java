package org.overread.web.api.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** How a call answers when it succeeds, where the method's return type does not tell. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Answers.class)
public @interface Answer {
    int status() default 200;

    /** What stands in the answer, in a few words. */
    String says();

    /** The shape; the method's return type when left out, nothing at all for {@link Void}. */
    Class<?> as() default Object.class;

    /** The schema in {@code contract.yaml} of a shape that is no type. */
    String schema() default "";

    /** The media type of a file; what the method produces when left out. */
    String file() default "";
}
