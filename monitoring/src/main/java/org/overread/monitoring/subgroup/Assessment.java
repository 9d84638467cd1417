package org.overread.monitoring.subgroup;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.metric.Figures;

/** One evaluation in the making: its rows are put in order once, and all groups are read from that. */
final class Assessment {
    private static final String TOO_FEW = "fewer than 20 events or non-events: too few for an estimate";

    private final Question question;
    private final long size;
    private final Tally tally;
    private final Rows rows;
    private final List<Partition> partitions;
    private final Disclosures disclosures;
    private final @Nullable Resampling resampling;

    Assessment(Cohort cohort, Question question) {
        this(cohort, question, null);
    }

    Assessment(Cohort cohort, Question question, @Nullable Resampling resampling) {
        this(Tally.of(cohort, question.threshold()), SortedRows.of(cohort), cohort.dictionary(), question, resampling);
    }

    Assessment(CountedCohort cohort, Question question) {
        this(Tally.of(cohort, question.threshold()), new StepRows(cohort), cohort.dictionary(), question, null);
    }

    private Assessment(
            Tally tally, Rows rows, List<Slice> dictionary, Question question, @Nullable Resampling resampling) {
        this.question = question;
        this.resampling = resampling;
        this.tally = tally;
        this.rows = rows;
        this.partitions = Partition.all(question, dictionary);
        this.size = tally.predictions(partitions.getFirst().groups().getFirst().slices(), Tally.ALL);
        this.disclosures = Disclosures.of(partitions, tally, dictionary.size());
    }

    Evaluation evaluation() {
        var computed = computed();
        var overall = of(partitions.getFirst(), computed).getFirst();
        var subgroups = partitions.stream()
                .skip(1)
                .flatMap(partition -> of(partition, computed).stream())
                .toList();
        var pooled = disclosures.pools().stream()
                .flatMap(pool -> of(pool, computed).stream())
                .toList();
        var events = overall.events();
        var labelled =
                tally.predictions(partitions.getFirst().groups().getFirst().slices(), Tally.EVENTS | Tally.NON_EVENTS);
        return new Evaluation(
                size, labelled, events, question.threshold(), overall, subgroups, pooled, Disparities.of(subgroups));
    }

    /** The figures of every group that has enough for an estimate, and of the whole in any case. */
    private Map<Group, Figures> computed() {
        var all =
                Stream.concat(partitions.stream(), disclosures.pools().stream()).toList();
        var wanted = all.stream()
                .flatMap(partition -> partition.groups().stream()
                        .filter(group -> isOverall(partition) || tier(group).estimated()))
                .toList();
        var computed = rows.figures(all, wanted, question);
        return resampling == null ? computed : resampling.withIntervals(computed);
    }

    private List<GroupFigures> of(Partition partition, Map<Group, Figures> computed) {
        return partition.groups().stream()
                .map(group -> figures(group, computed.get(group)))
                .toList();
    }

    private GroupFigures figures(Group group, @Nullable Figures computed) {
        return new GroupFigures(
                group.attribute(),
                group.value(),
                tally.predictions(group.slices(), Tally.ALL),
                tally.predictions(group.slices(), Tally.EVENTS | Tally.NON_EVENTS),
                tally.predictions(group.slices(), Tally.EVENTS),
                tier(group),
                disclosures.of(group),
                computed == null ? Figures.withheld(TOO_FEW) : computed);
    }

    private Tier tier(Group group) {
        return Tier.of(
                tally.predictions(group.slices(), Tally.EVENTS), tally.predictions(group.slices(), Tally.NON_EVENTS));
    }

    private static boolean isOverall(Partition partition) {
        return partition.attributes().isEmpty();
    }
}
