package org.overread.monitoring.drift.store;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.overread.monitoring.drift.Column;
import org.overread.monitoring.drift.DriftBasis;
import org.overread.monitoring.drift.Observed;
import org.overread.monitoring.profile.FeatureDistribution;
import org.overread.monitoring.profile.FeatureProfile;
import org.overread.monitoring.profile.ScoreProfile;
import org.overread.monitoring.profile.ScoreWindows;
import org.overread.monitoring.profile.WindowFeatures;

/** The columns of some periods as their profiles tell them, all periods on one resolution. */
final class ProfiledColumns {
    private ProfiledColumns() {}

    static Observed of(List<WindowFeatures> features, List<ScoreProfile> scores) {
        var profiles = features.stream().map(WindowFeatures::profile).toList();
        var alike = FeatureProfile.alike(profiles);
        var windows = new ScoreWindows(scores);
        var periods = new ArrayList<SortedMap<Column, FeatureDistribution>>();
        for (var period = 0; period < profiles.size(); period++) {
            var columns = new TreeMap<Column, FeatureDistribution>();
            alike.get(period).forEach((name, values) -> columns.put(Column.feature(name), values));
            var predictions = Math.max(
                    profiles.get(period).predictions(), scores.get(period).size());
            if (windows.known()) {
                columns.put(Column.SCORE, windows.scores(period, predictions));
            }
            if (windows.outcomesKnown()) {
                columns.put(Column.OUTCOME, windows.outcomes(period, predictions));
            }
            periods.add(columns);
        }
        // the current window holds its months
        var predictions = profiles.stream()
                .limit(2)
                .mapToLong(FeatureProfile::predictions)
                .sum();
        return new Observed(
                periods,
                new DriftBasis(
                        DriftBasis.Source.PROFILES,
                        predictions,
                        features.stream().map(WindowFeatures::mostOfOnePatient).toList()));
    }
}
