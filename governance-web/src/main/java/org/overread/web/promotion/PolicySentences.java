package org.overread.web.promotion;

import static java.util.stream.Collectors.joining;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.EvidenceWindow;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.gate.StopRule;
import org.overread.registry.review.RequiredReview;

/** What a policy demands, in sentences: which stage it opens, what the evidence must show, who must have reviewed. */
final class PolicySentences extends Div {
    private static final long serialVersionUID = 1L;

    PolicySentences(Policy policy) {
        this(
                policy.opens(),
                policy.from(),
                policy.model(),
                policy.criteria(),
                policy.reviews(),
                policy.stops(),
                policy.window());
    }

    PolicySentences(PolicyDraft draft) {
        this(
                draft.opens(),
                draft.from(),
                draft.model(),
                draft.criteria(),
                draft.reviews(),
                draft.stops(),
                draft.window());
    }

    private PolicySentences(
            Set<Stage> opens,
            Set<Stage> from,
            @Nullable String model,
            List<Criterion> criteria,
            List<RequiredReview> reviews,
            StopRule stops,
            EvidenceWindow window) {
        addClassName("policy-sentences");
        add(new Paragraph(entry(opens, from, model)), new Paragraph("The evidence must show:"));
        var demands = new UnorderedList();
        criteria.forEach(criterion -> demands.add(new ListItem(demand(criterion))));
        add(demands, new Paragraph(window.sentence()), new Paragraph(reviews(reviews)));
        stops.sentences().forEach(sentence -> add(new Paragraph(sentence)));
    }

    /** Which stages it opens, from where and for which model. */
    static String entry(Set<Stage> opens, Set<Stage> from, @Nullable String model) {
        return "Opens %s for %s. A version may come from %s."
                .formatted(
                        opens.isEmpty() ? "no stage yet" : titles(opens, " and "),
                        model == null ? "every model" : "the model " + model,
                        from.isEmpty() ? "the stage right before" : titles(from, " or "));
    }

    /** Who must have reviewed before the chair decides. */
    static String reviews(List<RequiredReview> reviews) {
        if (reviews.isEmpty()) {
            return "Nobody is asked to review yet.";
        }
        return reviews.stream()
                .map(review -> review.quorum() + " " + review.role().title().toLowerCase(Locale.ROOT)
                        + (review.quorum() == 1 ? "" : "s"))
                .collect(joining(
                        " and ", "Reviewed by ", ", never by the requester; then the committee chair decides."));
    }

    private static String demand(Criterion criterion) {
        return Double.isFinite(criterion.limit())
                ? criterion.label()
                : criterion.metric().title() + ": a limit is missing";
    }

    private static String titles(Set<Stage> stages, String between) {
        return stages.stream().map(Stage::title).collect(joining(between));
    }
}
