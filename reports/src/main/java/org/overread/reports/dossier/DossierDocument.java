package org.overread.reports.dossier;

import static org.overread.reports.document.Column.count;
import static org.overread.reports.document.Column.number;
import static org.overread.reports.document.Column.text;
import static org.overread.reports.document.Column.time;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.reports.document.Block;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Document;
import org.overread.reports.document.Section;
import org.overread.reports.document.Table;
import org.overread.reports.dossier.GateOutcome.JudgedCriterion;
import org.overread.reports.dossier.GateOutcome.ReadFigure;
import org.overread.reports.dossier.SeenEvidence.ToldFigure;

/** Lays out a dossier as a document: summary, criteria, figures, charts, feedback, signatures, audit. */
public final class DossierDocument {
    private static final String UNREADABLE = "cannot be read any more";
    private static final String ALL_CASES = "all cases";

    private DossierDocument() {}

    public static Document of(Dossier dossier) {
        var sections = new ArrayList<Section>();
        sections.add(DossierSummary.of(dossier));
        sections.add(criteria(dossier.gate()));
        DossierChanges.of(dossier.since()).ifPresent(sections::add);
        sections.add(figures(dossier.evidence()));
        DossierCharts.of(dossier).ifPresent(sections::add);
        sections.add(feedback(dossier.evidence()));
        sections.add(signatures(dossier.signatures(), dossier.evidence()));
        sections.add(audit(dossier.audit()));
        return new Document("Dossier: " + dossier.request().sentence(), sections);
    }

    private static Section criteria(@Nullable GateOutcome gate) {
        if (gate == null) {
            return Section.of("Criteria", new Block.Paragraph("Policy or evidence " + UNREADABLE + "."));
        }
        var columns = List.of(
                text("Criterion"),
                text("Verdict"),
                text("Group"),
                number("Figure"),
                number("Lower 95 %"),
                number("Upper 95 %"),
                count("Rests on"),
                text("Which are"),
                number("Deciding number"),
                text("This figure says"));
        return Section.of("Criteria", Table.of(columns, lines(gate), CriterionLine::cells));
    }

    private static List<CriterionLine> lines(GateOutcome gate) {
        return gate.criteria().stream()
                .flatMap(criterion -> criterion.readings().isEmpty()
                        ? Stream.of(new CriterionLine(criterion, null))
                        : criterion.readings().stream().map(reading -> new CriterionLine(criterion, reading)))
                .toList();
    }

    /** A criterion with one of the figures it was judged by; without one when there was none. */
    private record CriterionLine(
            JudgedCriterion criterion, @Nullable ReadFigure reading) {
        List<Cell> cells() {
            var cells = new ArrayList<Cell>();
            cells.add(Cell.text(criterion.demand()));
            cells.add(Cell.text(criterion.outcome().title()));
            if (reading == null) {
                Stream.of("no group", "no figure", "no figure", "no figure", "no figure", "no figure", "no figure")
                        .map(Cell.Missing::new)
                        .forEach(cells::add);
                cells.add(Cell.text(criterion.reason(), "no reason given"));
            } else {
                cells.addAll(cells(reading));
            }
            return cells;
        }

        private static List<Cell> cells(ReadFigure reading) {
            var figure = reading.figure();
            return List.of(
                    Cell.text(figure.group() == null ? ALL_CASES : figure.group()),
                    value(figure, figure.value(), reading.decimals()),
                    value(figure, figure.low(), reading.decimals()),
                    value(figure, figure.high(), reading.decimals()),
                    Cell.count(figure.n(), why(figure)),
                    Cell.text(figure.restsOn()),
                    value(figure, reading.decisive(), reading.decimals()),
                    Cell.text(reading.outcome().title() + ": " + reading.words()));
        }
    }

    private static Section figures(@Nullable SeenEvidence evidence) {
        if (evidence == null) {
            return Section.of("Figures", new Block.Paragraph("The evidence " + UNREADABLE + "."));
        }
        var columns = List.of(
                text("Figure"),
                text("Kind of evidence"),
                text("Attribute"),
                text("Group"),
                number("Value"),
                number("Lower 95 %"),
                number("Upper 95 %"),
                count("Rests on"),
                text("Which are"),
                count("Cases with an outcome"),
                count("Events"),
                text("Weight"),
                text("Remark"));
        return Section.of(
                "Figures",
                Table.of(
                        columns,
                        evidence.figures(),
                        figure -> List.of(
                                Cell.text(figure.title()),
                                Cell.text(words(figure.kind())),
                                Cell.text(figure.attribute() == null ? ALL_CASES : figure.attribute()),
                                Cell.text(figure.group() == null ? ALL_CASES : figure.group()),
                                value(figure, figure.value()),
                                value(figure, figure.low()),
                                value(figure, figure.high()),
                                Cell.count(figure.n(), why(figure)),
                                Cell.text(figure.restsOn()),
                                Cell.count(figure.cases(), why(figure)),
                                Cell.count(figure.events(), why(figure)),
                                Cell.text(words(figure.tier())),
                                Cell.text(figure.reason(), "none"))));
    }

    private static Section feedback(@Nullable SeenEvidence evidence) {
        if (evidence == null) {
            return Section.of("Feedback", new Block.Paragraph("The evidence " + UNREADABLE + "."));
        }
        return Section.of(
                "Feedback",
                Block.Facts.NONE
                        .with("Pieces of feedback the figures rest on", Cell.count(evidence.citedFeedback()))
                        .with("Digest over their ids", Cell.text(evidence.citedFeedbackIds())),
                new Block.Paragraph("Reasons given so seldom that somebody could be recognised are left out."),
                Table.of(
                        List.of(text("Reason"), text("Code"), count("Times given")),
                        evidence.feedback(),
                        reason -> List.of(
                                Cell.text(reason.words()), Cell.text(reason.code()), Cell.count(reason.count()))));
    }

    private static Section signatures(List<GivenSignature> signatures, @Nullable SeenEvidence evidence) {
        var given = evidence == null
                ? "The evidence they were given on %s.".formatted(UNREADABLE)
                : "Given on evidence that covers %s.".formatted(evidence.covers());
        return Section.of(
                "Signatures",
                new Block.Paragraph(given),
                given(signatures),
                new Block.Heading("What each covers"),
                covered(signatures));
    }

    private static Table given(List<GivenSignature> signatures) {
        var columns = List.of(
                text("Printed name"),
                text("Role"),
                text("Meaning"),
                text("Declaration"),
                text("Comment"),
                time("Signed at"),
                text("Signer's time zone"),
                text("Covers what stands here now"));
        return Table.of(
                columns,
                signatures,
                signature -> List.of(
                        Cell.text(signature.printedName()),
                        Cell.text(signature.role().title()),
                        Cell.text(signature.meaning().title()),
                        Cell.text(signature.declaration()),
                        Cell.text(signature.comment(), "no comment"),
                        Cell.time(signature.signedAt()),
                        Cell.text(signature.zone()),
                        Cell.text(signature.covers() ? "Yes" : "No")));
    }

    private static Table covered(List<GivenSignature> signatures) {
        var columns = List.of(
                text("Printed name"),
                text("Digest of the request"),
                text("Digest of the evidence"),
                text("Digest of the policy"),
                text("Had changed since submission"),
                text("Signature before"),
                text("Digest of the signature"));
        return Table.of(
                columns,
                signatures,
                signature -> List.of(
                        Cell.text(signature.printedName()),
                        Cell.text(signature.subject()),
                        Cell.text(signature.evidence()),
                        Cell.text(signature.policy()),
                        Cell.text(signature.changedSince(), "nothing"),
                        Cell.text(signature.previous(), "the first"),
                        Cell.text(signature.digest())));
    }

    private static Section audit(TrailExtract trail) {
        return Section.of("Audit", AuditTable.of(to -> trail.entries().forEach(to)));
    }

    private static Cell value(ToldFigure figure, @Nullable Double value) {
        return value(figure, value, 3);
    }

    private static Cell value(ToldFigure figure, @Nullable Double value, int decimals) {
        return value != null && figure.counted()
                ? Cell.count(value.longValue())
                : Cell.ratio(value, decimals, why(figure));
    }

    private static String why(ToldFigure figure) {
        return figure.reason() == null ? "not known" : figure.reason();
    }

    private static String words(String name) {
        var words = name.toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1);
    }
}
