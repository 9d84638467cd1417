package org.overread.registry.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.audit.AuditEntry;
import org.overread.registry.audit.SubjectRef;
import org.overread.registry.audit.Witnessed;
import org.overread.registry.audit.WitnessedRecords;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyFile;

/**
 * Every policy, and what was added to it, to be found in the audit trail: one that is only in the database, or that was
 * confirmed only there, would open a gate.
 */
@ApplicationScoped
class WitnessedPolicies implements WitnessedRecords {
    @Inject
    PublishedPolicies published;

    @Override
    public Set<String> actions() {
        return Set.of(
                PolicyDeeds.PUBLISHED,
                PolicyDeeds.PROPOSED,
                PolicyDeeds.CONFIRMED,
                PolicyDeeds.DECLINED,
                PolicyDeeds.RETIRED);
    }

    @Override
    public Optional<String> mark(AuditEntry entry) {
        return switch (entry.action()) {
            case PolicyDeeds.PUBLISHED, PolicyDeeds.PROPOSED ->
                Optional.of(entry.subjectId() + " " + entry.details().get("digest"));
            case PolicyDeeds.CONFIRMED, PolicyDeeds.DECLINED, PolicyDeeds.RETIRED ->
                Optional.of(mark(entry.action(), entry.subjectId(), entry.actorId()));
            default -> Optional.empty();
        };
    }

    @Override
    public List<Witnessed> all() {
        return Stream.concat(
                        published.kept().entrySet().stream().map(each -> row(each.getKey(), each.getValue())),
                        published.files().stream().flatMap(WitnessedPolicies::additions))
                .toList();
    }

    private static Witnessed row(UUID id, Frozen<Policy> policy) {
        var content = policy.content();
        return new Witnessed(
                content == null ? "the policy that cannot be read" : "the policy " + content.title(),
                content == null ? null : content.model(),
                id + " " + policy.pinned().hex(),
                policy.intact() ? null : "is not as it was published",
                new SubjectRef("policy", id.toString()));
    }

    private static Stream<Witnessed> additions(PolicyFile file) {
        return Stream.of(decision(file.policy(), file.decision()), retirement(file.policy(), file.retirement()))
                .flatMap(Optional::stream);
    }

    private static Optional<Witnessed> decision(Policy policy, PolicyFile.@Nullable Decision decision) {
        return Optional.ofNullable(decision)
                .map(made -> addition(
                        policy,
                        made.confirmed() ? "confirmation" : "refusal",
                        made.confirmed() ? PolicyDeeds.CONFIRMED : PolicyDeeds.DECLINED,
                        made.by(),
                        made.byName()));
    }

    private static Optional<Witnessed> retirement(Policy policy, PolicyFile.@Nullable Retirement retirement) {
        return Optional.ofNullable(retirement)
                .map(made -> addition(policy, "retirement", PolicyDeeds.RETIRED, made.by(), made.byName()));
    }

    private static Witnessed addition(Policy policy, String what, String action, String by, String byName) {
        return new Witnessed(
                "the %s of the policy %s by %s".formatted(what, policy.title(), byName),
                policy.model(),
                mark(action, policy.id().toString(), by),
                null,
                new SubjectRef("policy", policy.id().toString()));
    }

    private static String mark(String action, String policy, String by) {
        return action + " " + policy + " " + by;
    }
}
