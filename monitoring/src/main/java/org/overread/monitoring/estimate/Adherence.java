package org.overread.monitoring.estimate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.FeedbackLog;
import org.overread.monitoring.feedback.FeedbackTally;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.ShownCards;
import org.overread.monitoring.metric.Remembered;
import org.overread.monitoring.performance.Cohorts;
import org.overread.monitoring.performance.Window;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;

/** Tells performance as it was beside what it would be had nobody acted on the output. */
@ApplicationScoped
@Transactional
public class Adherence {
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
    FeedbackLog log;

    @Inject
    AnsweredOutputs outputs;

    private final Remembered<Question, ActedOn> remembered = new Remembered<>(KEPT);

    /** All that the answer hangs on; the state is another after every batch. */
    private record Question(
            ModelVersionId version, Window window, double threshold, long state, Set<String> accepted) {}

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
        var shown = cards.of(id, null);
        if (shown.isEmpty()) {
            return ActedOn.undefined(threshold(question, declared), "no output was shown to a clinician yet");
        }
        return remembered.get(
                new Question(
                        id,
                        new Window(from(question, shown), question.to(), question.site()),
                        threshold(question, declared),
                        cohorts.state(id),
                        accepted(id, shown)),
                this::answer);
    }

    private static double threshold(EstimateQuestion question, @Nullable Double declared) {
        return Objects.requireNonNull(question.threshold() == null ? declared : question.threshold());
    }

    /** Before the first day on which outputs were shown nobody could act, and nobody was like those of later. */
    private static Instant from(EstimateQuestion question, List<Card> shown) {
        var first = shown.stream()
                .map(Card::shownAt)
                .min(Comparator.naturalOrder())
                .orElseThrow()
                .truncatedTo(ChronoUnit.DAYS);
        return question.from() == null || question.from().isBefore(first) ? first : question.from();
    }

    private ActedOn answer(Question question) {
        var cases = outputs.of(question.version(), question.window(), question.accepted(), MOST);
        return cases == null
                ? ActedOn.undefined(
                        question.threshold(),
                        String.format(
                                Locale.ROOT,
                                "it is worked out for up to %,d outcomes; choose a shorter time or one site",
                                MOST))
                : ActedOn.of(cases, question.threshold());
    }

    /** The predictions whose card was accepted at last. */
    private Set<String> accepted(ModelVersionId id, List<Card> shown) {
        var last = new HashMap<UUID, GivenFeedback>();
        log.standing(id, null).forEach(given -> last.merge(given.card(), given, FeedbackTally.LAST));
        return shown.stream()
                .filter(card -> {
                    var given = last.get(card.id());
                    return given != null && given.kind() == FeedbackKind.ACCEPTED;
                })
                .map(Card::predictionId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
