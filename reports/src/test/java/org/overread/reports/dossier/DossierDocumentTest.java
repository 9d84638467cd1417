package org.overread.reports.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.overread.registry.gate.GateFixtures.estimate;
import static org.overread.registry.gate.GateFixtures.evidence;
import static org.overread.registry.gate.GateFixtures.goodEvidence;
import static org.overread.registry.gate.GateFixtures.group;
import static org.overread.registry.review.ReviewFixtures.NOON;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditReach;
import org.overread.registry.gate.Figure;
import org.overread.registry.gate.GateMetric;
import org.overread.reports.document.Block;
import org.overread.reports.document.Cell;
import org.overread.reports.document.Document;
import org.overread.reports.document.IntervalChart;
import org.overread.reports.document.Section;
import org.overread.reports.document.Table;
import org.overread.reports.excel.Reread;

class DossierDocumentTest {
    @Test
    @DisplayName("E1: the workbook of a promotion, read again, equals the dossier sheet by sheet")
    void isTheSameInTheWorkbook() {
        var document = DossierDocument.of(dossier());

        var reread = Reread.of(document);

        assertThat(reread.sheets())
                .containsExactly("Summary", "Criteria", "Figures", "Charts", "Feedback", "Signatures", "Audit");
        for (var section : document.sections()) {
            assertThat(reread.rows(section.name()))
                    .as(section.name())
                    .containsSubsequence(rows(section).stream()
                            .map(DossierDocumentTest::asWritten)
                            .toList());
        }
    }

    @Test
    @DisplayName("A6: the window of the evidence is printed on the first page and beside the signatures")
    void printsTheWindowOfTheEvidence() {
        var dossier = Dossier.of(DossierFixtures.promotion(goodEvidence(), "Agreed"), "Sepsis risk", extract());
        var window = "3 February 2026, 08:00 UTC to 4 May 2026, 08:00 UTC";

        var sections = DossierDocument.of(dossier).sections();

        assertThat(sections.getFirst().toString())
                .contains(window)
                .contains("Its figures cover everything known of the version.");
        assertThat(sections.get(5).toString()).contains("Given on evidence that covers " + window);
    }

    /** A workbook keeps times to the millisecond, and names their zone beside them. */
    private static List<Cell> asWritten(List<Cell> row) {
        boolean fact = row.size() == 2 && row.getFirst() instanceof Cell.Text && row.getLast() instanceof Cell.Time;
        var written = new ArrayList<Cell>();
        row.forEach(cell -> written.add(
                cell instanceof Cell.Time(var time) ? Cell.time(time.truncatedTo(ChronoUnit.MILLIS)) : cell));
        if (fact && row.getFirst() instanceof Cell.Text(var name)) {
            written.set(0, Cell.text(name + " (UTC)"));
        }
        return written;
    }

    @Test
    @DisplayName("A5: the dossier says what ended and what stayed")
    void saysWhatWasReplaced() {
        assertThat(rows(section(DossierDocument.of(dossier()), "Summary")))
                .contains(List.of(
                        Cell.text("What it replaced"),
                        Cell.text("Version 3 (Pilot) ends there. Version 1 (General use) stays.")));
    }

    @Test
    void saysOfEachFigureInWhichUnitItIs() {
        var figures = rows(section(DossierDocument.of(dossier()), "Figures"));

        assertThat(figures.getFirst())
                .startsWith(Cell.text("Predictions"), Cell.text("Statistics"), Cell.text("all cases"))
                .contains(Cell.count(5000));
        assertThat(figures.get(2))
                .startsWith(
                        Cell.text("Sensitivity"),
                        Cell.text("Statistics"),
                        Cell.text("sex"),
                        Cell.text("Female"),
                        new Cell.Ratio(0.76),
                        new Cell.Ratio(0.70),
                        new Cell.Ratio(0.82),
                        Cell.count(412),
                        Cell.text("events"),
                        Cell.count(1_861),
                        Cell.count(412));
    }

    @Test
    @DisplayName("A6: a figure near its limit is shown to as many decimals as it takes to read on its side of it")
    void tellsAFigureNearItsLimitByMoreDecimals() {
        var near = evidence(estimate(GateMetric.SENSITIVITY, 0.78, 0.5997, 0.82));
        var document = DossierDocument.of(Dossier.of(DossierFixtures.promotion(near), "Sepsis risk", extract()));

        assertThat(rows(section(document, "Criteria")).getFirst())
                .contains(new Cell.Ratio(0.78, 4), new Cell.Ratio(0.5997, 4), new Cell.Ratio(0.82, 4));
    }

    @Test
    void saysWhyAFigureIsMissingAndNeverZero() {
        var hidden = evidence(
                estimate(GateMetric.SENSITIVITY, 0.78, 0.74, 0.82),
                group("Female", 0.76, 0.70, 0.82, Figure.Tier.SUPPRESSED),
                Figure.missing(GateMetric.UNANSWERED_SEVERE, "nobody has counted"));

        var document =
                DossierDocument.of(Dossier.of(DossierFixtures.promotion(hidden, "Agreed"), "Sepsis risk", extract()));

        assertThat(rows(section(document, "Figures")).get(1))
                .contains(new Cell.Missing("hidden, because so few people could be recognised"))
                .doesNotHaveAnyElementsOfTypes(Cell.Ratio.class, Cell.Count.class);
        assertThat(rows(section(document, "Criteria")))
                .last()
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
                .contains(Cell.text("Undetermined"), new Cell.Missing("nobody has counted"));
        assertThat(document.sections()).extracting(Section::name).doesNotContain("Charts");
    }

    @Test
    void drawsWhatThePolicyJudgesGroupByGroup() {
        assertThat(section(DossierDocument.of(dossier()), "Charts").blocks())
                .containsExactly(new IntervalChart(
                        "Sensitivity by sex",
                        "Group",
                        "Sensitivity",
                        List.of(
                                new IntervalChart.Bar("Female", 0.76, 0.70, 0.82),
                                new IntervalChart.Bar("Male", 0.80, 0.75, 0.85))));
    }

    @Test
    void holdsInTheAuditSheetEverythingThatAHashIsTakenOver() {
        var audit = rows(section(DossierDocument.of(dossier()), "Audit"));
        var entry = extract().entries().getFirst();

        assertThat(audit).hasSize(2);
        assertThat(audit.getFirst())
                .containsExactly(
                        Cell.count(2),
                        Cell.time(entry.at()),
                        Cell.text(entry.at().toString()),
                        Cell.text("Olga Owner"),
                        Cell.text("asked to bring sepsis/2"),
                        Cell.text("sepsis"),
                        Cell.text("promotion.submitted"),
                        Cell.text("promotion"),
                        Cell.text(DossierFixtures.REQUEST.toString()),
                        Cell.text(entry.actorId()),
                        new Cell.Missing("none"),
                        Cell.text(entry.previous()),
                        Cell.text(entry.hash()));
    }

    @Test
    void saysOnTheFirstPageHowItStandsAndWhetherAllIsIntact() {
        var summary = section(DossierDocument.of(dossier()), "Summary");

        assertThat(rows(summary))
                .contains(
                        List.of(Cell.text("sepsis/2 from Silent run to Pilot at north")),
                        List.of(Cell.text("In effect.")),
                        List.of(Cell.text("In effect since"), Cell.time(NOON.plusSeconds(600))),
                        List.of(Cell.text("Gate"), Cell.text("3 of 3 criteria met")),
                        List.of(Cell.text("Reviews as Technical reviewer"), Cell.text("0 of 1")),
                        List.of(Cell.text("The request, its policy and its evidence are as they were put on record,"
                                + " and every signature covers them.")),
                        List.of(Cell.text("Now demanded: AUROC at least 0.70.")),
                        List.of(
                                Cell.text("Hash of its newest entry"),
                                Cell.text(extract().lastHash())));
    }

    @Test
    @DisplayName("A9: says of what is no longer in effect until when it was, who ended it, why, and how it stands now")
    void saysOnTheFirstPageWhatNoLongerHolds() {
        var ended = Dossier.of(DossierFixtures.stopped(goodEvidence()), "Sepsis risk", extract());

        assertThat(rows(section(DossierDocument.of(ended), "Summary")))
                .contains(
                        List.of(Cell.text("State"), Cell.text("No longer in effect")),
                        List.of(Cell.text("In effect since"), Cell.time(NOON.plusSeconds(600))),
                        List.of(Cell.text("In effect until"), Cell.time(NOON.plusSeconds(900))),
                        List.of(Cell.text("Ended by"), Cell.text("Omar Officer")),
                        List.of(Cell.text("Why it ended"), Cell.text("Two false alarms, [MRN]")),
                        List.of(Cell.text("Stage at the site now"), Cell.text("Suspended")));
    }

    private static Dossier dossier() {
        return Dossier.of(
                DossierFixtures.promotion(goodEvidence(), "Figures checked", "=Agreed"), "Sepsis risk", extract());
    }

    private static TrailExtract extract() {
        var trail = DossierFixtures.trail();
        var head = trail.head().orElseThrow();
        var about = new AuditFilter(null, null, null, null, null, DossierFixtures.REQUEST.toString());
        return new TrailExtract(trail.oldest(about, AuditReach.EVERYTHING).toList(), head.seq(), head.hash());
    }

    private static Section section(Document document, String name) {
        return document.sections().stream()
                .filter(section -> section.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** What a section tells, row by row, with times as exact as a workbook keeps them. */
    private static List<List<Cell>> rows(Section section) {
        var rows = new ArrayList<List<Cell>>();
        for (var block : section.blocks()) {
            switch (block) {
                case Block.Heading heading -> rows.add(List.of(Cell.text(heading.text())));
                case Block.Paragraph words -> rows.add(List.of(Cell.text(words.text())));
                case Block.Facts facts ->
                    facts.facts().forEach(fact -> rows.add(List.of(Cell.text(fact.name()), fact.value())));
                case Table table -> table.each(rows::add);
                case IntervalChart chart ->
                    chart.bars()
                            .forEach(bar -> rows.add(List.of(
                                    Cell.text(bar.group()),
                                    new Cell.Ratio(bar.value()),
                                    new Cell.Ratio(bar.low()),
                                    new Cell.Ratio(bar.high()),
                                    new Cell.Ratio(bar.value() - bar.low()),
                                    new Cell.Ratio(bar.high() - bar.value()))));
            }
        }
        return rows;
    }
}
