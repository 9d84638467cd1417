package org.overread.web.shell;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.overread.registry.Permission;

/** Which permission a view asks for. A view that names none is closed to everyone. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Needs {
    /** Any one of these opens the view. */
    Permission[] value();

    /** Whether what the view shows belongs to the whole installation, so that a right with a limit does not open it. */
    boolean everywhere() default false;
}
