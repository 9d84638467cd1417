package org.overread.web.catalog;

import org.overread.registry.identity.People;

/** The names of those who did something, by the ids that records keep of them. */
public final class Names {
    private Names() {}

    /** A person's name; of a machine or the product, its id. */
    public static String of(People people, String actor) {
        return people.nameOf(actor);
    }
}
