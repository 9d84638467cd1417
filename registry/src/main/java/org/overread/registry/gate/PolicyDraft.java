package org.overread.registry.gate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;
import org.overread.registry.GovernanceException;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.GateMetric.Kind;
import org.overread.registry.review.RequiredReview;

/** A policy as the chair writes it, before it is published. The components are those of {@link Policy}. */
public record PolicyDraft(
        String name,
        Set<Stage> opens,
        Set<Stage> from,
        @Nullable String model,
        List<Criterion> criteria,
        List<RequiredReview> reviews,
        StopRule stops,
        EvidenceWindow window) {
    /** A draft that says nothing of what stops a release, nor of a window: then the usual holds. */
    public PolicyDraft(
            String name,
            Set<Stage> opens,
            Set<Stage> from,
            @Nullable String model,
            List<Criterion> criteria,
            List<RequiredReview> reviews) {
        this(name, opens, from, model, criteria, reviews, StopRule.USUAL, EvidenceWindow.EVERYTHING);
    }

    public PolicyDraft {
        opens = Policy.inOrder(opens);
        from = Policy.inOrder(from);
        criteria = List.copyOf(criteria);
        reviews = List.copyOf(reviews);
    }

    /**
     * Writes the draft down for good, beside what is in the book already: under the next number of its series, and with
     * the ways in which it is laxer.
     *
     * @param by the printed name of who publishes it
     * @param enactment who puts it forward, why and from when; its ways of being laxer are found here
     * @throws GovernanceException naming every field that does not stand, when there is one
     */
    public Policy publish(UUID id, PolicyBook book, String by, Instant at, Enactment enactment) {
        GovernanceException.refuse("The policy cannot be published as it is", problems());
        int number = book.nextNumber(name.strip(), model);
        var policy = new Policy(
                id, name.strip(), number, opens, from, model, criteria, reviews, by, at, stops, window, enactment);
        return policy.laxer(Laxity.of(policy, book));
    }

    /** In which ways it would be laxer than what it takes the place of; empty while it could not be published anyway. */
    public List<String> laxer(PolicyBook book, Instant from) {
        return problems().isEmpty()
                ? publish(new UUID(0, 0), book, "", book.asOf(), new Enactment("", "", from, List.of()))
                        .laxer()
                : List.of();
    }

    /** Everything that keeps this draft from being published; empty when nothing does. */
    public List<FieldProblem> problems() {
        var problems = new ArrayList<FieldProblem>();
        problems.addAll(nameProblems());
        problems.addAll(new FieldProblems().identifiers("name", name, true).list());
        problems.addAll(stageProblems());
        problems.addAll(criteriaProblems());
        problems.addAll(reviewProblems());
        problems.addAll(stops.problems());
        problems.addAll(window.problems());
        return problems;
    }

    private List<FieldProblem> nameProblems() {
        return name.isBlank() || name.strip().length() > 100
                ? List.of(new FieldProblem("name", "A policy has a name of 1 to 100 characters."))
                : List.of();
    }

    private List<FieldProblem> stageProblems() {
        var problems = new ArrayList<FieldProblem>();
        if (opens.isEmpty()) {
            problems.add(new FieldProblem("opens", "A policy opens at least one stage."));
        }
        for (var stage : opens) {
            if (Policy.PATH.indexOf(stage) < 1) {
                problems.add(new FieldProblem("opens", stage.title() + " is not entered by a promotion."));
            }
        }
        for (var stage : from) {
            if (opens.stream().noneMatch(target -> precedes(stage, target))) {
                problems.add(
                        new FieldProblem("from", "No stage that this policy opens comes after " + stage.title() + "."));
            }
        }
        return problems;
    }

    private static boolean precedes(Stage one, Stage other) {
        return Policy.PATH.contains(one) && Policy.PATH.indexOf(one) < Policy.PATH.indexOf(other);
    }

    private List<FieldProblem> criteriaProblems() {
        var problems = new ArrayList<FieldProblem>();
        if (criteria.isEmpty()) {
            problems.add(new FieldProblem("criteria", "A policy without criteria would never open its gate."));
        } else if (opens.stream().anyMatch(Stage::live)) {
            demand(Kind.STATISTICS, "the version's statistics", problems);
            demand(Kind.FEEDBACK, "what clinicians say of its outputs", problems);
        }
        var keys = new HashSet<String>();
        for (int i = 0; i < criteria.size(); i++) {
            var criterion = criteria.get(i);
            var field = "criteria[" + i + "]";
            criterion.problems().forEach(reason -> problems.add(new FieldProblem(field, reason)));
            if (!keys.add(criterion.key())) {
                problems.add(new FieldProblem(field, "Another criterion has the key " + criterion.key() + "."));
            }
        }
        return problems;
    }

    private void demand(Kind kind, String what, List<FieldProblem> problems) {
        if (criteria.stream().noneMatch(criterion -> criterion.metric().kind() == kind)) {
            problems.add(new FieldProblem("criteria", "A live stage needs at least one criterion on " + what + "."));
        }
    }

    private List<FieldProblem> reviewProblems() {
        var problems = new ArrayList<FieldProblem>();
        if (reviews.isEmpty()) {
            problems.add(new FieldProblem("reviews", "A policy asks for at least one review."));
        }
        var roles = new HashSet<>();
        for (int i = 0; i < reviews.size(); i++) {
            var review = reviews.get(i);
            var field = "reviews[" + i + "]";
            review.problems().forEach(reason -> problems.add(new FieldProblem(field, reason)));
            if (!roles.add(review.role())) {
                problems.add(new FieldProblem(
                        field, review.role().title() + " is asked for twice; raise the number instead."));
            }
        }
        return problems;
    }
}
