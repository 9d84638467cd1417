package org.overread.reports.dossier;

import java.time.Instant;
import java.util.List;
import org.overread.registry.Role;
import org.overread.registry.gate.Policy;
import org.overread.registry.promotion.PromotionDossier;

/**
 * The policy the request was submitted under.
 *
 * @param digest as it was pinned
 * @param window which time the evidence covers, in a sentence
 * @param reviews who had to review, and how many have
 */
public record PinnedPolicy(
        String id,
        String name,
        int number,
        String digest,
        String publishedBy,
        Instant publishedAt,
        String window,
        List<Review> reviews) {
    public PinnedPolicy {
        reviews = List.copyOf(reviews);
    }

    /** How many of one role have reviewed, of how many that must. */
    public record Review(Role role, int signed, int quorum) {}

    static PinnedPolicy of(Policy policy, PromotionDossier promotion) {
        return new PinnedPolicy(
                policy.id().toString(),
                policy.name(),
                policy.number(),
                promotion.submission().policyDigest().hex(),
                policy.publishedBy(),
                policy.publishedAt(),
                policy.window().sentence(),
                promotion.reviews().stream()
                        .map(tally -> new Review(tally.role(), tally.signed(), tally.quorum()))
                        .toList());
    }
}
