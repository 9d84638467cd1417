package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;

/** Shows the frozen figures of a request with those of now beside them, to whoever may see the request. */
@ApplicationScoped
@Transactional
public class EvidenceSheets {
    @Inject
    OpenFiles files;

    /**
     * The frozen figures of a request, whatever became of it.
     *
     * @throws GovernanceException when there is no such request, or the actor may not see it, which is told the same way
     */
    public EvidenceSheet of(Actor actor, UUID request) {
        var file = files.file(actor, request);
        var policy = file.policy().content();
        var pinned = file.evidence().content();
        return EvidenceSheet.of(
                file,
                policy == null || pinned == null || file.verdict() == null
                        ? null
                        : files.live(policy, pinned, file.asking()));
    }
}
