package org.overread.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.PollEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Paragraph;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.drift.DriftRule;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.plan.Answerer;
import org.overread.monitoring.plan.AttributePair;
import org.overread.monitoring.plan.BreachAction;
import org.overread.monitoring.plan.FeatureKind;
import org.overread.monitoring.plan.Limit;
import org.overread.monitoring.plan.MonitoringPlan;
import org.overread.monitoring.plan.PeriodicReviews;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.PlanRevision;
import org.overread.monitoring.plan.Plans;
import org.overread.monitoring.plan.ReferenceWindow;
import org.overread.monitoring.plan.ReviewRule;
import org.overread.monitoring.plan.WatchedFeature;
import org.overread.monitoring.plan.WindowLength;
import org.overread.monitoring.plan.WindowRule;
import org.overread.monitoring.plan.wire.PlanFile;
import org.overread.monitoring.run.RunAttempt;
import org.overread.monitoring.run.RunDesk;
import org.overread.monitoring.run.RunEntry;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.monitoring.schedule.MonitoringOverview;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.web.catalog.VersionPage;
import org.overread.web.plan.PlanEditor.Way;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Facts;
import org.overread.web.testing.BareView;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = BareView.class)
class PlanTabTest extends ViewTest {
    private static final ModelVersionId SEPSIS_1 = new ModelVersionId("sepsis", 1);
    private static final Actor.Person OWNER = People.with(Role.MODEL_OWNER);
    private static final PlanDraft WHOLE = new PlanDraft(
            List.of(
                    new WatchedFeature("age", FeatureKind.NUMERIC, "years", 0.0, 120.0, List.of(), 0.07),
                    new WatchedFeature(
                            "insulin", FeatureKind.CATEGORICAL, null, null, null, List.of("No", "Up"), null)),
            List.of("sex", "race"),
            List.of(new AttributePair("race", "sex")),
            new ReferenceWindow(LocalDate.parse("2025-01-01"), LocalDate.parse("2025-03-31")),
            new WindowRule(WindowLength.WEEK, 2, 3),
            List.of(
                    new Limit(Metric.AUROC, null, Limit.Side.FLOOR, 0.75, 0.7),
                    new Limit(Metric.SENSITIVITY, "sex", Limit.Side.FLOOR, null, 0.6)),
            new DriftRule(0.01, 0.1, 0.1, 0.05, 0.1, 3, 4, 500),
            new ReviewRule(ReviewRule.Cadence.QUARTER, LocalDate.parse("2026-06-30")),
            "mira",
            "tom",
            BreachAction.NOTIFY,
            30,
            48);

    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final MonitoringPlan PLAN = new MonitoringPlan(
            List.of(),
            List.of("sex"),
            List.of(),
            null,
            new WindowRule(WindowLength.WEEK, 2, 3),
            List.of(),
            DriftRule.DEFAULT,
            new ReviewRule(ReviewRule.Cadence.QUARTER, LocalDate.parse("2026-06-30")),
            OWNER.personId(),
            OWNER.personId(),
            BreachAction.NOTIFY,
            30,
            48);

    private final Declared plans = new Declared();
    private final Told desk = new Told();

    /** Keeps what is declared, after the checks that the draft makes of itself. */
    private static final class Declared extends Plans {
        private final List<PlanDraft> declared = new ArrayList<>();

        private @Nullable PlanRevision inForce;

        @Override
        public Optional<PlanRevision> inForce(Actor actor, ModelVersionId version) {
            return Optional.ofNullable(inForce);
        }

        @Override
        public List<PlanRevision> revisions(Actor actor, ModelVersionId version) {
            return inForce == null ? List.of() : List.of(inForce);
        }

        @Override
        public PlanDraft written(MonitoringPlan plan) {
            return WHOLE;
        }

        @Override
        public PlanDraft proposed(Actor actor, ModelVersionId version) {
            return WHOLE;
        }

        @Override
        public List<Answerer> answerers(Actor actor, ModelVersionId version) {
            return List.of(new Answerer("mira", "Mira"), new Answerer("tom", "Tom"), new Answerer("ada", "Ada"));
        }

        @Override
        public PlanRevision declare(Actor actor, ModelVersionId version, PlanDraft draft) {
            GovernanceException.refuse("This plan cannot be declared yet.", draft.problems());
            declared.add(draft);
            throw new Done();
        }
    }

    /** Runs as the test says. */
    private static final class Told extends RunDesk {
        private final List<RunEntry> entries = new ArrayList<>();

        @Override
        public Optional<RunEntry> underWay(Actor actor, ModelVersionId version) {
            return entries.stream().filter(entry -> !entry.over()).findFirst();
        }

        @Override
        public List<RunEntry> log(Actor actor, ModelVersionId version) {
            return List.copyOf(entries);
        }

        @Override
        public RunEntry entry(Actor actor, ModelVersionId version, UUID id) {
            return entries.getFirst();
        }
    }

    /** Ends the click where the page would be loaded anew. */
    private static final class Done extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @BeforeEach
    void aModelOwnerLooks() {
        SignedIn.as(OWNER);
        navigate(BareView.class);
    }

    @Test
    @DisplayName("C11: without a plan the tab says what that means, and proposes one as a form")
    void proposesAPlan() {
        show(tab().show(page(OWNER)));

        assertThat(words()).contains("Nobody watches this version yet.");
        assertThat(find(PlanForm.class).single().draft()).isEqualTo(WHOLE);
    }

    @Test
    void offersNothingToChangeToWhoMayOnlyRead() {
        show(tab().show(page(People.with(Role.COMPLIANCE))));

        assertThat(words()).contains("Nobody watches this version: no monitoring plan is declared.");
        assertThat(find(PlanEditor.class).all()).isEmpty();
    }

    @Test
    @DisplayName("C11: the form holds every usual field of a plan, and loses none, opened or not")
    void losesNothing() {
        var editor = editor();

        assertThat(editor.form.draft()).isEqualTo(WHOLE);
        find(Details.class).single().setOpened(true);
        assertThat(editor.form.features.rows()).hasSize(2);
        assertThat(editor.form.draft()).isEqualTo(WHOLE);
    }

    @Test
    @DisplayName("C11: what is changed in the form is what is declared")
    void declaresTheForm() {
        var editor = editor();
        editor.form.deputy.setValue(new Answerer("ada", "Ada"));
        editor.form.onBreach.setValue(BreachAction.SUSPEND);
        editor.form.subgroups.typed("age_band");
        editor.form.limits.rows().getFirst().alert.setValue(0.65);
        test(editor.form.limits.rows().get(1).remove).click();
        test(editor.form.limits.more).click();
        editor.form.limits.rows().getLast().metric.setValue(Metric.SPECIFICITY);
        editor.form.limits.rows().getLast().alert.setValue(0.5);

        declare(editor);

        var declared = plans.declared.getFirst();
        assertThat(declared.deputy()).isEqualTo("ada");
        assertThat(declared.onBreach()).isEqualTo(BreachAction.SUSPEND);
        assertThat(declared.subgroups()).containsExactly("sex", "race", "age_band");
        assertThat(declared.limits())
                .containsExactly(
                        new Limit(Metric.AUROC, null, Limit.Side.FLOOR, 0.75, 0.65),
                        new Limit(Metric.SPECIFICITY, null, Limit.Side.FLOOR, null, 0.5));
        assertThat(declared.drift()).isEqualTo(WHOLE.drift());
    }

    @Test
    @DisplayName("C11: what is wrong in the form is told beside its field")
    void tellsBesideTheField() {
        var editor = editor();
        editor.form.limits.rows().getFirst().alert.setValue(7.0);
        editor.form.times.of.setValue(99);
        editor.form.deputy.setValue(new Answerer("mira", "Mira"));

        test(editor.declare).click();

        assertThat(editor.form.limits.rows().getFirst().alert.getErrorMessage())
                .isEqualTo("Alert at must be from 0 to 1 for this metric.");
        assertThat(editor.form.times.of.isInvalid()).isTrue();
        assertThat(editor.form.deputy.getErrorMessage()).contains("must be somebody else than the owner");
        assertThat(plans.declared).isEmpty();
    }

    @Test
    @DisplayName("C11: a subgroup that is taken away takes its pairs along, and a limit on it is told")
    void tellsALimitOnAGroupThatIsGone() {
        var editor = editor();
        editor.form.subgroups.setValue(Set.of("race"));

        test(editor.declare).click();

        assertThat(editor.form.draft().pairs()).isEmpty();
        assertThat(editor.form.limits.rows().get(1).eachOf.getErrorMessage())
                .isEqualTo(
                        "In every group of must be one of the subgroups, or one of the pairs, such as age_band × sex.");
    }

    @Test
    @DisplayName("C11: form and YAML are two ways to write the same plan")
    void turnsFormIntoTextAndBack() {
        var editor = editor();
        editor.form.times.labelDelay.setValue(45);

        editor.way.setValue(Way.YAML);
        assertThat(editor.text.isVisible()).isTrue();
        assertThat(editor.text.getValue()).contains("labelDelayDays: 45");
        editor.text.setValue(editor.text.getValue().replace("labelDelayDays: 45", "labelDelayDays: 60"));
        editor.way.setValue(Way.FORM);

        assertThat(editor.form.times.labelDelay.getValue()).isEqualTo(60);
        assertThat(editor.text.isVisible()).isFalse();
    }

    @Test
    @DisplayName("C11: YAML that cannot be read stays as it is, with line and remedy told")
    void keepsWhatCannotBeRead() {
        var editor = editor();
        editor.way.setValue(Way.YAML);
        editor.text.setValue("owner: mira\nlimts: []\n");

        editor.way.setValue(Way.FORM);

        assertThat(editor.way.getValue()).isEqualTo(Way.YAML);
        assertThat(editor.text.getValue()).contains("limts");
        assertThat(words()).anyMatch(words -> words.contains("near line 2") && words.contains("known are"));
    }

    @Test
    @DisplayName("C11: what is wrong in YAML is told with its line")
    void tellsTheLine() {
        var editor = editor();
        editor.way.setValue(Way.YAML);
        editor.text.setValue(PlanFile.write(WHOLE).replace("silentAfterHours: 48", "silentAfterHours: 0"));
        var line = editor.text.getValue().lines().toList().indexOf("silentAfterHours: 0") + 1;

        test(editor.declare).click();

        assertThat(words()).contains("Line %d: silentAfterHours must be from 1 to 8784.".formatted(line));
    }

    @Test
    @DisplayName("C11: a file that cannot be a plan is refused in words, and what was written stays")
    void refusesOtherFiles() {
        var editor = editor();
        editor.form.times.silentAfter.setValue(12);

        editor.refuse("plan.pdf");

        assertThat(words()).anyMatch(words -> words.startsWith("plan.pdf was not taken: a plan is a file"));
        assertThat(editor.form.times.silentAfter.getValue()).isEqualTo(12);
    }

    @Test
    @DisplayName("C11: the plan in force is read with days as everywhere, and the run is started above its checks")
    void readsThePlanInForce() {
        planned(OWNER);

        assertThat(find(Facts.class).single().getElement().getTextRecursively())
                .contains("30 Jun 2026, then every quarter");
        var buttons = find(Button.class).all().stream().map(Button::getText).toList();
        assertThat(buttons).startsWith("Check now", "Record a review");
    }

    @Test
    @DisplayName("C11: what was begun comes back after a reload, and is given up only when told so")
    void comesBack() {
        var editor = editor();
        var kept = PlanFile.write(WHOLE).replace("silentAfterHours: 48", "silentAfterHours: 12");

        editor.broughtBack(kept);

        assertThat(editor.back.isVisible()).isTrue();
        assertThat(editor.form.times.silentAfter.getValue()).isEqualTo(12);
        test(find(Button.class).withText("Start over").single()).click();
        assertThat(editor.form.draft()).isEqualTo(WHOLE);
        assertThat(editor.back.isVisible()).isFalse();
    }

    @Test
    @DisplayName("C11: the log of runs says when, by whom, for how long, what was found and why one failed")
    void showsTheLogOfRuns() {
        planned(People.with(Role.COMPLIANCE));

        assertThat(words()).contains("No run yet.");
        desk.entries.add(entry(RunAttempt.State.FAILED, null, "The database does not answer."));
        desk.entries.add(entry(RunAttempt.State.DONE, new RunEntry.Found(14, 11, 1, 1, 1, 0), null));
        planned(People.with(Role.COMPLIANCE));

        assertThat(find(BareView.class).single().getElement().getTextRecursively())
                .contains("the clock", "3.0 s", "Failed", "The database does not answer.")
                .contains("11 of 14 checks in order, 1 alert, 1 warning, 1 without enough data");
        assertThat(find(Button.class).withText("Check now").all()).isEmpty();
    }

    @Test
    @DisplayName("C11: a run that is under way shows how far it has come, also to who comes later, until it is over")
    void showsProgress() {
        desk.entries.add(
                new RunEntry(new UUID(7, 7), OWNER.id(), MONDAY, RunAttempt.State.RUNNING, 3, 8, null, null, null));
        planned(OWNER);
        var progress = find(RunProgressBar.class).single();
        assertThat(progress.words.getText()).isEqualTo("The checks are being run: 3 of 8 sources have answered");
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(500);

        desk.entries.set(
                0, new RunEntry(new UUID(7, 7), OWNER.id(), MONDAY, RunAttempt.State.RUNNING, 6, 8, null, null, null));
        ComponentUtil.fireEvent(UI.getCurrent(), new PollEvent(UI.getCurrent(), true));
        assertThat(progress.bar.getValue()).isEqualTo(6);

        find(BareView.class).single().removeAll();
        assertThat(UI.getCurrent().getPollInterval()).isEqualTo(-1);
    }

    private void planned(Actor actor) {
        var bare = find(BareView.class).single();
        bare.removeAll();
        plans.inForce = new PlanRevision(new UUID(6, 6), SEPSIS_1, 1, PLAN, OWNER.id(), "The owner", MONDAY);
        bare.add(tab().show(page(actor)));
    }

    private static RunEntry entry(RunAttempt.State state, RunEntry.@Nullable Found found, @Nullable String failure) {
        return new RunEntry(new UUID(7, 7), "monitoring", MONDAY, state, 0, 0, 3000L, found, failure);
    }

    private void declare(PlanEditor editor) {
        try {
            test(editor.declare).click();
        } catch (Done done) {
            return;
        }
        throw new AssertionError("nothing was declared: " + words());
    }

    private PlanTab tab() {
        var tab = new PlanTab();
        tab.plans = plans;
        tab.runs = new RunsPart();
        tab.runs.desk = desk;
        tab.checks = new ChecksPart();
        tab.checks.runs = tab.runs;
        tab.checks.overview = new MonitoringOverview() {
            @Override
            public Optional<FinishedRun> latest(Actor actor, ModelVersionId version) {
                return Optional.empty();
            }
        };
        tab.reading = new PlanReading();
        tab.reading.people = new org.overread.registry.identity.People() {
            @Override
            public Optional<NamedPerson> named(PersonId id) {
                return Optional.empty();
            }
        };
        tab.runs.people = tab.reading.people;
        tab.reading.reviews = new PeriodicReviews() {
            @Override
            public LocalDate due(ModelVersionId version, MonitoringPlan plan) {
                return plan.review().due();
            }
        };
        return tab;
    }

    private PlanEditor editor() {
        return show(new PlanEditor(plans, page(OWNER), WHOLE, new Drafts(OWNER.id(), "plan")));
    }

    private <T extends Component> T show(T part) {
        find(BareView.class).single().add(part);
        return part;
    }

    private static VersionPage page(Actor actor) {
        var catalog =
                CatalogFixtures.sepsisCatalog(new RecordingAuditTrail(), 1).catalog();
        return new VersionPage(
                catalog.model(CatalogFixtures.MIRA, "sepsis"),
                catalog.version(CatalogFixtures.MIRA, SEPSIS_1),
                actor,
                Map.of());
    }

    private List<String> words() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
