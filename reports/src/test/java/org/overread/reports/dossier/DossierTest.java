package org.overread.reports.dossier;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.overread.registry.gate.GateFixtures.FEW_OVERRIDES;
import static org.overread.registry.gate.GateFixtures.estimate;
import static org.overread.registry.gate.GateFixtures.evidence;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.gate.GateFixtures.group;
import static org.overread.registry.gate.GateFixtures.policyOf;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;
import org.overread.registry.gate.PromotionGate;
import org.overread.registry.review.Meaning;
import org.overread.reports.dossier.GateOutcome.Outcome;
import org.overread.reports.dossier.PinnedPolicy.Review;
import org.overread.reports.dossier.SeenEvidence.Reason;
import org.overread.reports.dossier.SeenEvidence.ToldFigure;

class DossierTest {
    private static final TrailExtract NO_TRAIL = new TrailExtract(List.of(), 0, "0".repeat(64));

    @Test
    void tellsEachCriterionWithTheFiguresItWasJudgedBy() {
        var gate = dossier("Looks good").criteria();

        assertThat(gate).extracting(criterion -> criterion.outcome()).containsOnly(Outcome.MET);
        assertThat(gate.get(1).demand())
                .isEqualTo("Sensitivity in every group of sex at least 0.60, by the lower 95 % bound");
        assertThat(gate.get(1).readings())
                .extracting(reading -> reading.figure().group(), reading -> reading.decisive())
                .containsExactly(tuple("Female", 0.70), tuple("Male", 0.75));
    }

    @Test
    void tellsTheThreeOutcomesApart() {
        var evidence = evidence(
                estimate(GateMetric.SENSITIVITY, 0.58, 0.50, 0.66), Figure.counted(GateMetric.UNANSWERED_SEVERE, 0));

        var dossier = Dossier.of(DossierFixtures.promotion(evidence), "Sepsis risk", NO_TRAIL);

        assertThat(dossier.criteria())
                .extracting(criterion -> criterion.outcome())
                .containsExactly(Outcome.NOT_MET, Outcome.UNDETERMINED, Outcome.MET);
        assertThat(dossier.criteria().get(1).readings()).isEmpty();
    }

    @Test
    @DisplayName("C3: a figure hidden for the sake of few people leaves no number in the dossier, whatever it carried")
    void holdsNoNumberOfAHiddenFigure() {
        var hidden = ToldFigure.of(group("Other", 0.5, 0.2, 0.8, Figure.Tier.SUPPRESSED));

        assertThat(hidden)
                .isEqualTo(new ToldFigure(
                        "SENSITIVITY",
                        "Sensitivity",
                        "STATISTICS",
                        false,
                        "sex",
                        "Other",
                        null,
                        null,
                        null,
                        null,
                        "events",
                        null,
                        null,
                        "SUPPRESSED",
                        "hidden, because so few people could be recognised",
                        null));
    }

    @Test
    @DisplayName("C3: a rate of few overrides leaves no number in the dossier, neither as a figure nor as what decided")
    void holdsNoNumberOfARateOfFew() {
        var few = new Figure(
                GateMetric.OVERRIDE_RATE,
                null,
                null,
                0.0075,
                0.00255,
                0.02183,
                400L,
                null,
                3L,
                Figure.Tier.INSUFFICIENT,
                null);
        var policy = policyOf(FEW_OVERRIDES);

        var told = ToldFigure.of(few);
        var reading = GateOutcome.of(PromotionGate.decide(policy, evidence(few)))
                .criteria()
                .getFirst()
                .readings()
                .getFirst();

        assertThat(told.reason()).isEqualTo("1 to 10 of 400");
        assertThat(told.events()).isNull();
        assertThat(told.value()).isNull();
        assertThat(told.high()).isNull();
        assertThat(reading.figure()).isEqualTo(told);
        assertThat(reading.outcome()).isEqualTo(Outcome.MET);
        assertThat(reading.decisive()).isNull();
    }

    @Test
    @DisplayName("G3: what is surely a patient's identifier does not leave with a comment or a rationale")
    void masksIdentifiersInFreeText() {
        var dossier = dossier("Seen with Dr. Miller on 4/5/26: MRN 00123456, call 617-555-0142");

        assertThat(dossier.signatures().getFirst().comment())
                .isEqualTo("Seen with Dr. Miller on 4/5/26: [MRN], call [PHONE]");
        assertThat(dossier.request().rationale()).isEqualTo("The silent run went well. Case [MRN].");
    }

    @Test
    void masksIdentifiersInTextThatIsLongerThanOneScan() {
        assertThat(FreeText.masked("x ".repeat(2_500) + "SSN 123-45-6789")).endsWith("x [NATIONAL]");
        assertThat(FreeText.forExport(null)).isNull();
    }

    @Test
    void tellsWhoSignedWhatAndWhetherItStillCovers() {
        var signatures = dossier("Figures checked", "Agreed").signatures();

        assertThat(signatures)
                .extracting(
                        GivenSignature::printedName,
                        GivenSignature::role,
                        GivenSignature::meaning,
                        GivenSignature::covers,
                        GivenSignature::zone)
                .containsExactly(
                        tuple("Dr. Carl Clinical", Role.CLINICAL_REVIEWER, Meaning.REVIEW, true, "Europe/Berlin"),
                        tuple("Dr. Clara Chair", Role.CHAIR, Meaning.APPROVAL, true, "Europe/Berlin"));
        assertThat(signatures.getFirst().previous()).isNull();
        assertThat(signatures.getLast().previous())
                .isEqualTo(signatures.getFirst().digest());
    }

    @Test
    void tellsFeedbackByReasonInCliniciansWords() {
        var evidence = requireNonNull(dossier().evidence());

        assertThat(evidence.feedback())
                .containsExactly(
                        new Reason("ALREADY_DONE", "Already done, ordered or known", 31),
                        new Reason("CLINICALLY_WRONG", "Output is clinically incorrect", 14));
    }

    @Test
    void tellsThePolicyAsItWasPinnedAndWhoHadToReview() {
        var policy = requireNonNull(dossier().policy());

        assertThat(policy.reviews())
                .containsExactly(new Review(Role.CLINICAL_REVIEWER, 1, 1), new Review(Role.TECHNICAL_REVIEWER, 0, 1));
        assertThat(policy.digest()).hasSize(64);
    }

    @Test
    void isIntactWhileEverySignatureCovers() {
        var dossier = dossier("Agreed");
        var signature = dossier.signatures().getFirst();

        assertThat(dossier.intact()).isTrue();
        assertThat(dossier.rows()).isEqualTo(3 + 6 + 2 + 1);
        assertThat(new DossierChange(dossier).with(notCovering(signature)).intact())
                .isFalse();
    }

    private static Dossier dossier(String... comments) {
        return Dossier.of(DossierFixtures.promotion(goodEvidence(), comments), "Sepsis risk", NO_TRAIL);
    }

    private static GivenSignature notCovering(GivenSignature signature) {
        return new GivenSignature(
                signature.printedName(),
                signature.role(),
                signature.meaning(),
                signature.declaration(),
                signature.comment(),
                signature.signedAt(),
                signature.zone(),
                false,
                signature.subject(),
                signature.evidence(),
                signature.policy(),
                signature.changedSince(),
                signature.previous(),
                signature.digest());
    }

    private record DossierChange(Dossier dossier) {
        Dossier with(GivenSignature signature) {
            return new Dossier(
                    dossier.request(),
                    dossier.state(),
                    dossier.stateTitle(),
                    dossier.status(),
                    dossier.inEffectSince(),
                    dossier.ended(),
                    dossier.withdrawal(),
                    dossier.replacement(),
                    dossier.policy(),
                    dossier.evidence(),
                    dossier.gate(),
                    dossier.since(),
                    List.of(signature),
                    dossier.alterations(),
                    dossier.policyChanges(),
                    dossier.audit());
        }
    }
}
