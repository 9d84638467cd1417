package org.overread.web.catalog;

import java.util.regex.Pattern;
import org.overread.registry.PersonId;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.identity.People;

/** The names of those who did something, by the ids that records keep of them. */
public final class Names {
    private static final Pattern PERSON = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Names() {}

    /** A person's name; of a machine or the product, its id. */
    public static String of(People people, String actor) {
        return PERSON.matcher(actor).matches()
                ? people.named(PersonId.of(actor)).map(NamedPerson::name).orElse(actor)
                : actor;
    }
}
