package org.overread.registry.promotion.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PairOfEyes;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Policy;
import org.overread.registry.identity.Eyes;
import org.overread.registry.promotion.Frozen;
import org.overread.registry.promotion.PromotionFile;
import org.overread.registry.promotion.PromotionFile.Withdrawal;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.PromotionRequests;
import org.overread.registry.promotion.PublishedPolicies;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Signature;
import org.overread.registry.review.SignatureChain;

@ApplicationScoped
class JpaPromotionRequests implements PromotionRequests {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Inject
    PublishedPolicies policies;

    @Inject
    Eyes eyes;

    @Override
    public void lock(UUID request) {
        Turns.take(entities, "promotion " + request);
    }

    @Override
    public void lock(ModelVersionId version, Stage target, String site) {
        Turns.take(entities, "promotion of " + version + " to " + target + " at " + site);
    }

    @Override
    public void add(PromotionFile opened) {
        entities.persist(PromotionRow.of(opened));
    }

    @Override
    public void addSignature(PromotionFile signed) {
        var signatures = signed.chain().signatures();
        entities.persist(SignatureRow.of(signed.submission().id(), signatures.size(), signatures.getLast()));
    }

    @Override
    public void addWithdrawal(UUID request, Withdrawal withdrawal) {
        entities.persist(WithdrawalRow.of(request, withdrawal));
    }

    @Override
    public Optional<PromotionFile> find(UUID request) {
        return Optional.ofNullable(entities.find(PromotionRow.class, request))
                .map(row -> files(List.of(row)).getFirst());
    }

    @Override
    public List<PromotionFile> list(PromotionFilter filter) {
        return files(entities.createQuery("""
                        SELECT p FROM PromotionRow p
                        WHERE (:model IS NULL OR p.model = :model)
                          AND (:version IS NULL OR p.version = :version)
                          AND (:site IS NULL OR p.site = :site)
                        ORDER BY p.submittedAt DESC, p.id""", PromotionRow.class)
                .setParameter("model", filter.model())
                .setParameter("version", filter.version())
                .setParameter("site", filter.site())
                .getResultList());
    }

    @Override
    public List<PromotionFile> undecided() {
        return files(entities.createQuery("""
                        SELECT p FROM PromotionRow p
                        WHERE NOT EXISTS (SELECT s FROM SignatureRow s WHERE s.promotion = p.id AND s.meaning IN :decisions)
                          AND NOT EXISTS (SELECT w FROM WithdrawalRow w WHERE w.promotion = p.id)
                        ORDER BY p.submittedAt DESC, p.id""", PromotionRow.class)
                .setParameter("decisions", List.of(Meaning.APPROVAL, Meaning.REJECTION))
                .getResultList());
    }

    @Override
    public List<UUID> approvedAndNotInEffect() {
        return entities.createQuery("""
                        SELECT p.id FROM PromotionRow p
                        WHERE EXISTS (SELECT s FROM SignatureRow s WHERE s.promotion = p.id AND s.meaning = :approval)
                          AND NOT EXISTS (SELECT w FROM WithdrawalRow w WHERE w.promotion = p.id)
                          AND NOT EXISTS (SELECT e FROM StageEntryRow e WHERE e.promotion = p.id)
                        ORDER BY p.submittedAt, p.id""", UUID.class)
                .setParameter("approval", Meaning.APPROVAL)
                .getResultList();
    }

    private List<PromotionFile> files(List<PromotionRow> rows) {
        var ids = rows.stream().map(row -> row.id).toList();
        var signatures = signatures(ids);
        var withdrawals = withdrawals(ids);
        var letInBy = eyes.letInBy();
        return rows.stream()
                .map(row -> new PromotionFile(
                        row.submission(),
                        row.submitted(),
                        policy(row),
                        row.evidence(),
                        new SignatureChain(signatures.getOrDefault(row.id, List.of())),
                        withdrawals.get(row.id),
                        PairOfEyes.of(row.requester, letInBy)))
                .toList();
    }

    private Frozen<Policy> policy(PromotionRow row) {
        return policies.find(row.policy)
                .orElseThrow(() -> new IllegalStateException("the policy of request " + row.id + " is gone"));
    }

    private Map<UUID, List<Signature>> signatures(List<UUID> requests) {
        return entities.createQuery(
                        "SELECT s FROM SignatureRow s WHERE s.promotion IN :requests ORDER BY s.position",
                        SignatureRow.class)
                .setParameter("requests", requests)
                .getResultStream()
                .collect(groupingBy(row -> row.promotion, mapping(SignatureRow::signature, toList())));
    }

    private Map<UUID, Withdrawal> withdrawals(List<UUID> requests) {
        return entities.createQuery("SELECT w FROM WithdrawalRow w WHERE w.promotion IN :requests", WithdrawalRow.class)
                .setParameter("requests", requests)
                .getResultStream()
                .collect(toMap(row -> row.promotion, WithdrawalRow::withdrawal));
    }
}
