package org.overread.monitoring.feedback.store;

import jakarta.persistence.EntityManager;
import org.overread.monitoring.feedback.Citations;
import org.overread.monitoring.feedback.FeedbackCounts;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.SevereFeedback;
import org.overread.monitoring.feedback.ShownCards;
import org.overread.registry.audit.WitnessedRecords;

/** Puts the stores together by hand, for tests. */
public final class FeedbackStores {
    private FeedbackStores() {}

    public static ShownCards cards(EntityManager entities) {
        var cards = new JpaShownCards();
        cards.entities = entities;
        return cards;
    }

    public static FeedbackLog log(EntityManager entities) {
        var log = new JpaFeedbackLog();
        log.entities = entities;
        return log;
    }

    public static FeedbackCounts counts(EntityManager entities) {
        var counts = new JpaFeedbackCounts();
        counts.entities = entities;
        return counts;
    }

    public static SevereFeedback severe(EntityManager entities) {
        var severe = new JpaSevereFeedback();
        severe.entities = entities;
        return severe;
    }

    public static WitnessedRecords witnessedReplies(EntityManager entities) {
        var replies = new WitnessedReplies();
        replies.entities = entities;
        return replies;
    }

    public static Citations citations(EntityManager entities) {
        var citations = new JpaCitations();
        citations.entities = entities;
        return citations;
    }
}
