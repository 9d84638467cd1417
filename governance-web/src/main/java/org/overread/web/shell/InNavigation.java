package org.overread.web.shell;

import com.vaadin.flow.component.icon.VaadinIcon;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Puts a view into the side navigation of everyone whom its permission lets in. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface InNavigation {
    String name();

    VaadinIcon icon();

    /** Smaller comes first. */
    int order();
}
