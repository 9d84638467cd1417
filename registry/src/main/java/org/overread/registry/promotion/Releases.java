package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.overread.registry.Actor;

/**
 * Carries out what was approved: the only way into a stage.
 *
 * <p>The approval is committed first; entering the stage is a transaction of its own that can be repeated without harm,
 * because there is at most one entry for each request. The entry itself ends the former version and begins the new one,
 * so that a crash at any moment leaves exactly one of them.
 *
 * @see "registry/docs/decisions/006-approved-first-released-apart.md"
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class Releases {
    static final Actor.Product PRODUCT = new Actor.Product("releases");

    private static final System.Logger LOG = System.getLogger(Releases.class.getName());

    @Inject
    StageDoor door;

    /** Brings an approved request into effect. Whatever is not approved is refused, and the attempt recorded. */
    public Step release(Actor actor, UUID request) {
        return door.enter(actor, request);
    }

    /**
     * Brings into effect whatever is approved and not yet in effect. Run it at start and from time to time.
     *
     * @return how many requests came into effect
     */
    public int catchUp() {
        int released = 0;
        for (var request : door.approved()) {
            try {
                released += release(PRODUCT, request) instanceof Step.Taken ? 1 : 0;
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Approved, and tried again later: " + request + ": " + e);
            }
        }
        return released;
    }
}
