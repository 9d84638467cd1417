package org.overread.web.api.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A body of one shape once or many times: as JSON an object or a list of objects, otherwise an object a line. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface RowsOf {
    Class<? extends Record> value();
}
