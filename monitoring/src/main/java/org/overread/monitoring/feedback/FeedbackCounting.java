package org.overread.monitoring.feedback;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/**
 * Brings the counts of days up to date. It may stop anywhere: what has changed is marked in the database by what changed
 * it, and the mark goes in the transaction that brings the new count.
 */
@ApplicationScoped
public class FeedbackCounting {
    @Inject
    FeedbackCounts counts;

    /**
     * Counts some days anew, in a transaction of its own.
     *
     * @param most how many at most
     * @return how many were counted
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public int countAnew(int most) {
        return counts.countAnew(most);
    }
}
