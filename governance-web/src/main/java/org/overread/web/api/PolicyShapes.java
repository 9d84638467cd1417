package org.overread.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Written;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Change;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.EvidenceWindow;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.gate.PolicyFile;
import org.overread.registry.gate.PolicyState;
import org.overread.registry.gate.StopRule;
import org.overread.registry.review.RequiredReview;

/** How policies look to machines. */
final class PolicyShapes {
    private PolicyShapes() {}

    /**
     * What stops a release although everything was met. What is left out is as usual.
     *
     * @param by what stops it as long as it stands
     * @param evidenceDays how many days evidence serves
     * @param evidenceAnew whether a severe finding must be part of new evidence, also when it is cleared
     */
    public record Stops(
            @Nullable Set<Change.Kind> by,
            @Nullable Integer evidenceDays,
            @Nullable Boolean evidenceAnew) {
        StopRule rule() {
            var usual = StopRule.USUAL;
            return new StopRule(
                    by == null ? usual.by() : by,
                    evidenceDays == null ? usual.evidenceDays() : evidenceDays,
                    evidenceAnew == null ? usual.evidenceAnew() : evidenceAnew);
        }
    }

    /**
     * Which time the evidence covers; everything when left out.
     *
     * @param days how many days, of the last days
     */
    public record Window(
            EvidenceWindow.@Nullable Span span, @Nullable Integer days) {
        EvidenceWindow window() {
            return new EvidenceWindow(span == null ? EvidenceWindow.EVERYTHING.span() : span, days);
        }
    }

    /**
     * A policy to publish. What is left out is empty or as usual: from the stage before, for every model, at once.
     *
     * @param reason why it is published
     * @param inForceFrom a time or a day, not in the past; at once when left out
     * @param password the publisher's own, asked again
     */
    public record NewPolicy(
            @Nullable String name,
            @Nullable Set<Stage> opens,
            @Nullable Set<Stage> from,
            @Nullable String model,
            @Nullable List<Criterion> criteria,
            @Nullable List<RequiredReview> reviews,
            @Nullable Stops stops,
            @Nullable Window window,
            @Nullable String reason,
            @Nullable String inForceFrom,
            @Nullable String password,
            @Nullable Boolean noIdentifiersConfirmed) {
        Written<String> why() {
            return Shapes.written(reason == null ? "" : reason, noIdentifiersConfirmed);
        }

        PolicyDraft draft() {
            return new PolicyDraft(
                    name == null ? "" : name,
                    opens == null ? Set.of() : opens,
                    from == null ? Set.of() : from,
                    model,
                    criteria == null ? List.of() : criteria,
                    reviews == null ? List.of() : reviews,
                    stops == null ? StopRule.USUAL : stops.rule(),
                    window == null ? EvidenceWindow.EVERYTHING : window.window());
        }
    }

    /** What somebody says to a policy that is there, with their own password. */
    public record NewWord(
            @Nullable String reason,
            @Nullable String password,
            @Nullable Boolean noIdentifiersConfirmed) {
        Written<String> words() {
            return Shapes.written(reason == null ? "" : reason, noIdentifiersConfirmed);
        }
    }

    /**
     * A policy and how it stands.
     *
     * @param laxer in which ways it asks less than what it takes the place of
     * @param inForceFrom from when its author wants it in force
     * @param begins from when it is; null as long as it waits for a second person, and when it was declined
     */
    public record OnRecord(
            UUID id,
            String name,
            int number,
            Set<Stage> opens,
            Set<Stage> from,
            @Nullable String model,
            List<Criterion> criteria,
            List<RequiredReview> reviews,
            StopRule stops,
            EvidenceWindow window,
            String publishedBy,
            Instant publishedAt,
            @Nullable String reason,
            Instant inForceFrom,
            List<String> laxer,
            PolicyState state,
            @Nullable Instant begins,
            @Nullable Word decision,
            @Nullable Word retirement) {
        static OnRecord of(PolicyFile file, PolicyState state) {
            var policy = file.policy();
            var enactment = policy.enactment();
            var decision = file.decision();
            var retirement = file.retirement();
            return new OnRecord(
                    policy.id(),
                    policy.name(),
                    policy.number(),
                    policy.opens(),
                    policy.from(),
                    policy.model(),
                    policy.criteria(),
                    policy.reviews(),
                    policy.stops(),
                    policy.window(),
                    policy.publishedBy(),
                    policy.publishedAt(),
                    enactment == null ? null : enactment.reason(),
                    policy.inForceFrom(),
                    policy.laxer(),
                    state,
                    file.begins().orElse(null),
                    decision == null ? null : new Word(decision.byName(), decision.reason(), decision.at()),
                    retirement == null ? null : new Word(retirement.byName(), retirement.reason(), retirement.at()));
        }
    }

    /** What somebody else said of it. */
    public record Word(String by, String reason, Instant at) {}
}
