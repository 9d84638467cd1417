package org.overread.monitoring.prediction;

import java.util.HashMap;
import java.util.Map;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.Place;

/** Refuses predictions of sites that the sender may not send for, and passes all others on. */
final class AllowedSites implements LineSink<Prediction> {
    private static final int REMEMBERED = 1_000;

    private final Actor sender;
    private final Place model;
    private final LineSink<Prediction> next;
    private final Map<String, Boolean> sites = new HashMap<>();

    AllowedSites(Actor sender, Place model, LineSink<Prediction> next) {
        this.sender = sender;
        this.model = model;
        this.next = next;
    }

    @Override
    public void read(long line, Prediction prediction) {
        var site = prediction.site();
        if (site == null || allowed(site)) {
            next.read(line, prediction);
        } else {
            next.refused(new LineProblem(line, "site", "is not a site you may send for"));
        }
    }

    @Override
    public void refused(LineProblem problem) {
        next.refused(problem);
    }

    private boolean allowed(String site) {
        if (sites.size() > REMEMBERED) {
            sites.clear();
        }
        return sites.computeIfAbsent(site, name -> sender.may(Permission.SEND_PREDICTIONS, model.at(name)));
    }
}
