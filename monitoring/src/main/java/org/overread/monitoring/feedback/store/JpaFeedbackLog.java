package org.overread.monitoring.feedback.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.Reply;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;

/** Keeps feedback in the database. */
@ApplicationScoped
class JpaFeedbackLog implements FeedbackLog {
    private static final String STANDS = " not exists (select w from WithdrawalRow w where w.feedback = f.id) ";

    /** In the words of the index on severe feedback. */
    private static final String SEVERE = " (f.kind = SAFETY_CONCERN or f.reason = CLINICALLY_WRONG) and" + STANDS;

    /** The last answer that says what came of it does not settle it, or there is none. */
    private static final String UNDECIDED = """
             and not exists (select r from ReplyRow r where r.feedback = f.id and r.disposition in :settling
                and not exists (select l from ReplyRow l where l.feedback = f.id and l.disposition not in :settling
                    and l.repliedAt > r.repliedAt)) """;

    private static final List<Disposition> SETTLING =
            Arrays.stream(Disposition.values()).filter(Disposition::settles).toList();

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
    public List<GivenFeedback> standing(ModelVersionId version, @Nullable String site) {
        var query = entities.createQuery(
                        "select f from FeedbackRow f join CardRow c on c.id = f.card"
                                + " where c.model = :model and c.version = :version and" + STANDS
                                + (site == null ? "" : "and c.site = :site ") + "order by f.decidedAt, f.id",
                        FeedbackRow.class)
                .setParameter("model", version.model())
                .setParameter("version", version.version());
        if (site != null) {
            query.setParameter("site", site);
        }
        return query.getResultStream().map(FeedbackRow::given).toList();
    }

    @Override
    public List<GivenFeedback> severe(ModelVersionId version, @Nullable String site) {
        var query = entities.createQuery(
                        "select f from FeedbackRow f join CardRow c on c.id = f.card"
                                + " where c.model = :model and c.version = :version and" + SEVERE
                                + (site == null ? "" : "and c.site = :site ") + "order by f.receivedAt, f.id",
                        FeedbackRow.class)
                .setParameter("model", version.model())
                .setParameter("version", version.version());
        if (site != null) {
            query.setParameter("site", site);
        }
        return query.getResultStream().map(FeedbackRow::given).toList();
    }

    @Override
    public List<GivenFeedback> severeOn(UUID card) {
        return entities.createQuery(
                        "select f from FeedbackRow f where f.card = :card and" + SEVERE + "order by f.receivedAt, f.id",
                        FeedbackRow.class)
                .setParameter("card", card)
                .getResultStream()
                .map(FeedbackRow::given)
                .toList();
    }

    @Override
    public List<GivenFeedback> waiting(@Nullable ModelVersionId version) {
        var query = entities.createQuery(
                        "select f from FeedbackRow f where" + SEVERE + UNDECIDED
                                + (version == null
                                        ? ""
                                        : "and exists (select c from CardRow c where c.id = f.card"
                                                + " and c.model = :model and c.version = :version) ")
                                + "order by f.receivedAt, f.id",
                        FeedbackRow.class)
                .setParameter("settling", SETTLING);
        if (version != null) {
            query.setParameter("model", version.model()).setParameter("version", version.version());
        }
        return query.getResultStream().map(FeedbackRow::given).toList();
    }

    @Override
    public boolean calledWrongWaits(ModelVersionId version) {
        return !entities.createQuery(
                        "select f.id from FeedbackRow f join CardRow c on c.id = f.card where f.reason = CLINICALLY_WRONG"
                                + " and c.model = :model and c.version = :version and" + STANDS + UNDECIDED,
                        UUID.class)
                .setParameter("settling", SETTLING)
                .setParameter("model", version.model())
                .setParameter("version", version.version())
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
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

    @Override
    public void cite(Digest digest, ModelVersionId version, List<UUID> feedback, Instant at) {
        lock(digest.hex());
        if (entities.find(CitationRow.class, digest.hex()) == null) {
            var row = new CitationRow();
            row.digest = digest.hex();
            row.model = version.model();
            row.version = version.version();
            row.citedAt = at;
            row.feedback = feedback.toArray(UUID[]::new);
            entities.persist(row);
        }
    }

    @Override
    public Map<Digest, Set<UUID>> cited(Collection<Digest> digests) {
        return entities.createQuery("select c from CitationRow c where c.digest in :digests", CitationRow.class)
                .setParameter("digests", digests.stream().map(Digest::hex).toList())
                .getResultStream()
                .collect(toMap(row -> new Digest(row.digest), row -> Set.of(row.feedback)));
    }

    private void lock(String name) {
        entities.createNativeQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(:name, 101))")
                .setParameter("name", name)
                .getSingleResult();
    }
}
