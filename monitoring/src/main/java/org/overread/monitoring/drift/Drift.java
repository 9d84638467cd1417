package org.overread.monitoring.drift;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
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
    /** No site has this name, so a role that is limited to a site does not reach it. */
    private static final String EVERY_SITE = "";

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
        var report = of(version, question, rule);
        return actor instanceof Actor.Product ? report : shown(version, question.site(), report);
    }

    /** What people and machines may see: bins that stand for few patients are put together. */
    private DriftReport shown(ModelVersionId version, @Nullable String site, DriftReport report) {
        var windows = report.windows();
        if (windows == null) {
            return report;
        }
        var drifts = report.findings().stream()
                .map(finding -> finding.overall().drift())
                .toList();
        var reference = new PatientBins(drifts, false);
        patients.read(version, windows.reference(), site, reference::add);
        var current = new PatientBins(drifts, true);
        patients.read(version, windows.current(), site, current::add);
        return report.shown(reference, current);
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
        var place = catalog.modelFor(actor, Permission.READ_PERFORMANCE, version.model())
                .place();
        actor.mustBeAllowed(Permission.READ_PERFORMANCE, place.at(site == null ? EVERY_SITE : site));
        catalog.versionFor(actor, Permission.READ_PERFORMANCE, version);
    }
}
