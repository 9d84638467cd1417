package org.overread.web.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.overread.registry.Actor;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.audit.check.TrailCheck;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.web.foryou.Waiting;
import org.overread.web.foryou.WaitingWork;

/** A trail that is not as it was written waits for everyone who may read it, from the check that found it. */
@ApplicationScoped
class BrokenTrail implements WaitingWork {
    @Inject
    TrailChecks checks;

    @Override
    public String heading() {
        return "The audit trail is broken";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<Waiting> of(Actor.Person person) {
        return broken(person).stream().map(BrokenTrail::waiting).toList();
    }

    private Optional<TrailCheck> broken(Actor.Person person) {
        return AuditReach.open(person) ? checks.last(person).filter(TrailCheck::broken) : Optional.empty();
    }

    private static Waiting waiting(TrailCheck check) {
        var first = check.faults().getFirst() + ".";
        int others = check.faults().size() - 1;
        return new Waiting(others == 0 ? first : first + " And %d more.".formatted(others), "audit", check.at());
    }
}
