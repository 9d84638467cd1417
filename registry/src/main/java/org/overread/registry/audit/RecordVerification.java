package org.overread.registry.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;

/** Checks that every decision on record has its entry in the audit trail, and every such entry its record. */
@ApplicationScoped
@Transactional
public class RecordVerification {
    @Inject
    @Any
    Instance<WitnessedRecords> kinds;

    @Inject
    AuditLog log;

    /**
     * Checks the records beside the chain.
     *
     * @return what does not agree, of what the actor may see; empty when all does
     * @throws GovernanceException when the actor may not read the trail
     */
    public List<RecordFault> verify(Actor actor) {
        var reach = AuditReach.of(actor);
        return kinds.stream()
                .flatMap(kind -> faults(kind).stream())
                .filter(fault -> reach.shows(fault.model()))
                .toList();
    }

    List<RecordFault> faults(WitnessedRecords kind) {
        var check = new RecordCheck(kind.all());
        for (var action : kind.actions()) {
            try (var entries =
                    log.oldest(new AuditFilter(null, null, action, null, null, null), AuditReach.EVERYTHING)) {
                entries.forEach(entry -> kind.mark(entry).ifPresent(mark -> check.entry(mark, entry)));
            }
        }
        return check.faults(kind::all);
    }
}
