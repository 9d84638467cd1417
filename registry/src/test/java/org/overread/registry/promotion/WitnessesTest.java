package org.overread.registry.promotion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.promotion.PromotionFixtures.REQUEST;
import static org.overread.registry.promotion.PromotionFixtures.frozen;
import static org.overread.registry.promotion.PromotionFixtures.submittedBy;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.OWNER;
import static org.overread.registry.review.ReviewFixtures.TECHNICAL;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.audit.Checks;
import org.overread.registry.audit.WitnessedRecords;
import org.overread.registry.gate.GateFixtures;
import org.overread.registry.promotion.PromotionFile.Withdrawal;
import org.overread.registry.review.ReviewFixtures;
import org.overread.registry.review.Signature;
import org.overread.registry.testing.InMemoryTrail;

/** Requests, signatures, withdrawals and policies are held against the trail, row by row. */
class WitnessesTest {
    private final InMemoryGovernance governance = new InMemoryGovernance();
    private final WitnessedPromotions promotions = new WitnessedPromotions();
    private final WitnessedPolicies policies = new WitnessedPolicies();
    private UUID request = REQUEST;

    @BeforeEach
    void aRequestWithTwoReviews() {
        promotions.requests = governance.requests;
        policies.published = governance.published;
        governance.publishPilotPolicy();
        request = governance.submitted();
        governance.review(CLINICAL, request, Role.CLINICAL_REVIEWER);
        governance.review(TECHNICAL, request, Role.TECHNICAL_REVIEWER);
    }

    private List<String> faults(WitnessedRecords kind) {
        var trail = new InMemoryTrail();
        governance.trail.recorded().forEach(each -> trail.append(each.actor(), each.deed()));
        return Checks.faults(kind, trail);
    }

    @Test
    @DisplayName("A7: what the product keeps agrees with what it records")
    void agree() {
        governance.approve(CHAIR, request);
        governance.promotions.submit(
                OWNER, PromotionFixtures.SEPSIS_3, org.overread.registry.catalog.Stage.PILOT, "south", "Ready.");

        assertThat(faults(promotions)).isEmpty();
        assertThat(faults(policies)).isEmpty();
    }

    @Test
    void aWithdrawalAgreesToo() {
        governance.promotions.withdraw(OWNER, request);

        assertThat(faults(promotions)).isEmpty();
    }

    @Test
    @DisplayName("A7: a policy that was only put into the database is named: it opens a gate")
    void namesAPolicyWithoutItsEntry() {
        var lax = GateFixtures.pilotPolicy(9, List.of(GateFixtures.NOTHING_SEVERE_OPEN));
        governance.published.add(frozen(lax));

        assertThat(faults(policies))
                .containsExactly("the policy " + lax.title() + " has no entry in the audit trail as it stands");
    }

    @Test
    void namesAPolicyThatIsGone() {
        governance.published.policies.clear();

        assertThat(faults(policies))
                .singleElement()
                .asString()
                .contains("published the policy Pilot policy, number 1)")
                .endsWith("tells of something that is not there as it tells it");
    }

    @Test
    @DisplayName("A7: a request, a signature and a withdrawal that were only put into the database are named")
    void namesRowsWithoutTheirEntries() {
        governance.requests.add(submittedBy(OWNER, goodEvidence()));
        var file = governance.requests.find(request).orElseThrow();
        var forged = Signature.of(
                ReviewFixtures.approval(CHAIR),
                new UUID(32, 9),
                NOON,
                file.covered(),
                null,
                file.chain().last());
        governance.requests.addSignature(file.with(forged));
        governance.requests.addWithdrawal(request, new Withdrawal("eve", "Eve", NOON));

        assertThat(faults(promotions))
                .hasSize(3)
                .allMatch(fault -> fault.endsWith(" has no entry in the audit trail as it stands"))
                .anyMatch(fault ->
                        fault.startsWith("the promotion of sepsis/2 from Silent run to Pilot at north, asked for on "))
                .anyMatch(fault -> fault.startsWith("the signature of Dr. Clara Chair (Committee chair) of ")
                        && fault.contains(" under the promotion of sepsis/2 from "))
                .anyMatch(fault -> fault.startsWith("the withdrawal by Eve of the promotion of sepsis/2"));
    }

    @Test
    @DisplayName("A7: a request that was altered says what is no longer as it was")
    void namesWhatWasAltered() {
        governance.tamper(request, GateFixtures.evidence());

        assertThat(faults(promotions))
                .first()
                .asString()
                .startsWith("the promotion of sepsis/2 from Silent run to Pilot at north, asked for on ")
                .contains("is not as it was put on record: The evidence is no longer what was submitted.");
    }
}
