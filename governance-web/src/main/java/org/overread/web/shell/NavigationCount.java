package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import org.overread.registry.Actor;

/** How much waits for a person behind one entry of the navigation. Every CDI bean of this type is shown by itself. */
public interface NavigationCount {
    /** Beyond this nothing is counted out. */
    int MANY = 1_000;

    /** The view whose entry it stands beside. */
    Class<? extends Component> view();

    /** How much waits for that person now. */
    long of(Actor.Person person);

    /** What the number means, such as {@code things wait for you}; it follows the number. */
    String words(long count);
}
