package org.overread.web.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.web.foryou.Waiting;
import org.overread.web.foryou.WaitingWork;

/** Outputs that clinicians call wrong, version by version. */
@ApplicationScoped
class CalledWrong implements WaitingWork {
    @Inject
    ConcernLines lines;

    @Override
    public String heading() {
        return "Called wrong by clinicians";
    }

    @Override
    public int order() {
        return 45;
    }

    @Override
    public List<Waiting> of(Actor.Person person) {
        return lines.of(person, false);
    }
}
