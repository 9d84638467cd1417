package org.overread.monitoring.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;

/** Tells whether what a version sees, says and predicts has moved since its reference window. */
@ApplicationScoped
@Transactional
public class Drift {
    @Inject
    Catalog catalog;

    @Inject
    FeatureHistory history;

    @Inject
    PatientRows patients;

    /**
     * Every column of a version by the declared rule.
     *
     * @throws GovernanceException when the actor may not see them, or with every problem of the question at once. Who
     *     is limited to one site must ask for that site
     */
    public DriftReport of(Actor actor, ModelVersionId version, DriftQuestion question) {
        return of(actor, version, question, DriftRule.DEFAULT);
    }

    /** The same by the rule of a plan. */
    public DriftReport of(Actor actor, ModelVersionId version, DriftQuestion question, DriftRule rule) {
        readable(actor, version, question.site());
        GovernanceException.refuse("This cannot be answered as it is asked.", question.problems());
        return shown(version, question.site(), of(version, question, rule));
    }

    /** What may be told: nothing that stands for few patients. */
    private DriftReport shown(ModelVersionId version, @Nullable String site, DriftReport report) {
        var windows = report.windows();
        if (windows == null) {
            return report;
        }
        var whole = report.findings().stream()
                .map(finding -> finding.overall().drift())
                .toList();
        var counting = new Counting(version, site, report.basis());
        var months = new ArrayList<PatientBins>();
        var periods = windows.current().months();
        for (int i = 0; i < periods.size(); i++) {
            int month = i;
            var drifts = report.findings().stream()
                    .map(finding -> finding.marks().get(month).judged().drift())
                    .toList();
            months.add(counting.bins(drifts, periods.get(i), 2 + i));
        }
        return report.shown(
                counting.bins(whole, windows.reference(), 0), counting.bins(whole, windows.current(), 1), months);
    }

    /** Counts the patients behind bins: from the predictions where those were read, else by what one patient has at most. */
    private final class Counting {
        private final ModelVersionId version;
        private final @Nullable String site;
        private final DriftBasis basis;

        Counting(ModelVersionId version, @Nullable String site, DriftBasis basis) {
            this.version = version;
            this.site = site;
            this.basis = basis;
        }

        PatientBins bins(List<ColumnDrift> drifts, Period period, int which) {
            var most = basis.mostOfOnePatient();
            var bins = new PatientBins(drifts, which > 0, which < most.size() ? most.get(which) : 0);
            if (bins.open() && basis.source() == DriftBasis.Source.PREDICTIONS) {
                patients.read(version, period, site, bins::add);
            }
            return bins;
        }
    }

    private DriftReport of(ModelVersionId version, DriftQuestion question, DriftRule rule) {
        var span = history.span(version);
        if (span.isEmpty()) {
            return DriftReport.nothing(rule);
        }
        var windows = DriftWindows.of(question, span.get());
        var periods = new ArrayList<Period>();
        periods.add(windows.reference());
        periods.add(windows.current());
        periods.addAll(windows.current().months());
        return DriftReport.of(rule, windows, history.of(version, periods, question.site()));
    }

    private void readable(Actor actor, ModelVersionId version, @Nullable String site) {
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version, site);
    }
}
