package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.UUID;
import org.overread.registry.Reauthentication;
import org.overread.registry.Written;
import org.overread.registry.promotion.PromotionRequest.Approved;
import org.overread.registry.review.Intent;

/**
 * Lets people sign requests: reviews, the chair's decision, rejections.
 *
 * <p>Three things happen one after the other, each on its own: the person proves who they are; the signature is checked
 * and committed; and when it was the approval, the release is tried. So a crash or an outage after the approval loses
 * nothing: {@link Releases#catchUp} carries it out later.
 */
@ApplicationScoped
@Transactional(TxType.NOT_SUPPORTED)
public class Reviews {
    private static final System.Logger LOG = System.getLogger(Reviews.class.getName());

    @Inject
    Reauthentication reauthentication;

    @Inject
    SigningDesk desk;

    @Inject
    Releases releases;

    /**
     * Signs a request.
     *
     * @param password the signer's own, asked for anew for every signature
     */
    public Step sign(UUID request, Intent intent, String password) {
        return sign(request, Written.plainly(intent), password);
    }

    /** The same, with the signer's word on what was pointed out in the comment. */
    public Step sign(UUID request, Written<Intent> written, String password) {
        if (!reauthentication.confirms(written.what().signer(), password)) {
            return desk.refuseUnproved(request, written.what());
        }
        var step = desk.sign(request, written);
        return step instanceof Step.Taken(Approved approved) ? released(approved, step) : step;
    }

    private Step released(Approved approved, Step signed) {
        var request = approved.file().submission().id();
        try {
            return releases.release(Releases.PRODUCT, request) instanceof Step.Taken live ? live : signed;
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "Approved, and tried again later: " + request + ": " + e);
            return signed;
        }
    }
}
