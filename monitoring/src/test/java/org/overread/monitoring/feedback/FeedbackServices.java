package org.overread.monitoring.feedback;

import jakarta.persistence.EntityManager;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.overread.monitoring.feedback.store.FeedbackStores;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.audit.AuditTrail;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.Eyes;
import org.overread.registry.promotion.Requesters;

/** The services of feedback on a database, put together by hand for tests of what follows from them. */
public final class FeedbackServices {
    public final FeedbackLog log;
    public final FindingBook book = new FindingBook();
    public final Cards cards = new Cards();
    public final Feedback feedback = new Feedback();
    public final Findings findings = new Findings();

    public FeedbackServices(EntityManager entities, Catalog catalog, AuditTrail audit, InstantSource clock) {
        log = FeedbackStores.log(entities);
        var shown = FeedbackStores.cards(entities);
        book.log = log;
        book.severe = FeedbackStores.severe(entities);
        book.cards = shown;
        cards.cards = shown;
        cards.log = log;
        cards.findings = book;
        cards.catalog = catalog;
        cards.audit = audit;
        cards.clock = clock;
        feedback.log = log;
        feedback.cards = shown;
        feedback.counts = FeedbackStores.counts(entities);
        feedback.findings = book;
        feedback.catalog = catalog;
        feedback.audit = audit;
        feedback.clock = clock;
        findings.book = book;
        findings.log = log;
        findings.catalog = catalog;
        findings.audit = audit;
        findings.clock = clock;
        findings.eyes = new Eyes() {
            @Override
            public Map<String, String> letInBy() {
                return Map.of();
            }
        };
        findings.requesters = new Requesters() {
            @Override
            public List<PairOfEyes> of(ModelVersionId version) {
                return List.of();
            }
        };
    }

    /** Tells of all that happens to findings. */
    public void tell(FindingNews news) {
        cards.news = news;
        feedback.news = news;
        findings.news = news;
    }
}
