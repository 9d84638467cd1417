package org.overread.registry.gate;

import static java.util.Comparator.comparingDouble;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.catalog.Stage;
import org.overread.registry.review.RequiredReview;

/**
 * In which ways a new policy asks less than what it takes the place of. It is compared stage by stage with every policy
 * that would have had the last word without it, from the day it begins: the one in force then, a retired one, and those
 * that are announced for later. Where it gives up a stage and an older policy of another name would judge there again,
 * that one is compared.
 *
 * @see "registry/docs/decisions/051-a-bar-is-not-lowered-alone.md"
 */
final class Laxity {
    private final Policy before;
    private final Policy after;

    private Laxity(Policy before, Policy after) {
        this.before = before;
        this.after = after;
    }

    /** Each way as a sentence; empty when the policy asks as much or more of everything. */
    static List<String> of(Policy draft, PolicyBook book) {
        var with = book.with(PolicyFile.of(draft));
        return book.turns(draft.inForceFrom()).stream()
                .flatMap(turn ->
                        Stream.of(Stage.values()).flatMap(stage -> at(draft, stage, book.at(turn), with.at(turn))))
                .distinct()
                .toList();
    }

    private static Stream<String> at(Policy draft, Stage stage, PolicyBook without, PolicyBook with) {
        var before = without.lastWord(draft.model(), stage);
        var after = with.lastWord(draft.model(), stage);
        if (after.equals(before)
                || after.filter(file -> !file.retiredBy(with.asOf())).isEmpty()) {
            return Stream.empty();
        }
        var opened = closed(before, without) && somethingOpen(draft.model(), without)
                ? Stream.of("Opens %s, which is closed.".formatted(stage.title()))
                : Stream.<String>empty();
        return Stream.concat(
                opened,
                before.stream()
                        .flatMap(file ->
                                new Laxity(file.policy(), after.orElseThrow().policy()).sentences(stage)));
    }

    private static boolean closed(Optional<PolicyFile> file, PolicyBook book) {
        return file.filter(found -> !found.retiredBy(book.asOf())).isEmpty();
    }

    /** The very first policy has no bar to lower. */
    private static boolean somethingOpen(@Nullable String model, PolicyBook book) {
        return Stream.of(Stage.values())
                .anyMatch(stage -> book.lastWord(model, stage).isPresent());
    }

    private Stream<String> sentences(Stage stage) {
        return Stream.of(
                        Policy.PATH.stream()
                                .filter(origin -> after.leads(origin, stage) && !before.leads(origin, stage))
                                .map(origin -> "Lets %s be entered from %s.".formatted(stage.title(), origin.title())),
                        before.criteria().stream().flatMap(this::weakened),
                        before.reviews().stream().flatMap(this::fewer),
                        stops(),
                        after.window().laxerThan(before.window()).stream())
                .flatMap(ways -> ways);
    }

    private Stream<String> weakened(Criterion demanded) {
        var strictest = after.criteria().stream()
                .filter(criterion -> criterion.metric() == demanded.metric()
                        && criterion.direction() == demanded.direction()
                        && Objects.equals(criterion.eachOf(), demanded.eachOf()))
                .max(comparingDouble(criterion -> demanded.margin(criterion.limit())));
        if (strictest.isEmpty()) {
            return Stream.of("No longer demands: " + demanded.label() + ".");
        }
        return demanded.keptBy(strictest.get().limit())
                ? Stream.empty()
                : Stream.of(
                        "Demands %s instead of %s.".formatted(strictest.get().label(), demanded.demand()));
    }

    private Stream<String> fewer(RequiredReview required) {
        int now = after.reviews().stream()
                .filter(review -> review.role() == required.role())
                .mapToInt(RequiredReview::quorum)
                .sum();
        return now >= required.quorum()
                ? Stream.empty()
                : Stream.of("Asks for %d instead of %d reviews as %s."
                        .formatted(now, required.quorum(), required.role().title()));
    }

    private Stream<String> stops() {
        var was = before.stops();
        var is = after.stops();
        var given = was.by().stream()
                .filter(kind -> !is.by().contains(kind))
                .map(kind -> "Is no longer stopped by %s.".formatted(kind.title()));
        var anew = was.evidenceAnew() && !is.evidenceAnew()
                ? Stream.of("No longer asks for new evidence after a severe finding.")
                : Stream.<String>empty();
        var days = was.evidenceDays() != null && is.evidenceDays() != null && is.evidenceDays() > was.evidenceDays()
                ? Stream.of("Lets evidence serve for %d instead of %d days."
                        .formatted(is.evidenceDays(), was.evidenceDays()))
                : Stream.<String>empty();
        return Stream.of(given, anew, days).flatMap(ways -> ways);
    }
}
