package org.overread.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditSearch;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.audit.Deed;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.People;

/** How far the demonstration has been loaded, as the audit trail has it. */
@ApplicationScoped
@Transactional
public class DemonstrationRecord {
    private static final Actor SETUP = new Actor.Product("demonstration");
    private static final String BEGUN = "demonstration.begun";
    private static final String COMPLETE = "demonstration.completed";

    @Inject
    AuditSearch search;

    @Inject
    AuditTrail trail;

    @Inject
    People people;

    @Inject
    Catalog catalog;

    /** How an installation stands to the demonstration. */
    sealed interface State {}

    /** It is empty. */
    record Nothing() implements State {}

    /** Loading began on that day and has not come to its end. */
    record Begun(Instant today) implements State {}

    /** All of it is there. */
    record Complete() implements State {}

    /** It holds something else. */
    record Foreign() implements State {}

    State state() {
        if (found(COMPLETE).isPresent()) {
            return new Complete();
        }
        var begun = found(BEGUN);
        if (begun.isPresent()) {
            return new Begun(Instant.parse(begun.get().details().get("today")));
        }
        return people.nobodyYet() && catalog.models(SETUP).isEmpty() ? new Nothing() : new Foreign();
    }

    /** Notes that loading begins, and for which day: a second attempt on another day makes up the same data. */
    Instant begin(Instant today) {
        trail.append(
                SETUP,
                deed(BEGUN, "began to load a synthetic demonstration hospital", Map.of("today", today.toString())));
        return today;
    }

    void complete() {
        trail.append(SETUP, deed(COMPLETE, "loaded the synthetic demonstration hospital", Map.of()));
    }

    private Optional<AuditEntry> found(String action) {
        var filter = new AuditFilter(null, null, action, null, null, null);
        return search.search(SETUP, filter, 0, 1).stream().findFirst();
    }

    private static Deed deed(String action, String sentence, Map<String, String> details) {
        return new Deed(action, "installation", "demonstration", null, sentence, details);
    }
}
