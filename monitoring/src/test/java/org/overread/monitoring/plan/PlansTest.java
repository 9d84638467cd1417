package org.overread.monitoring.plan;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.overread.monitoring.prediction.IntakeBench.NOW;
import static org.overread.monitoring.prediction.IntakeBench.SEPSIS_2;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.metric.Metric;
import org.overread.monitoring.performance.Performance;
import org.overread.monitoring.performance.PerformanceQuestion;
import org.overread.monitoring.plan.store.PlanStores;
import org.overread.monitoring.prediction.BodyFormat;
import org.overread.monitoring.prediction.IntakeBench;
import org.overread.monitoring.subgroup.Evaluation;
import org.overread.monitoring.testing.TestTransactions;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.registry.identity.Account;
import org.overread.registry.identity.InMemoryAccounts;
import org.overread.registry.testing.Actors;
import org.overread.registry.testing.RecordingAuditTrail;
import org.overread.registry.testing.StoreTest;

class PlansTest extends StoreTest {
    private static final Actor.Person MIRA = CatalogFixtures.MIRA;
    private static final Actor.Person TOM = Actors.person("tom", Role.TECHNICAL_REVIEWER);
    private static final LocalDate FIRST_DAY = LocalDate.parse("2025-01-01");

    private final RecordingAuditTrail audit = new RecordingAuditTrail();
    private final IntakeBench bench = new IntakeBench(database().application());
    private final Plans plans = new Plans();

    PlansTest() {
        super("monitoring");
        var source = TestTransactions.plain(database().application());
        plans.catalog = bench.catalog;
        plans.book = PlanStores.book(entities());
        plans.sightings = PlanStores.sightings(source);
        plans.performance = new MeasuredPredictions(source);
        plans.accounts = new InMemoryAccounts().with(MIRA).with(TOM).with(CatalogFixtures.CLARA);
        plans.trail = audit;
        plans.clock = () -> NOW;
    }

    @Test
    @DisplayName("C11: every declaration is another revision with who and when, and leaves its audit entry")
    void keepsEveryRevision() {
        var first = inTransaction(() -> plans.declare(MIRA, SEPSIS_2, PlanFixtures.draft()));
        var second = inTransaction(() -> plans.declare(MIRA, SEPSIS_2, PlanFixtures.draft()));

        assertThat(plans.revisions(MIRA, SEPSIS_2)).containsExactly(second, first);
        assertThat(plans.inForce(TOM, SEPSIS_2)).contains(second);
        assertThat(plans.book.inForce()).containsExactly(second);
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.byName()).isEqualTo("mira");
        assertThat(second.at()).isEqualTo(NOW);
        assertThat(plans.written(second.plan())).isEqualTo(PlanFixtures.draft());
        assertThat(audit.actions()).containsExactly("plan.declared", "plan.declared");
    }

    @Test
    void theDatabaseRefusesToRewriteARevision() {
        inTransaction(() -> plans.declare(MIRA, SEPSIS_2, PlanFixtures.draft()));

        assertThatThrownBy(() -> asOwner("UPDATE monitoring.plan SET content = '{}'"))
                .hasMessageContaining("refused");
    }

    @Test
    @DisplayName("G1: only who answers for the model declares its plan")
    void refusesStrangers() {
        var elsewhere = Actors.within(new Scope("oncology", null, null), "otto", Role.MODEL_OWNER);

        assertThat(refusal(TOM, PlanFixtures.draft()).code()).isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(refusal(elsewhere, PlanFixtures.draft()).code()).isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(audit.actions()).isEmpty();
    }

    @Test
    @DisplayName("G1: who is limited to one site neither declares nor reads the plan of all")
    void isForAllSites() {
        inTransaction(() -> plans.declare(MIRA, SEPSIS_2, PlanFixtures.draft()));
        var northern = Actors.within(new Scope(null, null, "north"), "nora", Role.MODEL_OWNER);

        assertThat(refusal(northern, PlanFixtures.draft()).code()).isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThatThrownBy(() -> plans.inForce(northern, SEPSIS_2)).isInstanceOf(GovernanceException.class);
        assertThatThrownBy(() -> plans.proposed(northern, SEPSIS_2)).isInstanceOf(GovernanceException.class);
    }

    @Test
    void ownerAndDeputyMustBeAbleToAnswer() {
        var good = PlanFixtures.draft();
        var draft = new PlanDraft(
                null,
                null,
                null,
                null,
                good.windows(),
                null,
                null,
                good.review(),
                "clara",
                "nobody",
                BreachAction.NOTIFY,
                1,
                1);

        assertThat(refusal(MIRA, draft).fields())
                .extracting(FieldProblem::field, FieldProblem::reason)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "owner", "must be somebody who can sign in and may answer alerts about this model"),
                        org.assertj.core.groups.Tuple.tuple(
                                "deputy", "must be the log-in of somebody who can sign in"));
    }

    @Test
    @DisplayName("C11: the proposed plan comes from what the data hold, and can be declared once a deputy is named")
    void proposesAPlanFromTheData() {
        bench.send(BodyFormat.CSV, halfAYear());

        var proposed = plans.proposed(MIRA, SEPSIS_2);

        assertThat(proposed.subgroups()).containsExactly("sex");
        assertThat(proposed.features())
                .containsExactly(
                        new WatchedFeature("age", FeatureKind.NUMERIC, null, null, null, java.util.List.of(), 0.1),
                        new WatchedFeature(
                                "insulin",
                                FeatureKind.CATEGORICAL,
                                null,
                                null,
                                null,
                                java.util.List.of("No", "Up"),
                                0.6));
        assertThat(proposed.reference()).isEqualTo(new ReferenceWindow(FIRST_DAY, FIRST_DAY.plusDays(59)));
        assertThat(proposed.windows()).isEqualTo(new WindowRule(WindowLength.MONTH, 2, 3));
        assertThat(proposed.labelDelayDays()).isEqualTo(20);
        assertThat(proposed.silentAfterHours()).isEqualTo(48);
        assertThat(requireNonNull(proposed.limits()))
                .extracting(Limit::metric)
                .contains(Metric.AUROC, Metric.SENSITIVITY, Metric.OBSERVED_EXPECTED);
        assertThat(proposed.owner()).isEqualTo("mira");
        assertThat(proposed.problems()).extracting(FieldProblem::field).containsExactly("deputy");
    }

    @Test
    @DisplayName("C11: the proposed limits are measured in the whole reference window, its last day with it")
    void measuresInTheWholeReferenceWindow() {
        bench.send(BodyFormat.CSV, halfAYear());
        var asked = new ArrayList<PerformanceQuestion>();
        var measured = plans.performance;
        plans.performance = new Performance() {
            @Override
            public Evaluation of(Actor actor, ModelVersionId version, PerformanceQuestion question) {
                asked.add(question);
                return measured.of(actor, version, question);
            }

            @Override
            public java.util.List<String> attributes(Actor actor, ModelVersionId version) {
                return measured.attributes(actor, version);
            }
        };

        plans.proposed(MIRA, SEPSIS_2);

        assertThat(asked)
                .extracting(PerformanceQuestion::from, PerformanceQuestion::to)
                .containsExactly(tuple(Instant.parse("2025-01-01T00:00:00Z"), Instant.parse("2025-03-02T00:00:00Z")));
    }

    @Test
    @DisplayName("C11: no more attributes are proposed than a plan may have")
    void proposesNoMoreAttributesThanAPlanMayHave() {
        var names = IntStream.range(0, 21)
                .mapToObj(i -> ",subgroup.g%02d".formatted(i))
                .collect(Collectors.joining());
        bench.send(
                BodyFormat.CSV,
                "prediction_id,occurred_at,score" + names + "\np1,2025-01-01T00:00:00Z,0.1" + ",x".repeat(21) + "\n");

        assertThat(plans.proposed(MIRA, SEPSIS_2).subgroups()).hasSize(20);
    }

    @Test
    @DisplayName("C7: owner and deputy are those who may answer and sign in, by their log-in however it is written")
    void namesWhoMayAnswer() {
        var gone = Actors.person("gone", Role.MODEL_OWNER);
        plans.accounts.add(
                new Account(gone.personId(), "gone", "gone", false, false, gone.grants(), Instant.EPOCH), null);

        assertThat(plans.answerers(MIRA, SEPSIS_2)).extracting(Answerer::login).containsExactly("mira", "tom");
        assertThat(refusal(MIRA, answeredBy("mira", "gone")).fields())
                .extracting(FieldProblem::field)
                .containsExactly("deputy");
        assertThat(inTransaction(() -> plans.declare(MIRA, SEPSIS_2, answeredBy(" Mira", "TOM ")))
                        .plan()
                        .deputy())
                .isEqualTo(TOM.personId());
    }

    private static PlanDraft answeredBy(String owner, String deputy) {
        var good = PlanFixtures.draft();
        return new PlanDraft(
                null,
                null,
                null,
                null,
                good.windows(),
                null,
                null,
                good.review(),
                owner,
                deputy,
                BreachAction.NOTIFY,
                1,
                1);
    }

    @Test
    void proposesAPlanForAVersionWithoutAnyData() {
        var proposed = plans.proposed(MIRA, SEPSIS_2);

        assertThat(proposed.reference()).isNull();
        assertThat(proposed.limits()).isEmpty();
        assertThat(proposed.problems()).extracting(FieldProblem::field).containsExactly("deputy");
    }

    /** Four predictions a day, one of them an event; the outcomes of the last 20 days are not known yet. */
    private static String halfAYear() {
        return IntStream.range(0, 4 * 180)
                .mapToObj(i -> "p%d,%sT08:00:00Z,pat-%d,%s,%s,%s,%s,%s"
                        .formatted(
                                i,
                                FIRST_DAY.plusDays(i / 4),
                                i,
                                i % 4 == 0 ? 0.8 - i % 3 * 0.2 : 0.2 + i % 5 * 0.1,
                                i / 4 >= 160 ? "" : i % 4 == 0 ? 1 : 0,
                                i % 2 == 0 ? "F" : "M",
                                40 + i % 50,
                                i % 2 == 0 ? "" : i % 3 == 0 ? "Up" : "No"))
                .collect(Collectors.joining(
                        "\n",
                        "prediction_id,occurred_at,patient_ref,score,outcome,subgroup.sex,feature.age,feature.insulin\n",
                        "\n"));
    }

    private GovernanceException refusal(Actor actor, PlanDraft draft) {
        return requireNonNull(catchThrowableOfType(
                GovernanceException.class, () -> inTransaction(() -> plans.declare(actor, SEPSIS_2, draft))));
    }
}
