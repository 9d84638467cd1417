package org.overread.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.overread.registry.GovernanceException;
import org.overread.registry.audit.Refusals;

/** Puts on record what whoever is asking was refused. What cannot be recorded does not change the answer. */
@ApplicationScoped
public class RefusedAttempts {
    private static final Logger LOG = Logger.getLogger(RefusedAttempts.class.getName());

    /** What an id looks like. Anything else in an address was typed by somebody and is left out. */
    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}|[a-z0-9][a-z0-9-]{0,63}(/\\d{1,9})?");

    @Inject
    CurrentActor current;

    @Inject
    Refusals refusals;

    /**
     * @param operation what was tried, by its name
     * @param words the same for people, to follow "tried to"
     * @param subject what it was tried on; what does not look like an id is left out
     */
    public void record(String operation, String words, @Nullable String subject, @Nullable String model) {
        try {
            refusals.record(current.actor(), operation, words, id(subject), id(model));
        } catch (GovernanceException e) {
            // nobody has signed in: that is no refusal by right
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A refusal could not be recorded", e);
        }
    }

    private static @Nullable String id(@Nullable String text) {
        return text != null && ID.matcher(text).matches() ? text : null;
    }
}
