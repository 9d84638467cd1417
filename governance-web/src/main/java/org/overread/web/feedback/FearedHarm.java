package org.overread.web.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.web.foryou.Waiting;
import org.overread.web.foryou.WaitingWork;

/** What clinicians say could harm: it comes before everything else. */
@ApplicationScoped
class FearedHarm implements WaitingWork {
    @Inject
    ConcernLines lines;

    @Override
    public String heading() {
        return "Safety concerns";
    }

    @Override
    public int order() {
        return 5;
    }

    @Override
    public List<Waiting> of(Actor.Person person) {
        return lines.of(person, true);
    }
}
