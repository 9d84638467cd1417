package org.overread.monitoring.alert;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.registry.Place;

/** Who reads and answers an alert: those whose right reaches where it is, which for most is every site together. */
final class AlertReach {
    private final Function<String, Place> placeOfModel;
    private final Map<String, Place> known = new HashMap<>();

    /** @param placeOfModel is asked once for each model */
    AlertReach(Function<String, Place> placeOfModel) {
        this.placeOfModel = placeOfModel;
    }

    boolean reads(Actor actor, AlertFile file) {
        return actor.may(Permission.READ_PERFORMANCE, place(file));
    }

    boolean answers(Actor actor, AlertFile file) {
        return actor.may(Permission.ANSWER_ALERTS, place(file));
    }

    /**
     * The alert, for somebody who wants to read it.
     *
     * @throws GovernanceException with {@link ErrorCode#NOT_FOUND} when there is none, or the actor may not know of it
     */
    AlertFile readable(Actor actor, Optional<AlertFile> found) {
        return found.filter(file -> reads(actor, file)).orElseThrow(AlertReach::none);
    }

    /**
     * The alert, for somebody who wants to answer it.
     *
     * @throws GovernanceException as {@link #readable} does, or because the actor may read it and not answer
     */
    AlertFile answerable(Actor actor, Optional<AlertFile> found) {
        var file = found.filter(one -> reads(actor, one) || answers(actor, one)).orElseThrow(AlertReach::none);
        actor.mustBeAllowed(Permission.ANSWER_ALERTS, place(file));
        return file;
    }

    private Place place(AlertFile file) {
        return known.computeIfAbsent(file.version().model(), placeOfModel).at(file.site());
    }

    private static GovernanceException none() {
        return new GovernanceException(ErrorCode.NOT_FOUND, "There is no such alert");
    }
}
