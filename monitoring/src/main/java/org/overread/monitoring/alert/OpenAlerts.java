package org.overread.monitoring.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;
import org.overread.registry.Actor;
import org.overread.registry.Permission;

/** Counts alerts for those who watch the server, who need not be allowed to read one. */
@ApplicationScoped
@Transactional
public class OpenAlerts {
    @Inject
    AlertLog log;

    /** How many alerts are not resolved, by how severe they are; a severity without any is left out. */
    public Map<Severity, Long> count(Actor actor) {
        actor.mustBeAllowedEverywhere(Permission.WATCH_SERVER);
        return log.open().stream().collect(Collectors.groupingBy(AlertFile::severity, Collectors.counting()));
    }
}
