package org.overread.monitoring.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.profile.Profiles;
import org.overread.monitoring.subgroup.Reliability;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;

/**
 * Draws reliability curves from the predictions themselves, since only they tell how many patients a bin stands for.
 * What was drawn is kept until another batch comes.
 */
@ApplicationScoped
@Transactional
public class ReliabilityCurves {
    /** So many predictions are read and sorted in less time than a person notices. */
    private static final long MOST = 200_000;

    private static final int CURVES_KEPT = 1_000;

    @Inject
    Readers readers;

    @Inject
    Cohorts cohorts;

    @Inject
    Profiles profiles;

    private final Recent<Reliability> recent = new Recent<>(CURVES_KEPT, curve -> 1);

    /**
     * The curve of a window; of very many predictions a reason instead.
     *
     * @throws GovernanceException when the actor may not see it. Who is limited to one site must ask for that site
     */
    public Reliability of(Actor actor, ModelVersionId id, Window window) {
        readers.readable(actor, id, window.site());
        return recent.get(id, window, cohorts.state(id), () -> drawn(id, window));
    }

    private Reliability drawn(ModelVersionId id, Window window) {
        var scored = profiles.scored(id, day(window.from(), 0), day(window.to(), 1), window.site());
        return (scored == null ? cohorts.stored(id) : scored) > MOST
                ? Reliability.undefined(String.format(
                        Locale.ROOT, "it is drawn for up to %,d predictions: choose a shorter time or one site", MOST))
                : Reliability.of(cohorts.of(id, window));
    }

    private static @Nullable LocalDate day(@Nullable Instant time, int later) {
        return time == null ? null : LocalDate.ofInstant(time, ZoneOffset.UTC).plusDays(later);
    }
}
