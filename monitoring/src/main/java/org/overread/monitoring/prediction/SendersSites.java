package org.overread.monitoring.prediction;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.Place;

/** For which sites of a model somebody may send. What names no site is of all of them. */
public final class SendersSites {
    private static final int REMEMBERED = 1_000;

    private final Actor sender;
    private final Place model;
    private final boolean all;
    private final Map<String, Boolean> sites = new HashMap<>();

    /** Asks at once for all of the model: whoever may send for every site is asked nothing while the lines pass. */
    public SendersSites(Actor sender, Place model) {
        this.sender = sender;
        this.model = model;
        this.all = sender.may(Permission.SEND_PREDICTIONS, model);
    }

    /** Whether they may send for every site, so that none need be asked for. */
    public boolean all() {
        return all;
    }

    public boolean include(@Nullable String site) {
        if (all || site == null) {
            return all;
        }
        if (sites.size() > REMEMBERED) {
            sites.clear();
        }
        return sites.computeIfAbsent(site, name -> sender.may(Permission.SEND_PREDICTIONS, model.at(name)));
    }
}
