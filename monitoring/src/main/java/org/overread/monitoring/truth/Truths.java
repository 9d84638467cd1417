package org.overread.monitoring.truth;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.overread.monitoring.plan.PlanBook;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.truth.Fact.Kind;
import org.overread.monitoring.truth.Fact.Weight;
import org.overread.registry.ModelVersionId;

/**
 * What is true of each version, drawn in the background when its data or its plan have changed and then remembered: a
 * page only reads it.
 *
 * @see "monitoring/docs/decisions/140-the-line-of-truth.md"
 */
@ApplicationScoped
@Transactional
public class Truths {
    private static final int COMPARED_WITH = 3;
    private static final String FAILED = "failed";
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    @Inject
    TruthBook book;

    @Inject
    PlanBook plans;

    @Inject
    Drawing drawing;

    @Inject
    InstantSource clock;

    /** What was found last; empty when nothing was yet. */
    public Optional<Truth> of(ModelVersionId version) {
        return book.of(version);
    }

    /** What was found last of every version. */
    public Map<ModelVersionId, Truth> all() {
        return book.all().stream().collect(Collectors.toMap(Truth::version, truth -> truth));
    }

    /** Whether the version has data that nobody has looked at yet. */
    public boolean pending(ModelVersionId version) {
        return book.of(version).isEmpty() && book.lastBatches().containsKey(version);
    }

    /** The versions whose truth stands on other data than there are now, as far as it may be drawn anew already. */
    public List<ModelVersionId> due() {
        var batches = book.lastBatches();
        var inForce = inForce();
        var truths = all();
        var now = clock.instant();
        return batches.keySet().stream()
                .filter(version -> !truths.containsKey(version)
                        || truths.get(version).due(standsOn(version, batches, inForce), now))
                .sorted(Comparator.comparing(ModelVersionId::model).thenComparing(ModelVersionId::version))
                .toList();
    }

    /** Draws a version's truth anew; does nothing while another server does. */
    public boolean draw(ModelVersionId version) {
        if (!book.tryTurn(version)) {
            return false;
        }
        var batches = book.lastBatches();
        var inForce = inForce();
        var began = now();
        var plan = inForce.get(version);
        var facts = drawing.facts(version, plan == null ? null : plan.plan(), before(version, batches));
        book.put(new Truth(version, standsOn(version, batches, inForce), began, Duration.between(began, now()), facts));
        return true;
    }

    /** Remembers that it could not be drawn, so that it is not tried again at once. */
    public void failed(ModelVersionId version) {
        book.put(new Truth(
                version,
                FAILED,
                now(),
                AFTER_FAILURE,
                List.of(new Fact(
                        Kind.DATA, Weight.CONCERN, "What its data say could not be worked out; it is tried again."))));
    }

    private Map<ModelVersionId, PlanRevision> inForce() {
        return plans.inForce().stream().collect(Collectors.toMap(PlanRevision::version, plan -> plan));
    }

    /** Everything that the truth depends on: the plan, and the data of the version and of those it is compared with. */
    private static String standsOn(
            ModelVersionId version, Map<ModelVersionId, Long> batches, Map<ModelVersionId, PlanRevision> inForce) {
        var plan = inForce.get(version);
        return Stream.concat(Stream.of(version), before(version, batches).stream())
                .map(each -> each.version() + ":" + batches.get(each))
                .collect(
                        Collectors.joining(" ", plan == null ? "no plan, " : "plan " + plan.id() + ", ", " (rules 2)"));
    }

    private static List<ModelVersionId> before(ModelVersionId version, Map<ModelVersionId, Long> batches) {
        return batches.keySet().stream()
                .filter(other -> other.model().equals(version.model()) && other.version() < version.version())
                .sorted(Comparator.comparing(ModelVersionId::version).reversed())
                .limit(COMPARED_WITH)
                .toList();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
