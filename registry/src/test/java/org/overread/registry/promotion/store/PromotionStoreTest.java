package org.overread.registry.promotion.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.promotion.PromotionFixtures.REQUEST;
import static org.overread.registry.promotion.PromotionFixtures.frozen;
import static org.overread.registry.promotion.PromotionFixtures.policy;
import static org.overread.registry.promotion.PromotionFixtures.signedBy;
import static org.overread.registry.promotion.PromotionFixtures.submitted;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;
import static org.overread.registry.review.ReviewFixtures.approval;
import static org.overread.registry.review.ReviewFixtures.review;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.overread.registry.Role;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PolicyFile;
import org.overread.registry.identity.Eyes;
import org.overread.registry.promotion.Frozen;
import org.overread.registry.promotion.InMemoryGovernance;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.promotion.PromotionDossier.SignatureLine;
import org.overread.registry.promotion.PromotionFile;
import org.overread.registry.promotion.PromotionFile.Withdrawal;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.Step;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Rule;
import org.overread.registry.testing.StoreTest;
import org.overread.registry.testing.TellingTriggers;

class PromotionStoreTest extends StoreTest {
    private static final Intent CLINICAL_REVIEW = review(CLINICAL, Role.CLINICAL_REVIEWER);
    private static final Intent TECHNICAL_REVIEW = review(TECHNICAL, Role.TECHNICAL_REVIEWER);

    private final JpaPublishedPolicies policies = policiesOn(entities());
    private final JpaPromotionRequests requests = requestsOn(entities());
    private final InMemoryGovernance governance = new InMemoryGovernance();

    PromotionStoreTest() {
        super("registry");
    }

    @BeforeEach
    void thePilotOfSepsisTwoIsAskedFor() {
        asOwner(TellingTriggers.sql());
        inTransaction(() -> {
            policies.add(frozen(policy()));
            requests.add(submitted());
        });
    }

    private static JpaPublishedPolicies policiesOn(EntityManager entities) {
        var store = new JpaPublishedPolicies();
        store.entities = entities;
        return store;
    }

    private static JpaPromotionRequests requestsOn(EntityManager entities) {
        var store = new JpaPromotionRequests();
        store.entities = entities;
        store.policies = policiesOn(entities);
        store.eyes = new Eyes() {
            @Override
            public Map<String, String> letInBy() {
                return Map.of();
            }
        };
        return store;
    }

    private PromotionFile stored() {
        return inTransaction(() -> requests.find(REQUEST).orElseThrow());
    }

    private PromotionDossier dossier() {
        return inTransaction(() -> governance.dossier(requests, REQUEST));
    }

    private Step sign(Intent intent) {
        return inTransaction(() -> governance.sign(requests, REQUEST, intent));
    }

    private void sign(Intent... intents) {
        for (var intent : intents) {
            assertThat(sign(intent)).isInstanceOf(Step.Taken.class);
        }
    }

    /** What somebody with the owner's password could do. */
    private void tamper(String table, String change) {
        asOwner(
                "ALTER TABLE registry." + table + " DISABLE TRIGGER rows_stay",
                change,
                "ALTER TABLE registry." + table + " ENABLE ALWAYS TRIGGER rows_stay");
    }

    @Nested
    class Keeping {
        @Test
        void givesBackTheFileAsItWasOpened() {
            assertThat(stored()).isEqualTo(submitted());
            assertThat(inTransaction(() -> requests.find(new UUID(0, 0)))).isEmpty();
        }

        @Test
        void givesBackEverySignatureInOrderAndUnbroken() {
            var signed = signedBy(submitted(), CLINICAL_REVIEW, TECHNICAL_REVIEW, approval(CHAIR));
            inTransaction(() -> requests.addSignature(signedBy(submitted(), CLINICAL_REVIEW)));
            inTransaction(() -> requests.addSignature(signedBy(submitted(), CLINICAL_REVIEW, TECHNICAL_REVIEW)));
            inTransaction(() -> requests.addSignature(signed));

            assertThat(stored()).isEqualTo(signed);
            assertThat(stored().notCovering()).isEmpty();
        }

        @Test
        void givesBackTheWithdrawal() {
            var withdrawal = new Withdrawal(OWNER.id(), OWNER.name(), NOON);
            inTransaction(() -> requests.addWithdrawal(REQUEST, withdrawal));

            assertThat(stored().withdrawal()).isEqualTo(withdrawal);
        }

        @Test
        void listsByModelVersionAndSite() {
            assertThat(listed(PromotionFilter.ALL)).containsExactly(submitted());
            assertThat(listed(new PromotionFilter("sepsis", 2, "north", Set.of())))
                    .containsExactly(submitted());
            assertThat(listed(new PromotionFilter("sepsis", 1, null, Set.of()))).isEmpty();
            assertThat(listed(new PromotionFilter("pancreas", null, null, Set.of())))
                    .isEmpty();
            assertThat(listed(new PromotionFilter(null, null, "south", Set.of())))
                    .isEmpty();
        }

        private List<PromotionFile> listed(PromotionFilter filter) {
            return inTransaction(() -> requests.list(filter));
        }

        @Test
        void knowsWhatNobodyHasDecidedOrTakenBack() {
            assertThat(inTransaction(requests::undecided)).containsExactly(submitted());
            sign(CLINICAL_REVIEW, TECHNICAL_REVIEW);
            assertThat(inTransaction(requests::undecided)).hasSize(1);

            sign(approval(CHAIR));

            assertThat(inTransaction(requests::undecided)).isEmpty();
        }

        @Test
        void forgetsWhatWasTakenBack() {
            inTransaction(() -> requests.addWithdrawal(REQUEST, new Withdrawal(OWNER.id(), OWNER.name(), NOON)));

            assertThat(inTransaction(requests::undecided)).isEmpty();
        }

        @Test
        @DisplayName("D7: gives back each number of a policy as it was published, the newest first")
        void givesBackPolicies() {
            var second = GateFixtures.pilotPolicy(2, List.of(GateFixtures.FEW_OVERRIDES));
            inTransaction(() -> policies.add(frozen(second)));

            assertThat(inTransaction(policies::files)).containsExactly(PolicyFile.of(second), PolicyFile.of(policy()));
            assertThat(inTransaction(() -> policies.find(second.id()))).contains(frozen(second));
        }

        @Test
        @DisplayName("D7: keeps what a second person said of a policy, and that it was retired")
        void givesBackWhatWasAddedToPolicies() {
            var confirmed = new PolicyFile.Decision(true, "x", "Dr. Carol Chair", "", NOON);
            var retired = new PolicyFile.Retirement("x", "Dr. Carol Chair", "No longer used.", NOON);
            inTransaction(() -> {
                policies.add(policy().id(), confirmed);
                policies.add(policy().id(), retired);
            });

            assertThat(inTransaction(policies::files)).containsExactly(new PolicyFile(policy(), confirmed, retired));
        }

        @Test
        @DisplayName("D15: keeps what had changed when somebody signed")
        void keepsWhatTheSignerHadSeen() {
            sign(CLINICAL_REVIEW);

            assertThat(dossier().signatures().getFirst().signature().since()).isEmpty();
            assertThat(dossier().signatures().getFirst().covers()).isTrue();
        }

        @Test
        @DisplayName("D7: the same number of a policy is published once")
        void refusesTheSameNumberTwice() {
            var copy = new Policy(
                    new UUID(30, 77),
                    policy().name(),
                    policy().number(),
                    policy().opens(),
                    policy().from(),
                    policy().model(),
                    policy().criteria(),
                    policy().reviews(),
                    policy().publishedBy(),
                    policy().publishedAt(),
                    policy().stops(),
                    policy().window(),
                    null);

            assertThatThrownBy(() -> inTransaction(() -> policies.add(frozen(copy))))
                    .hasStackTraceContaining("policy_name_model_number_key");
        }

        @Test
        @DisplayName("A6: names what is approved and not yet in effect, and no longer once it is")
        void namesWhatIsOwed() {
            assertThat(inTransaction(requests::approvedAndNotInEffect)).isEmpty();
            sign(CLINICAL_REVIEW, TECHNICAL_REVIEW, approval(CHAIR));
            assertThat(inTransaction(requests::approvedAndNotInEffect)).containsExactly(REQUEST);

            asOwner(
                    "SET session_replication_role = replica",
                    "INSERT INTO registry.stage_entry (model, version, site, stage, entered_at, promotion, entered_by)"
                            + " VALUES ('sepsis', 2, 'north', 'PILOT', now(), '" + REQUEST + "', '" + CHAIR.id()
                            + "')");

            assertThat(inTransaction(requests::approvedAndNotInEffect)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "policy",
                    "policy_decision",
                    "policy_retirement",
                    "promotion",
                    "promotion_signature",
                    "promotion_withdrawal"
                })
        @DisplayName("D7: what is kept is changed by nobody, not even by the owner")
        void refusesChanges(String table) {
            sign(CLINICAL_REVIEW);
            inTransaction(() -> requests.addWithdrawal(REQUEST, new Withdrawal(OWNER.id(), OWNER.name(), NOON)));
            inTransaction(() -> {
                policies.add(policy().id(), new PolicyFile.Decision(true, "x", "Dr. Carol Chair", "", NOON));
                policies.add(policy().id(), new PolicyFile.Retirement("x", "Dr. Carol Chair", "Unused.", NOON));
            });
            var column = switch (table) {
                case "policy" -> "name";
                case "policy_decision", "policy_retirement", "promotion_withdrawal" -> "by_name";
                default -> "digest";
            };
            var update = "UPDATE registry.%s SET %s = 'x'".formatted(table, column);
            var delete = "DELETE FROM registry." + table;

            assertThatThrownBy(() -> asApplication(update)).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> asApplication(delete)).hasMessageContaining("permission denied");
            assertThatThrownBy(() -> asOwner(update)).hasMessageContaining("is refused");
            assertThatThrownBy(() -> asOwner(delete)).hasMessageContaining("is refused");
            assertThatThrownBy(() -> asOwner("TRUNCATE registry." + table + " CASCADE"))
                    .hasMessageContaining("is refused");
        }
    }

    @Nested
    @DisplayName("D8: altered by the owner of the database")
    class Altered {
        private void assertHalted(String reason) {
            var dossier = dossier();

            assertThat(dossier.state()).isEqualTo(State.HALTED);
            assertThat(dossier.status()).contains(reason);
            assertThat(dossier.signatures()).extracting(SignatureLine::covers).doesNotContain(true);
            assertThat(sign(approval(CHAIR)))
                    .isInstanceOfSatisfying(
                            Step.Refused.class,
                            refused -> assertThat(refused.rule()).isEqualTo(Rule.NOT_AS_SUBMITTED));
        }

        @BeforeEach
        void bothHaveReviewed() {
            sign(CLINICAL_REVIEW, TECHNICAL_REVIEW);
        }

        @Test
        void evidence() {
            tamper("promotion", "UPDATE registry.promotion SET evidence = replace(evidence, '0.74', '0.99')");

            assertHalted("The evidence is no longer what was submitted.");
            assertHalted("The signature of Dr. Carl Clinical (Clinical reviewer) no longer covers it.");
        }

        @Test
        void evidenceThatCannotBeReadAnyMore() {
            tamper("promotion", "UPDATE registry.promotion SET evidence = left(evidence, 100)");

            assertHalted("The evidence is no longer what was submitted.");
            assertThat(dossier().evidence()).isNull();
        }

        @Test
        void evidenceTogetherWithItsDigest() {
            tamper(
                    "promotion",
                    "UPDATE registry.promotion SET evidence = replace(evidence, '0.74', '0.99'), evidence_digest ="
                            + " encode(sha256(convert_to(replace(evidence, '0.74', '0.99'), 'UTF8')), 'hex')");

            assertHalted("The request is no longer as it was submitted.");
        }

        @Test
        void policy() {
            tamper("policy", "UPDATE registry.policy SET content = replace(content, '0.6', '0.1')");

            assertHalted("The policy is no longer the one it was submitted under.");
        }

        @Test
        void anAlteredPolicyJudgesNothingNew() {
            tamper("policy", "UPDATE registry.policy SET content = replace(content, '0.6', '0.1')");

            assertThat(inTransaction(policies::files)).isEmpty();
        }

        @Test
        void theStageAskedFor() {
            tamper("promotion", "UPDATE registry.promotion SET stage_to = 'GENERAL'");

            assertHalted("The request is no longer as it was submitted.");
        }

        @Test
        void aSignature() {
            tamper(
                    "promotion_signature",
                    "UPDATE registry.promotion_signature SET printed_name = 'Somebody Else' WHERE position = 1");

            assertThat(dossier().state()).isEqualTo(State.HALTED);
            assertThat(dossier().signatures()).extracting(SignatureLine::covers).containsExactly(false, true);
        }

        @Test
        void aSignatureThatIsGone() {
            tamper("promotion_signature", "DELETE FROM registry.promotion_signature WHERE position = 1");

            assertThat(dossier().state()).isEqualTo(State.HALTED);
            assertThat(dossier().signatures()).extracting(SignatureLine::covers).containsExactly(false);
        }
    }

    @Nested
    @DisplayName("Two sign at the same moment")
    class AtTheSameMoment {
        @Test
        void bothCountOnceAndNothingIsLost() throws Exception {
            var first = another();
            var second = another();
            var signed = new CountDownLatch(1);
            var goOn = new CountDownLatch(1);
            var clinical = inBackground(() -> inTransaction(first, () -> {
                var step = governance.sign(requestsOn(first), REQUEST, CLINICAL_REVIEW);
                first.flush();
                signed.countDown();
                await(goOn);
                return step;
            }));
            await(signed);

            var technical = inBackground(
                    () -> inTransaction(second, () -> governance.sign(requestsOn(second), REQUEST, TECHNICAL_REVIEW)));
            untilSomebodyWaits();
            goOn.countDown();

            assertThat(clinical.get(30, TimeUnit.SECONDS)).isInstanceOf(Step.Taken.class);
            assertThat(technical.get(30, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Step.Taken.class,
                            taken -> assertThat(taken.now().state()).isEqualTo(State.READY_FOR_DECISION));
            assertThat(stored().chain().signatures())
                    .extracting(signature -> signature.signer())
                    .containsExactly(CLINICAL.personId(), TECHNICAL.personId());
            assertThat(dossier().signatures()).extracting(SignatureLine::covers).containsExactly(true, true);
        }

        @Test
        @DisplayName("D5: the same person from two windows counts once")
        void theSamePersonCountsOnce() throws Exception {
            var answers = List.of(another(), another()).stream()
                    .map(window -> inBackground(() ->
                            inTransaction(window, () -> governance.sign(requestsOn(window), REQUEST, CLINICAL_REVIEW))))
                    .toList();

            var steps = List.of(
                    answers.getFirst().get(30, TimeUnit.SECONDS),
                    answers.getLast().get(30, TimeUnit.SECONDS));

            assertThat(steps).hasAtLeastOneElementOfType(Step.Taken.class);
            assertThat(steps).hasAtLeastOneElementOfType(Step.Refused.class);
            assertThat(stored().chain().signatures()).hasSize(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"gen_random_uuid(), 1", "gen_random_uuid(), 2", "signer, 2"})
        @DisplayName(
                "D5: and if the turns failed, the database would refuse a second of a person or after the same one")
        void theDatabaseRefusesAForkedChain(String signerAndPosition) {
            sign(CLINICAL_REVIEW);

            assertThatThrownBy(() -> asApplication("""
                            INSERT INTO registry.promotion_signature
                            SELECT gen_random_uuid(), promotion, position, signer, printed_name, role, meaning, comment,
                                   signed_at, zone, subject_digest, evidence_digest, policy_digest, previous, digest
                            FROM (SELECT %s, promotion, printed_name, role, meaning, comment, signed_at, zone,
                                         subject_digest, evidence_digest, policy_digest, previous, digest
                                  FROM registry.promotion_signature)
                                 AS s (signer, position, promotion, printed_name, role, meaning, comment, signed_at, zone,
                                       subject_digest, evidence_digest, policy_digest, previous, digest)""".formatted(signerAndPosition)))
                    .hasMessageContaining("duplicate key");
        }

        @Test
        void whoAsksForTheSameWaitsForTheFirst() throws Exception {
            var first = another();
            var second = another();
            first.getTransaction().begin();
            requestsOn(first).lock(SEPSIS_2, Stage.PILOT, "north");

            var waiting = inBackground(() -> inTransaction(second, () -> {
                requestsOn(second).lock(SEPSIS_2, Stage.PILOT, "north");
                return true;
            }));
            untilSomebodyWaits();
            assertThat(waiting).isNotDone();
            first.getTransaction().commit();

            assertThat(waiting.get(30, TimeUnit.SECONDS)).isTrue();
        }

        private static <T> CompletableFuture<T> inBackground(Callable<T> work) {
            return CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return work.call();
                        } catch (Exception e) {
                            throw new IllegalStateException(e);
                        }
                    },
                    task -> new Thread(task).start());
        }

        private static void await(CountDownLatch latch) {
            try {
                assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** Returns when a transaction on this database waits for its turn. */
        private void untilSomebodyWaits() throws Exception {
            try (var connection = database().owner().connect();
                    var waiting = connection.prepareStatement(
                            "SELECT count(*) FROM pg_locks l JOIN pg_database d ON d.oid = l.database"
                                    + " WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted")) {
                int count = 0;
                for (int tries = 0; count == 0 && tries < 100_000; tries++) {
                    try (var rows = waiting.executeQuery()) {
                        rows.next();
                        count = rows.getInt(1);
                    }
                }
                assertThat(count).as("those who wait").isPositive();
            }
        }
    }

    @Test
    void frozenContentsRememberTheTextTheyWereReadFrom() {
        assertThat(stored().evidence())
                .isEqualTo(Frozen.now(goodEvidence(), frozen(goodEvidence()).text()));
        assertThat(stored().evidence().intact()).isTrue();
    }
}
