package org.overread.web.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.monitoring.concern.Concerns;
import org.overread.monitoring.concern.WaitingFinding;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.web.catalog.VersionPage;
import org.overread.web.foryou.Waiting;
import org.overread.web.shell.Numbers;

/** What clinicians call harmful or wrong and nobody has answered, as lines for those whom it waits for. */
@ApplicationScoped
class ConcernLines {
    @Inject
    Concerns concerns;

    @Inject
    Catalog catalog;

    /** @param feared whether it is about harm, or else about outputs called wrong */
    List<Waiting> of(Actor.Person person, boolean feared) {
        return (feared ? concerns.feared(person) : concerns.calledWrong(person))
                .stream()
                        .map(waiting -> new Waiting(sentence(waiting), link(person, waiting), waiting.since()))
                        .toList();
    }

    private static String sentence(WaitingFinding waiting) {
        return "%s: %s. Waits for %s."
                .formatted(what(waiting), where(waiting), waiting.circle().names());
    }

    private static String what(WaitingFinding waiting) {
        if (waiting.oldest().concern()) {
            return waiting.count() == 1 ? "Safety concern" : Numbers.count(waiting.count()) + " more safety concerns";
        }
        return waiting.count() == 1
                ? "Output called clinically incorrect"
                : Numbers.count(waiting.count()) + " outputs called clinically incorrect";
    }

    private static String where(WaitingFinding waiting) {
        var version = waiting.oldest().version();
        if (version == null) {
            return "an output that is not known yet";
        }
        var site = waiting.oldest().place().site();
        return "%s, version %d%s"
                .formatted(
                        waiting.modelName(),
                        version.version(),
                        site == null || waiting.count() > 1 ? "" : ", at " + site);
    }

    /** Several are read one below the other on the version's page, by those who may open it there. */
    private String link(Actor.Person person, WaitingFinding waiting) {
        var version = waiting.oldest().version();
        return waiting.count() > 1
                        && version != null
                        && person.mayWithin(
                                Permission.READ_FEEDBACK,
                                catalog.model(person, version.model()).place())
                ? VersionPage.address(version) + "?tab=feedback"
                : FindingView.address(waiting.oldest());
    }
}
