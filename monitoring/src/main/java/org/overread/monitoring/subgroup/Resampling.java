package org.overread.monitoring.subgroup;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.overread.monitoring.metric.Ascending;
import org.overread.monitoring.metric.Figures;
import org.overread.monitoring.metric.PatientBootstrap;
import org.overread.monitoring.metric.ResampledFigures;

/**
 * Gives every group the intervals that need {@link PatientBootstrap}. Patients are drawn from the whole cohort, and a
 * group takes of them who belongs to it, so that a group has the same interval whatever else was asked for.
 */
final class Resampling {
    /** How many rows to hold a second time. */
    private static final long AT_ONCE = 5_000_000;

    private final Cohort cohort;
    private final Question question;
    private final int[] rows;
    private final PatientBootstrap bootstrap;

    Resampling(Cohort cohort, Question question, int replicates) {
        this.cohort = cohort;
        this.question = question;
        rows = ascending(cohort);
        bootstrap = PatientBootstrap.of(
                Arrays.stream(rows).mapToLong(row -> cohort.patients[row]).toArray(), replicates);
    }

    /** The figures with intervals. */
    Map<Group, Figures> withIntervals(Map<Group, Figures> computed) {
        var all = new HashMap<Group, Figures>();
        var batch = new LinkedHashMap<Group, ResampledFigures>();
        var held = 0L;
        for (var group : computed.keySet()) {
            var resampled = of(group);
            if (held + resampled.size() > AT_ONCE) {
                add(batch, computed, all);
                batch.clear();
                held = 0;
            }
            batch.put(group, resampled);
            held += resampled.size();
        }
        add(batch, computed, all);
        return all;
    }

    /** Groups that share each draw of patients. */
    private void add(Map<Group, ResampledFigures> batch, Map<Group, Figures> computed, Map<Group, Figures> all) {
        var groups = List.copyOf(batch.keySet());
        var figures = groups.stream()
                .map(group -> Objects.requireNonNull(computed.get(group)))
                .toList();
        var intervals = ResampledFigures.withIntervals(List.copyOf(batch.values()), figures, bootstrap);
        for (var group = 0; group < groups.size(); group++) {
            all.put(groups.get(group), intervals.get(group));
        }
    }

    private ResampledFigures of(Group group) {
        var places = IntStream.range(0, rows.length)
                .filter(place -> group.slices().get(cohort.slices[rows[place]]))
                .toArray();
        var scores = new double[places.length];
        var outcomes = new byte[places.length];
        var patients = new int[places.length];
        for (var i = 0; i < places.length; i++) {
            scores[i] = cohort.scores[rows[places[i]]];
            outcomes[i] = cohort.outcomes[rows[places[i]]];
            patients[i] = bootstrap.patient(places[i]);
        }
        return new ResampledFigures(scores, outcomes, patients, question.threshold(), question.bins());
    }

    /** The labelled rows by ascending score; equal scores stay in their order. */
    static int[] ascending(Cohort cohort) {
        var scores = new double[cohort.size];
        var order = new int[cohort.size];
        var labelled = 0;
        for (var row = 0; row < cohort.size; row++) {
            if (cohort.outcomes[row] >= 0) {
                scores[labelled] = cohort.scores[row];
                order[labelled++] = row;
            }
        }
        var rows = Ascending.of(scores, order, labelled);
        return IntStream.range(0, labelled).map(rows::carried).toArray();
    }
}
