package org.overread.reports.dossier;

import static org.overread.registry.gate.GateFixtures.FAIR_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.GOOD_SENSITIVITY;
import static org.overread.registry.gate.GateFixtures.NOTHING_SEVERE_OPEN;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2;
import static org.overread.registry.gate.GateFixtures.SEPSIS_2_CONTENT;
import static org.overread.registry.gate.GateFixtures.policyOf;
import static org.overread.registry.review.ReviewFixtures.BERLIN;
import static org.overread.registry.review.ReviewFixtures.CHAIR;
import static org.overread.registry.review.ReviewFixtures.CLINICAL;
import static org.overread.registry.review.ReviewFixtures.NOON;
import static org.overread.registry.review.ReviewFixtures.OWNER;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.overread.registry.Digest;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.registry.audit.Deed;
import org.overread.registry.canonical.CanonicalJson;
import org.overread.registry.catalog.Audience;
import org.overread.registry.catalog.LiveVersion;
import org.overread.registry.catalog.Replacement;
import org.overread.registry.catalog.Stage;
import org.overread.registry.gate.Changes;
import org.overread.registry.gate.Evidence;
import org.overread.registry.gate.Policy;
import org.overread.registry.gate.PromotionGate;
import org.overread.registry.promotion.Ending;
import org.overread.registry.promotion.PromotionDossier;
import org.overread.registry.promotion.PromotionDossier.SignatureLine;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.Submission;
import org.overread.registry.review.Covered;
import org.overread.registry.review.Intent;
import org.overread.registry.review.Meaning;
import org.overread.registry.review.Rule;
import org.overread.registry.review.Ruling;
import org.overread.registry.review.SignOff.Tally;
import org.overread.registry.review.Signature;
import org.overread.registry.testing.InMemoryTrail;

/** A promotion of sepsis 2 to the pilot at north that is in effect, as tests of reports speak of it. */
public final class DossierFixtures {
    public static final UUID REQUEST = new UUID(41, 1);
    static final Policy POLICY = policyOf(GOOD_SENSITIVITY, FAIR_SENSITIVITY, NOTHING_SEVERE_OPEN);

    private DossierFixtures() {}

    /** As the registry tells it. */
    public static PromotionDossier promotion(Evidence evidence, String... comments) {
        var submission = submission(evidence);
        return new PromotionDossier(
                State.LIVE,
                "In effect.",
                submission,
                POLICY,
                evidence,
                PromotionGate.decide(POLICY, evidence),
                Changes.NONE,
                List.of(new Tally(Role.CLINICAL_REVIEWER, 1, 1), new Tally(Role.TECHNICAL_REVIEWER, 0, 1)),
                signatures(submission, comments),
                List.of(),
                List.of("Now demanded: AUROC at least 0.70."),
                null,
                NOON.plusSeconds(600),
                null,
                replacement(),
                nothingToDo());
    }

    /** The same after Omar Officer has stopped the version, with a patient's number among his reasons. */
    static PromotionDossier stopped(Evidence evidence) {
        var live = promotion(evidence);
        return new PromotionDossier(
                State.ENDED,
                "In effect, and stopped.",
                live.submission(),
                live.policy(),
                live.evidence(),
                live.verdict(),
                live.changes(),
                live.reviews(),
                live.signatures(),
                live.alterations(),
                live.policyChanges(),
                live.withdrawal(),
                live.since(),
                new Ending(
                        Ending.How.STOPPED,
                        SEPSIS_2,
                        "Omar Officer",
                        NOON.plusSeconds(900),
                        "Two false alarms, MRN: 00123456",
                        Stage.SUSPENDED),
                live.replacement(),
                live.actions());
    }

    /** The trail of that promotion, with deeds about others in between. */
    public static InMemoryTrail trail() {
        var trail = new InMemoryTrail();
        trail.append(OWNER, Deed.of("model.registered", "model", "sepsis", "sepsis", "registered sepsis"), NOON);
        trail.append(OWNER, deed("promotion.submitted", "asked to bring sepsis/2"), NOON.plusSeconds(1));
        trail.append(
                OWNER,
                Deed.of("promotion.submitted", "promotion", new UUID(9, 9).toString(), "sepsis", "asked for another"),
                NOON.plusSeconds(2));
        trail.append(CHAIR, deed("promotion.approved", "signed, as committee chair, an approval"), NOON.plusSeconds(3));
        trail.at(NOON.plusSeconds(700));
        return trail;
    }

    private static Deed deed(String action, String sentence) {
        return Deed.of(action, "promotion", REQUEST.toString(), "sepsis", sentence);
    }

    private static Submission submission(Evidence evidence) {
        return new Submission(
                REQUEST,
                SEPSIS_2,
                SEPSIS_2_CONTENT,
                Stage.SILENT,
                Stage.PILOT,
                "north",
                OWNER.id(),
                OWNER.name(),
                "The silent run went well. Case MRN: 00123456.",
                NOON,
                POLICY.id(),
                Digest.of(CanonicalJson.of(POLICY)),
                Digest.of(CanonicalJson.of(evidence)));
    }

    private static List<SignatureLine> signatures(Submission submission, String... comments) {
        var covered = new Covered(submission.digest(), submission.evidenceDigest(), submission.policyDigest());
        var lines = new ArrayList<SignatureLine>();
        for (int i = 0; i < comments.length; i++) {
            boolean last = i == comments.length - 1;
            var intent = last
                    ? new Intent(CHAIR, Role.CHAIR, Meaning.APPROVAL, comments[i], BERLIN)
                    : new Intent(CLINICAL, Role.CLINICAL_REVIEWER, Meaning.REVIEW, comments[i], BERLIN);
            var previous = lines.isEmpty() ? null : lines.getLast().signature().digest();
            var at = NOON.plusSeconds(60L * (i + 1));
            lines.add(new SignatureLine(Signature.of(intent, new UUID(42, i), at, covered, "", previous), true));
        }
        return lines;
    }

    /** Sepsis 3 ended its pilot; sepsis 1 stayed in general use. */
    private static Replacement replacement() {
        var general = new LiveVersion(new ModelVersionId("sepsis", 1), Audience.GENERAL);
        var pilot = new LiveVersion(new ModelVersionId("sepsis", 3), Audience.PILOT);
        return new Replacement(SEPSIS_2, List.of(general, pilot), List.of(pilot), List.of(general));
    }

    private static PromotionDossier.Actions nothingToDo() {
        var no = new Ruling.Refused(Rule.NOT_OPEN, "In effect.");
        return new PromotionDossier.Actions(no, List.of(), no, List.of(), no, no);
    }
}
