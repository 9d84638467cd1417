package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.promotion.PromotionRequest.State;

/** Who asks for a version: whatever stands in its way, somebody else takes out of it. */
@ApplicationScoped
@Transactional
public class Requesters {
    /** Held back by the gate, or still open; a version that got there, or was refused, has nobody waiting for it. */
    private static final Set<State> WAITING =
            Set.of(State.BLOCKED, State.IN_REVIEW, State.READY_FOR_DECISION, State.APPROVED, State.HALTED);

    @Inject
    OpenFiles files;

    /** The eyes of everybody whose request for the version is held back or not decided yet. */
    public List<PairOfEyes> of(ModelVersionId version) {
        var filter = new PromotionFilter(version.model(), version.version(), null, WAITING);
        return files.all(Releases.PRODUCT, filter)
                .map(request -> request.file().asking())
                .distinct()
                .toList();
    }
}
