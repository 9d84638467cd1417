package org.overread.registry.promotion.store;

import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyFile;
import org.overread.registry.promotion.Frozen;
import org.overread.registry.promotion.PublishedPolicies;

@ApplicationScoped
class JpaPublishedPolicies implements PublishedPolicies {
    @PersistenceContext(unitName = "registry")
    EntityManager entities;

    @Override
    public void add(Frozen<Policy> policy) {
        entities.persist(PolicyRow.of(Objects.requireNonNull(policy.content(), "a new policy has a content"), policy));
    }

    @Override
    public Optional<Frozen<Policy>> find(UUID id) {
        return Optional.ofNullable(entities.find(PolicyRow.class, id)).map(PolicyRow::policy);
    }

    @Override
    public void add(UUID policy, PolicyFile.Decision decision) {
        entities.persist(PolicyDecisionRow.of(policy, decision));
    }

    @Override
    public void add(UUID policy, PolicyFile.Retirement retirement) {
        entities.persist(PolicyRetirementRow.of(policy, retirement));
    }

    @Override
    public List<PolicyFile> files() {
        var decisions = entities.createQuery("SELECT d FROM PolicyDecisionRow d", PolicyDecisionRow.class)
                .getResultStream()
                .collect(toMap(row -> row.policy, PolicyDecisionRow::decision));
        var retirements = entities.createQuery("SELECT r FROM PolicyRetirementRow r", PolicyRetirementRow.class)
                .getResultStream()
                .collect(toMap(row -> row.policy, PolicyRetirementRow::retirement));
        return entities.createQuery(
                        "SELECT p FROM PolicyRow p ORDER BY p.publishedAt DESC, p.name, p.number DESC", PolicyRow.class)
                .getResultStream()
                .map(PolicyRow::policy)
                .filter(Frozen::intact)
                .map(Frozen::content)
                .filter(Objects::nonNull)
                .map(policy -> new PolicyFile(policy, decisions.get(policy.id()), retirements.get(policy.id())))
                .toList();
    }

    @Override
    public Map<UUID, Frozen<Policy>> kept() {
        return entities.createQuery("SELECT p FROM PolicyRow p ORDER BY p.publishedAt, p.id", PolicyRow.class)
                .getResultStream()
                .collect(toMap(row -> row.id, PolicyRow::policy, (one, _) -> one, LinkedHashMap::new));
    }

    @Override
    public void lock() {
        Turns.take(entities, "policies");
    }
}
