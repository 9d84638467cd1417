package org.overread.monitoring.subgroup;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.Ladder;

/** One evaluation in the making: counted once, sorted once, then one pass per attribute or pair of attributes. */
final class Assessment {
    private static final String TOO_FEW = "fewer than 20 events or non-events: too few for an estimate";

    private final Question question;
    private final int size;
    private final Tally tally;
    private final SortedRows rows;
    private final List<Partition> partitions;
    private final Disclosures disclosures;

    Assessment(Cohort cohort, Question question) {
        this.question = question;
        this.size = cohort.size();
        this.tally = Tally.of(cohort, question.threshold());
        this.rows = SortedRows.of(cohort);
        this.partitions = Partition.all(question, cohort.dictionary());
        this.disclosures = Disclosures.of(partitions, tally, cohort.dictionary().size());
    }

    Evaluation evaluation() {
        var overall = figures(partitions.getFirst()).getFirst();
        var subgroups = partitions.stream()
                .skip(1)
                .flatMap(partition -> figures(partition).stream())
                .toList();
        var pooled = disclosures.pools().stream()
                .flatMap(pool -> figures(pool).stream())
                .toList();
        var events = overall.events();
        var labelled =
                tally.predictions(partitions.getFirst().groups().getFirst().slices(), Tally.EVENTS | Tally.NON_EVENTS);
        return new Evaluation(
                (long) size,
                labelled,
                events,
                question.threshold(),
                overall,
                subgroups,
                pooled,
                Disparities.of(subgroups));
    }

    private List<GroupFigures> figures(Partition partition) {
        var groups = partition.groups();
        var estimated = new BitSet();
        IntStream.range(0, groups.size())
                .filter(group -> isOverall(partition) || tier(groups.get(group)).estimated())
                .forEach(estimated::set);
        var ladders = rows.ladders(partition, estimated, tally, question.bins());
        var figures = new ArrayList<GroupFigures>();
        IntStream.range(0, groups.size())
                .parallel()
                .mapToObj(group -> figures(groups.get(group), ladders[group]))
                .forEachOrdered(figures::add);
        return figures;
    }

    private GroupFigures figures(Group group, @Nullable Ladder ladder) {
        return new GroupFigures(
                group.attribute(),
                group.value(),
                tally.predictions(group.slices(), Tally.ALL),
                tally.predictions(group.slices(), Tally.EVENTS | Tally.NON_EVENTS),
                tally.predictions(group.slices(), Tally.EVENTS),
                tier(group),
                disclosures.of(group),
                ladder == null ? Figures.withheld(TOO_FEW) : Figures.of(ladder, question.threshold(), question.bins()));
    }

    private Tier tier(Group group) {
        return Tier.of(
                tally.predictions(group.slices(), Tally.EVENTS), tally.predictions(group.slices(), Tally.NON_EVENTS));
    }

    private static boolean isOverall(Partition partition) {
        return partition.attributes().isEmpty();
    }
}
