package org.overread.web.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.overread.registry.Actor;
import org.overread.registry.GovernanceException;
import org.overread.registry.Grant;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.Scope;
import org.overread.registry.Written;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditSearch;
import org.overread.registry.audit.ChainVerification;
import org.overread.registry.audit.RecordFault;
import org.overread.registry.audit.RecordVerification;
import org.overread.registry.audit.check.TrailChecks;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.LiveVersions;
import org.overread.registry.catalog.ModelDraft;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RiskTier;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Stage;
import org.overread.registry.catalog.Stages;
import org.overread.registry.catalog.VersionDeclaration;
import org.overread.registry.gate.Criterion;
import org.overread.registry.gate.Criterion.Direction;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.PolicyDraft;
import org.overread.registry.gate.PolicyState;
import org.overread.registry.identity.AccountDraft;
import org.overread.registry.identity.People;
import org.overread.registry.identity.SignIn;
import org.overread.registry.promotion.PolicyStep;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.Promotions;
import org.overread.registry.promotion.Publishing;
import org.overread.registry.promotion.Releases;
import org.overread.registry.promotion.Reviews;
import org.overread.registry.promotion.Step;
import org.overread.registry.promotion.Submitting;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.RequiredReview;
import org.overread.registry.review.Rule;

/** A promotion inside the real server: several transactions, one after the other and at the same moment. */
@ExtendWith(ArquillianExtension.class)
class PromotionsIT {
    private static final Actor.Product PRODUCT = new Actor.Product("container-test");
    private static final String PASSWORD = "correct horse battery";
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    @Inject
    People people;

    @Inject
    SignIn signIn;

    @Inject
    Catalog catalog;

    @Inject
    Stages stages;

    @Inject
    Publishing publishing;

    @Inject
    Promotions promotions;

    @Inject
    Reviews reviews;

    @Inject
    Releases releases;

    @Inject
    AuditSearch audit;

    @Inject
    RecordVerification records;

    @Inject
    UserTransaction transaction;

    @Inject
    TrailChecks checks;

    @Resource
    ManagedExecutorService executor;

    @Resource(lookup = "java:jboss/datasources/overread")
    DataSource database;

    private final String model = "m-" + UUID.randomUUID();
    private final ModelVersionId version = new ModelVersionId(model, 1);
    private Actor.Person owner;
    private Actor.Person clinical;
    private Actor.Person technical;
    private Actor.Person chair;

    @Deployment
    static WebArchive application() throws IOException {
        return TransactionsIT.application().addClasses(PromotionsIT.class, SteadyEvidence.class);
    }

    @BeforeEach
    void aModelAndItsPolicy() {
        owner = person(Role.MODEL_OWNER, Role.CLINICAL_REVIEWER);
        clinical = person(Role.CLINICAL_REVIEWER);
        technical = person(Role.TECHNICAL_REVIEWER);
        chair = person(Role.CHAIR);
        if (catalog.site("north").isEmpty()) {
            catalog.addSite(PRODUCT, new Site("north", "North Hospital"));
        }
        catalog.register(
                PRODUCT,
                new ModelDraft(
                        model,
                        "Model " + model,
                        "Shows that promotions hold together",
                        OutputKind.RISK_SCORE,
                        RiskTier.HIGH,
                        "emergency",
                        clinical.personId(),
                        owner.personId(),
                        "Chief medical officer"));
        catalog.registerVersion(
                PRODUCT,
                model,
                new VersionDeclaration(0.5, ChangeType.FIRST, model, null, null, null, null, null, List.of()));
        var published = publishing.publish(
                chair,
                new PolicyDraft(
                        "Pilot",
                        Set.of(Stage.PILOT),
                        Set.of(Stage.REGISTERED),
                        model,
                        List.of(
                                new Criterion("predictions", GateMetric.PREDICTIONS, null, Direction.AT_LEAST, 1000),
                                new Criterion("severe", GateMetric.UNANSWERED_SEVERE, null, Direction.AT_MOST, 0)),
                        List.of(
                                new RequiredReview(Role.CLINICAL_REVIEWER, 1),
                                new RequiredReview(Role.TECHNICAL_REVIEWER, 1))),
                Written.plainly("The committee has agreed."),
                null,
                PASSWORD);
        assertEquals(
                PolicyState.IN_FORCE,
                assertInstanceOf(PolicyStep.Taken.class, published).state());
    }

    @Test
    @DisplayName("D5: two reviewers sign at the same moment: both count once; the chair approves; it is live, once")
    void leadsToTheStage() {
        var request = submitted();

        var both = List.of(
                CompletableFuture.supplyAsync(
                        () -> sign(clinical, request, Role.CLINICAL_REVIEWER, Meaning.REVIEW), executor),
                CompletableFuture.supplyAsync(
                        () -> sign(technical, request, Role.TECHNICAL_REVIEWER, Meaning.REVIEW), executor));
        both.forEach(step -> assertInstanceOf(Step.Taken.class, step.join()));
        assertEquals(
                State.READY_FOR_DECISION, promotions.request(chair, request).state());
        assertEquals(Optional.empty(), live());
        var decided = assertInstanceOf(Step.Taken.class, sign(chair, request, Role.CHAIR, Meaning.APPROVAL));

        assertEquals(State.LIVE, decided.now().state());
        assertEquals(Optional.of(version), live());
        assertEquals(0, releases.catchUp());
        assertInstanceOf(Step.Taken.class, releases.release(chair, request));
        assertEquals(1, stages.history(chair, model).entries().size());
        assertTrue(promotions.request(chair, request).signatures().stream().allMatch(line -> line.covers()));
        assertInstanceOf(ChainVerification.Verified.class, checks.whole(PRODUCT).result());
        assertEquals(List.of(), disagreements());
    }

    @Test
    @DisplayName("D8, D5, A3: what is refused leaves nothing but its trace")
    void keepsTheTraceOfWhatIsRefused() {
        var request = submitted();

        assertRefused(
                Rule.WRONG_PASSWORD,
                reviews.sign(request, new Intent(clinical, Role.CLINICAL_REVIEWER, Meaning.REVIEW, "", ZONE), "guess"));
        assertRefused(Rule.OWN_REQUEST, sign(owner, request, Role.CLINICAL_REVIEWER, Meaning.REVIEW));
        assertRefused(Rule.QUORUM_NOT_REACHED, sign(chair, request, Role.CHAIR, Meaning.APPROVAL));
        assertRefused(Rule.NOT_OPEN, releases.release(chair, request));

        assertEquals(3, recorded("promotion.signing-refused"));
        assertEquals(1, recorded("promotion.release-refused"));
        assertEquals(0, promotions.request(chair, request).signatures().size());
        assertEquals(Optional.empty(), live());
    }

    @Test
    @DisplayName("G1, D5: a chair whose role is taken away while the page is open signs nothing; nothing goes live")
    void judgesByTheRightsOfTheMoment() {
        var request = submitted();
        sign(clinical, request, Role.CLINICAL_REVIEWER, Meaning.REVIEW);
        sign(technical, request, Role.TECHNICAL_REVIEWER, Meaning.REVIEW);
        assertEquals(
                State.READY_FOR_DECISION, promotions.request(chair, request).state());

        people.revoke(PRODUCT, chair.personId(), new Grant(Role.CHAIR, Scope.EVERYWHERE));

        assertThrows(GovernanceException.class, () -> sign(chair, request, Role.CHAIR, Meaning.APPROVAL));
        assertThrows(GovernanceException.class, () -> releases.release(chair, request));
        assertEquals(
                State.READY_FOR_DECISION, promotions.request(owner, request).state());
        assertEquals(LiveVersions.NONE, stages.liveAt(PRODUCT, model, "north", Instant.now()));
    }

    @Test
    @DisplayName("A7: with the application's role no INSERT makes a version live, and a policy put in so is named")
    void holdsRowsAgainstDecisionsAndTrail() throws Exception {
        var request = submitted();
        var refused = assertThrows(SQLException.class, () -> run("""
                INSERT INTO registry.stage_entry (model, version, site, stage, entered_at, promotion, entered_by)
                VALUES ('%s', 1, 'north', 'PILOT', now(), '%s', 'eve')""".formatted(model, request)));
        assertTrue(String.valueOf(refused.getMessage())
                .contains("no approved promotion brings " + model + "/1 to PILOT at north"));
        assertEquals(Optional.empty(), live());

        transaction.begin();
        try {
            run("""
                    INSERT INTO registry.policy (id, name, number, model, content, digest, published_at)
                    SELECT gen_random_uuid(), name, 99, model, content, digest, published_at
                    FROM registry.policy WHERE model = '%s'""".formatted(model));
            var named = disagreements();
            assertEquals(1, named.size());
            assertTrue(named.getFirst().endsWith("has no entry in the audit trail as it stands"));
        } finally {
            transaction.rollback();
        }
        assertEquals(List.of(), disagreements());
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private List<String> disagreements() {
        return records.verify(PRODUCT).stream()
                .filter(fault -> model.equals(fault.model()))
                .map(RecordFault::sentence)
                .toList();
    }

    private UUID submitted() {
        var answer = promotions.submit(owner, version, Stage.PILOT, "north", (String) null);
        return assertInstanceOf(Submitting.Submitted.class, answer).request();
    }

    private Step sign(Actor.Person person, UUID request, Role as, Meaning meaning) {
        var seen = promotions.request(owner, request).changes().digest();
        return reviews.sign(request, new Intent(person, as, meaning, "", ZONE, seen), PASSWORD);
    }

    private static void assertRefused(Rule rule, Step step) {
        assertEquals(rule, assertInstanceOf(Step.Refused.class, step).rule());
    }

    private Optional<ModelVersionId> live() {
        return stages.liveAt(chair, model, "north", Instant.now()).foremost();
    }

    private long recorded(String action) {
        return audit.search(PRODUCT, AuditFilter.ALL, 0, 1000).stream()
                .filter(entry -> model.equals(entry.model()) && entry.action().equals(action))
                .count();
    }

    private Actor.Person person(Role... roles) {
        var login = "p-" + UUID.randomUUID();
        var account = people.create(PRODUCT, new AccountDraft(login, "Dr. " + login, PASSWORD));
        for (var role : roles) {
            account = people.grant(PRODUCT, account.id(), new Grant(role, Scope.EVERYWHERE));
        }
        return signIn.actor(account.login()).orElseThrow();
    }
}
