package org.overread.monitoring.feedback.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Reply;
import org.overread.registry.PersonId;

/** Keeps feedback in the database. */
@ApplicationScoped
class JpaFeedbackLog implements FeedbackLog {
    static final String STANDS = " not exists (select w from WithdrawalRow w where w.feedback = f.id) ";

    @PersistenceContext(unitName = "monitoring")
    EntityManager entities;

    @Override
    public void lock(UUID feedback) {
        lock(feedback.toString());
    }

    @Override
    public void add(GivenFeedback given) {
        entities.persist(FeedbackRow.of(given));
    }

    @Override
    public Optional<GivenFeedback> find(UUID feedback) {
        return Optional.ofNullable(entities.find(FeedbackRow.class, feedback)).map(FeedbackRow::given);
    }

    @Override
    public List<GivenFeedback> of(PersonId person, int limit) {
        return entities.createQuery(
                        "select f from FeedbackRow f where f.person = :person order by f.decidedAt desc, f.id",
                        FeedbackRow.class)
                .setParameter("person", person.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(FeedbackRow::given)
                .toList();
    }

    @Override
    public List<GivenFeedback> standing(UUID card, PersonId person) {
        return entities.createQuery(
                        "select f from FeedbackRow f where f.card = :card and f.person = :person and" + STANDS
                                + "order by f.decidedAt desc, f.receivedAt desc, f.id",
                        FeedbackRow.class)
                .setParameter("card", card)
                .setParameter("person", person.value())
                .getResultStream()
                .map(FeedbackRow::given)
                .toList();
    }

    @Override
    public void withdraw(UUID feedback, String by, Instant at) {
        var row = new WithdrawalRow();
        row.feedback = feedback;
        row.withdrawnBy = by;
        row.withdrawnAt = at;
        entities.persist(row);
    }

    @Override
    public Map<UUID, Instant> withdrawals(Collection<UUID> feedback) {
        return entities.createQuery("select w from WithdrawalRow w where w.feedback in :ids", WithdrawalRow.class)
                .setParameter("ids", feedback)
                .getResultStream()
                .collect(toMap(row -> row.feedback, row -> row.withdrawnAt));
    }

    @Override
    public void add(Reply reply) {
        entities.persist(ReplyRow.of(reply));
    }

    @Override
    public Map<UUID, List<Reply>> replies(Collection<UUID> feedback) {
        return entities.createQuery(
                        "select r from ReplyRow r where r.feedback in :ids order by r.repliedAt, r.id", ReplyRow.class)
                .setParameter("ids", feedback)
                .getResultStream()
                .map(ReplyRow::reply)
                .collect(groupingBy(Reply::feedback));
    }

    private void lock(String name) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 101))")
                .setParameter("name", name)
                .getSingleResult();
    }
}
