package org.overread.reports.dossier;

import java.util.ArrayList;
import java.util.List;
import org.overread.registry.catalog.Stage;
import org.overread.reports.document.Block;
import org.overread.reports.document.Block.Facts;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Section;

/** The first page of a dossier: what was asked, how it stands, what it rests on, and whether all of it is intact. */
final class DossierSummary {
    private static final String UNREADABLE = "cannot be read any more";

    private DossierSummary() {}

    static Section of(Dossier dossier) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(dossier.request().sentence()));
        blocks.add(new Block.Paragraph(dossier.status()));
        blocks.add(request(dossier));
        blocks.add(new Block.Heading("Decided on"));
        blocks.add(basis(dossier));
        blocks.add(new Block.Heading("Integrity"));
        integrity(dossier).forEach(sentence -> blocks.add(new Block.Paragraph(sentence)));
        blocks.add(Facts.NONE
                .with(
                        "Entries in the whole audit trail",
                        Cell.count(dossier.audit().lastEntry()))
                .with("Hash of its newest entry", Cell.text(dossier.audit().lastHash())));
        return new Section("Summary", blocks);
    }

    private static Facts request(Dossier dossier) {
        var request = dossier.request();
        var withdrawal = dossier.withdrawal();
        var replacement = dossier.replacement();
        return effect(
                        dossier,
                        Facts.NONE
                                .with("Model", Cell.text(request.modelName()))
                                .with("Version", Cell.text(request.model() + "/" + request.version()))
                                .with("Digest of the version", Cell.text(request.versionDigest()))
                                .with(
                                        "From stage",
                                        Cell.text(Stage.valueOf(request.from()).title()))
                                .with(
                                        "To stage",
                                        Cell.text(Stage.valueOf(request.to()).title()))
                                .with("Site", Cell.text(request.site()))
                                .with(
                                        dossier.inEffectSince() == null ? "What it replaces" : "What it replaced",
                                        Cell.text(
                                                replacement == null ? null : replacement.sentence(),
                                                "it does not go live"))
                                .with("Requested by", Cell.text(request.requester()))
                                .with("Requested at", Cell.time(request.submittedAt()))
                                .with("Why", Cell.text(request.rationale(), "no reason given"))
                                .with("State", Cell.text(dossier.stateTitle()))
                                .with(
                                        "Stopped by what has changed since",
                                        Cell.text(dossier.since().stopped() ? "Yes" : "No")))
                .with("Withdrawn by", Cell.text(withdrawal == null ? null : withdrawal.by(), "not withdrawn"))
                .with("Withdrawn at", Cell.time(withdrawal == null ? null : withdrawal.at(), "not withdrawn"))
                .with("Request", Cell.text(request.id().toString()))
                .with("Digest of the request", Cell.text(request.digest()));
    }

    /** From when to when the version was at the stage, and why no longer. */
    private static Facts effect(Dossier dossier, Facts facts) {
        var all = facts.with("In effect since", Cell.time(dossier.inEffectSince(), "not in effect"));
        var ended = dossier.ended();
        return ended == null
                ? all
                : all.with("In effect until", Cell.time(ended.at()))
                        .with("Ended by", Cell.text(ended.how().equals("REPLACED") ? ended.version() : ended.by()))
                        .with("Why it ended", Cell.text(ended.reason(), "no reason given"))
                        .with(
                                "Stage at the site now",
                                Cell.text(Stage.valueOf(ended.stands()).title()));
    }

    private static Facts basis(Dossier dossier) {
        var gate = dossier.gate();
        var facts = Facts.NONE.with("Gate", Cell.text(gate == null ? null : gate.summary(), UNREADABLE));
        var policy = dossier.policy();
        facts = policy == null
                ? facts.with("Policy", new Cell.Missing(UNREADABLE))
                : facts.with("Policy", Cell.text(policy.name() + ", number " + policy.number()))
                        .with("Published by", Cell.text(policy.publishedBy()))
                        .with("Published at", Cell.time(policy.publishedAt()))
                        .with("Window of evidence by the policy", Cell.text(policy.window()))
                        .with("Digest of the policy", Cell.text(policy.digest()));
        var evidence = dossier.evidence();
        facts = evidence == null
                ? facts.with("Evidence", new Cell.Missing(UNREADABLE))
                : facts.with("Evidence taken at", Cell.time(evidence.takenAt()))
                        .with("Evidence covers", Cell.text(evidence.covers()))
                        .with("Evidence from", Cell.time(evidence.from(), "without a beginning"))
                        .with("Evidence to", Cell.time(evidence.to(), "without an end"))
                        .with(
                                "Evidence serves until",
                                Cell.time(dossier.since().evidenceServesUntil(), "no end is running"))
                        .with("Digest of the evidence", Cell.text(evidence.digest()));
        if (policy != null) {
            for (var review : policy.reviews()) {
                facts = facts.with(
                        "Reviews as " + review.role().title(),
                        Cell.text("%d of %d".formatted(review.signed(), review.quorum())));
            }
        }
        return facts;
    }

    private static List<String> integrity(Dossier dossier) {
        var sentences = new ArrayList<>(dossier.alterations());
        if (dossier.intact()) {
            sentences.add(
                    "The request, its policy and its evidence are as they were put on record, and every signature covers them.");
        }
        sentences.addAll(dossier.policyChanges());
        return sentences;
    }
}
