package org.overread.monitoring.notify;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Sends what waits, without a transaction: the receiver's turn is taken before, and what came of it kept after. Whatever
 * other servers do, a receiver hears one thing at a time. A crash in between sends the same delivery once more, under the
 * same id, when the turn has ended.
 *
 * @see "Decision 116: notices outside the product"
 */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
public class Sending {
    private static final Logger LOG = Logger.getLogger(Sending.class.getName());

    @Inject
    Postings postings;

    /** To whom something is to be sent now. */
    public List<Destination> due() {
        return postings.due();
    }

    /** With whom this receiver may be told at the same time; empty when no way leads there. */
    public Optional<Channel.Lane> lane(Destination to) {
        return postings.lane(to);
    }

    /**
     * Tries what waits longest for that receiver.
     *
     * @return whether it was delivered, so that it is worth going on; a receiver that fails is left alone for now
     */
    public boolean sendNext(Destination to) {
        return postings.begin(to).map(this::carriedOut).orElse(false);
    }

    private boolean carriedOut(Posting posting) {
        var answer = answer(posting);
        postings.end(posting, answer);
        return answer instanceof Answer.Delivered;
    }

    /** A try that fails in a way nobody has thought of counts, too, or it would be tried without end. */
    private static Answer answer(Posting posting) {
        try {
            return posting.attempt().get();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "Delivery " + posting.delivery().id() + " could not be tried", e);
            return new Answer.Later("It could not be tried; the server's log says why.");
        }
    }
}
