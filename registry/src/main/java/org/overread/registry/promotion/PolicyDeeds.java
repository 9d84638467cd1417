package org.overread.registry.promotion;

import java.util.Map;
import org.overread.registry.Digest;
import org.overread.registry.audit.Deed;
import org.overread.registry.gate.Policy;

/** What happens to policies, in the words of the audit trail. Reasons stay out of it. */
final class PolicyDeeds {
    static final String PUBLISHED = "policy.published";
    static final String PROPOSED = "policy.proposed";
    static final String CONFIRMED = "policy.confirmed";
    static final String DECLINED = "policy.declined";
    static final String RETIRED = "policy.retired";

    private PolicyDeeds() {}

    static Deed published(Policy policy, Digest digest) {
        boolean laxer = !policy.laxer().isEmpty();
        return deed(
                laxer ? PROPOSED : PUBLISHED,
                policy,
                laxer
                        ? "proposed the policy %s, which is laxer than what it takes the place of: %s"
                                .formatted(policy.title(), String.join(" ", policy.laxer()))
                        : "published the policy " + policy.title(),
                Map.of(
                        "digest",
                        digest.hex(),
                        "inForceFrom",
                        policy.inForceFrom().toString()));
    }

    static Deed decided(Policy policy, boolean confirmed) {
        return confirmed
                ? deed(CONFIRMED, policy, "confirmed the policy " + policy.title(), Map.of())
                : deed(DECLINED, policy, "declined the policy " + policy.title(), Map.of());
    }

    static Deed confirmingRefused(Policy policy, PolicyStep.Refused refused) {
        return deed(
                "policy.confirming-refused",
                policy,
                "was refused to confirm the policy %s: %s".formatted(policy.title(), refused.reason()),
                Map.of("rule", refused.rule().name()));
    }

    static Deed retired(Policy policy) {
        return deed(RETIRED, policy, "retired the policy " + policy.title(), Map.of());
    }

    private static Deed deed(String action, Policy policy, String sentence, Map<String, String> details) {
        return new Deed(action, "policy", policy.id().toString(), policy.model(), sentence, details);
    }
}
