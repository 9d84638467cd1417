package org.overread.monitoring.estimate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.ShownCards;
import org.overread.monitoring.metric.Remembered;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Window;
import org.overread.registry.Actor;
import org.overread.registry.Digest;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;

/** Tells performance as it was beside what it would be had nobody acted on the output. */
@ApplicationScoped
@Transactional
public class Adherence {
    private static final Actor.Product PRODUCT = new Actor.Product("adherence");

    /** So many cases are adjusted, with their bootstrap, in about half a second. */
    private static final int MOST = 50_000;

    private static final int KEPT = 200;

    @Inject
    Catalog catalog;

    @Inject
    Cohorts cohorts;

    @Inject
    ShownCards cards;

    @Inject
    Feedback feedback;

    @Inject
    AnsweredOutputs outputs;

    private final Remembered<Question, ActedOn> remembered = new Remembered<>(KEPT);

    /** All that the answer hangs on; the state is another after every batch, the digest with all that is said. */
    private record Question(ModelVersionId version, Window window, double threshold, long state, Digest said) {}

    /**
     * Compares for a window, at the threshold asked for or else the declared one; never for days before the first output
     * was shown.
     *
     * @throws GovernanceException when the actor may not see performance and feedback there, or the threshold is
     *     missing. Who is limited to one site must ask for that site
     */
    public ActedOn of(Actor actor, ModelVersionId id, EstimateQuestion question) {
        catalog.versionFor(actor, Permission.READ_FEEDBACK, id, question.site());
        var version = catalog.versionFor(actor, Permission.READ_PERFORMANCE, id, question.site());
        var declared = version.declared().threshold();
        GovernanceException.refuse("This cannot be estimated as it is asked.", question.problems(declared));
        var first = cards.first(id);
        if (first.isEmpty()) {
            return ActedOn.undefined(threshold(question, declared), "no output was shown to a clinician yet");
        }
        return remembered.get(
                new Question(
                        id,
                        new Window(from(question, first.get()), question.to(), question.site()),
                        threshold(question, declared),
                        cohorts.state(id),
                        feedback.counted(PRODUCT, id, null, null).digest()),
                this::answer);
    }

    private static double threshold(EstimateQuestion question, @Nullable Double declared) {
        return Objects.requireNonNull(question.threshold() == null ? declared : question.threshold());
    }

    /** Before the first day on which outputs were shown nobody could act, and nobody was like those of later. */
    private static Instant from(EstimateQuestion question, Instant shown) {
        var first = shown.truncatedTo(ChronoUnit.DAYS);
        return question.from() == null || question.from().isBefore(first) ? first : question.from();
    }

    private ActedOn answer(Question question) {
        var cases = outputs.of(question.version(), question.window(), MOST);
        return cases == null
                ? ActedOn.undefined(
                        question.threshold(),
                        String.format(
                                Locale.ROOT,
                                "it is worked out for up to %,d outcomes; choose a shorter time or one site",
                                MOST))
                : ActedOn.of(cases, question.threshold());
    }
}
