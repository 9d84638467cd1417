package org.overread.registry.gate;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.catalog.Stage;
import org.overread.registry.review.RequiredReview;

/**
 * What the committee demands before a version enters a stage. Once published it never changes: a new number of the same
 * name follows it, and requests already submitted are still judged by theirs.
 *
 * @param number counts the policies of this name and model from 1
 * @param opens the stages it opens
 * @param from the stages they may be entered from; empty when only from the stage right before
 * @param model the one model it is for; null for all
 * @param criteria what the evidence must show, of both kinds for a live stage
 * @param reviews how many people of which roles must have reviewed before the chair decides
 * @param publishedBy the printed name of who published it
 * @param stops what stops a release although everything was met; in a text from before policies spoke of it, what is
 *     {@link StopRule#UNSAID}
 * @param window which time the evidence covers; {@link EvidenceWindow#EVERYTHING} in a text from before policies spoke of
 *     it
 * @param enactment who put it forward, why and from when; null in policies from before that was asked
 */
public record Policy(
        UUID id,
        String name,
        int number,
        Set<Stage> opens,
        Set<Stage> from,
        @Nullable String model,
        List<Criterion> criteria,
        List<RequiredReview> reviews,
        String publishedBy,
        Instant publishedAt,
        StopRule stops,
        EvidenceWindow window,
        @Nullable Enactment enactment) {

    /** The way of a version to general use, stage by stage. */
    static final List<Stage> PATH =
            List.of(Stage.REGISTERED, Stage.LOCAL_VALIDATION, Stage.SILENT, Stage.PILOT, Stage.GENERAL);

    public Policy {
        opens = inOrder(opens);
        from = inOrder(from);
        criteria = List.copyOf(criteria);
        reviews = List.copyOf(reviews);
        stops = Objects.requireNonNullElse(stops, StopRule.UNSAID);
        window = Objects.requireNonNullElse(window, EvidenceWindow.EVERYTHING);
    }

    /** The same policy with the ways in which it asks less than what it takes the place of. */
    Policy laxer(List<String> ways) {
        var first = Objects.requireNonNull(enactment);
        return new Policy(
                id,
                name,
                number,
                opens,
                from,
                model,
                criteria,
                reviews,
                publishedBy,
                publishedAt,
                stops,
                window,
                new Enactment(first.author(), first.reason(), first.inForceFrom(), ways));
    }

    /** In which ways it asks less than what it takes the place of; with one, it waits for a second person. */
    public List<String> laxer() {
        return enactment == null ? List.of() : enactment.laxer();
    }

    /** From when it is to be in force. */
    public Instant inForceFrom() {
        return enactment == null ? publishedAt : enactment.inForceFrom();
    }

    /** Whether this policy speaks for the stage of the model, or of every model when that is null. */
    public boolean opens(@Nullable String ofModel, Stage stage) {
        return opens.contains(stage) && (model == null || model.equals(ofModel));
    }

    /** Whether a version that is at the one stage may ask for the other. */
    public boolean leads(Stage now, Stage target) {
        int behind = PATH.indexOf(now);
        int ahead = PATH.indexOf(target);
        return opens.contains(target)
                && behind >= 0
                && behind < ahead
                && (from.isEmpty() ? behind == ahead - 1 : from.contains(now));
    }

    /** The attributes of which the evidence must show every group. */
    public Set<String> attributes() {
        return criteria.stream().map(Criterion::eachOf).filter(Objects::nonNull).collect(toUnmodifiableSet());
    }

    /** The policy as it is cited, such as {@code Pilot policy, number 2}. */
    public String title() {
        return name + ", number " + number;
    }

    /** What this policy demands otherwise than an older one, as sentences; empty when it demands the same. */
    public List<String> changesSince(Policy older) {
        return Stream.of(
                        only("Now demanded: ", demands(), older.demands()),
                        only("No longer demanded: ", older.demands(), demands()))
                .flatMap(Function.identity())
                .toList();
    }

    private List<String> demands() {
        var reviewers = reviews.stream()
                .map(review -> review.quorum() + " × " + review.role().title());
        var stopping = stops.by().stream().map(kind -> "no release during " + kind.title());
        var covered = Stream.of("figures that cover " + window.words());
        return Stream.of(criteria.stream().map(Criterion::label), reviewers, stopping, covered)
                .flatMap(demands -> demands)
                .toList();
    }

    private static Stream<String> only(String prefix, List<String> here, List<String> there) {
        return here.stream().filter(demand -> !there.contains(demand)).map(demand -> prefix + demand + ".");
    }

    /** Enumerated sets keep their declared order, so that the same policy always gives the same text. */
    static Set<Stage> inOrder(Set<Stage> stages) {
        var ordered = EnumSet.noneOf(Stage.class);
        ordered.addAll(stages);
        return Collections.unmodifiableSet(ordered);
    }
}
