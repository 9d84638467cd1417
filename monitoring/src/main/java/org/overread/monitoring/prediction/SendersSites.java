package org.overread.monitoring.prediction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.Scope;

/**
 * For which sites of a model somebody may send, by their rights at the moment this is made: the lines pass on other
 * threads, and none of them asks anew. What names no site is of all of them.
 */
public final class SendersSites {
    private final List<Scope> reach;
    private final Place model;

    public SendersSites(Actor sender, Place model) {
        this.reach = sender.scopesOf(Permission.SEND_PREDICTIONS);
        this.model = model;
    }

    /** Whether they may send for every site, so that none need be asked for. */
    public boolean all() {
        return include(null);
    }

    public boolean include(@Nullable String site) {
        var place = site == null ? model : model.at(site);
        return reach.stream().anyMatch(scope -> scope.covers(place));
    }
}
