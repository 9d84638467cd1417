package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;

/** A model owner on the first day of a model: from its registration to the figures of each group. */
class IngestToSubgroupsBrowserIT {
    private static final String MAX = "max.owner";
    private static final List<Integer> BAD = List.of(3, 500, 1_000, 2_500, 5_000, 7_777, 10_000);
    private static final int FEW = 5;
    private static final int SOME = 200;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Groundwork groundwork = new Groundwork();
    private final Caller owner = Caller.person(RunningServer.get(), MAX);

    @Test
    @DisplayName("A10, F5, C3: a model is registered, a file is dropped, and its figures stand there by group")
    void leadsFromTheRegistrationToTheFigures() {
        var name = groundwork.named("Readmission");
        var max = CHROMIUM.visit(Device.DESKTOP);
        max.signIn(MAX);
        register(max, name);
        new ModelScreen(max, name).registerVersion("0.5", List.of("sex"));
        var version = new VersionScreen(max, name + ", version 1");
        version.accessible("Overview");

        version.tab("Data");
        version.accessible("Data");
        version.drop("january.csv", csv());
        assertThat(version.receipt()).containsText("january.csv: 9,993 of 10,000 lines stored, 7 refused.");
        assertThat(version.refused()).hasText(refusedLines());
        version.accessible("Data, some refused");
        version.drop("january.csv", csv());
        assertThat(version.receipt("Stored")).hasText("0");
        assertThat(version.receipt("Known already (duplicates)")).hasText("9,993");
        assertThat(version.receipt("Refused")).hasText("7");

        var told = Figures.of(owner, groundwork.id("Readmission"), 1, "sex");
        version.tab("Performance");
        assertThat(version.row("Over all thresholds", "AUROC")).containsText(Figures.printed(told.overall(), "auroc"));
        assertThat(version.row("Flagged at or over 0.500", "Sensitivity"))
                .containsText(Figures.printed(told.overall(), "sensitivity"));
        assertThat(version.row("Calibration", "Observed / expected"))
                .containsText(Figures.printed(told.overall(), "observedExpected"));
        version.accessible("Performance");

        version.tab("Subgroups");
        for (var sex : List.of("Female", "Male")) {
            assertThat(version.cells("Sex", sex).subList(2, 6))
                    .containsExactly(
                            Figures.printed(told.group(sex), "sensitivity"),
                            Figures.count(told.group(sex), "events"),
                            Figures.count(told.group(sex), "n"),
                            Figures.count(told.group(sex), "events"));
        }
        // the second is hidden too: else the first could be worked out from the rest
        for (var hidden : List.of("Unknown", "Diverse")) {
            assertThat(told.group(hidden).get("tier").stringValue()).isEqualTo("SUPPRESSED");
            assertThat(version.row("Sex", hidden + " Hidden")).containsText("Hidden");
            assertThat(version.cells("Sex", hidden + " Hidden").subList(2, 6)).containsExactly("–", "–", "–", "–");
        }
        version.accessible("Subgroups");
    }

    @Test
    @DisplayName("C2, C3: 59,606 real predictions go in by one file and come out as pROC's figure, on a phone too")
    void takesTheRealFile() {
        var folder = System.getenv().getOrDefault("OVERREAD_DATA", "../../shared/data");
        var file = Path.of(System.getProperty("overread.data", folder), "readmission_v2.csv.gz");
        assumeThat(file)
                .as("the real predictions: set OVERREAD_DATA to their folder")
                .isRegularFile();
        groundwork.model("Thirty days", 1);
        var name = groundwork.named("Thirty days");
        var max = CHROMIUM.visit(Device.PHONE);
        max.signIn(MAX);
        max.open("models/" + groundwork.id("Thirty days") + "/versions/1?tab=data");
        var version = new VersionScreen(max, name + ", version 1");

        version.send(file);
        assertThat(version.receipt("Stored")).hasText("59,606");
        version.tab("Performance");
        // pROC::ci.auc(pROC::roc(d$outcome, d$score, direction="<"), method="delong")
        assertThat(version.row("Over all thresholds", "AUROC")).containsText("0.647 (0.640–0.654)");
        version.fitsTheNarrowestScreen();
        version.tab("Subgroups");
        assertThat(version.row("Sex", "Female")).isVisible();
        version.accessible("Subgroups");
        version.fitsTheNarrowestScreen();
    }

    private static void register(Visit max, String name) {
        var form = new RegisterModelScreen(max);
        form.describe(name);
        form.register();
        assertThat(form.clinicalOwner()).hasAttribute("invalid", "");
        form.accessible("refused");
        form.nameClinicalOwner("Ada Okafor");
        form.register();
    }

    private static String csv() {
        var chance = new Random(4711);
        return IntStream.rangeClosed(1, 10_000)
                .mapToObj(row -> line(row, chance))
                .collect(Collectors.joining("\n", "prediction_id,occurred_at,score,outcome,subgroup.sex\n", "\n"));
    }

    private static String line(int row, Random chance) {
        double score = chance.nextInt(1_000) / 1_000.0;
        int outcome = chance.nextDouble() < score ? 1 : 0;
        var sex = row <= FEW ? "Unknown" : row <= SOME ? "Diverse" : row % 2 == 0 ? "Female" : "Male";
        return "p-%d,2026-01-%02dT08:00:00Z,%s,%d,%s"
                .formatted(row, 1 + row % 28, BAD.contains(row) ? "1.5" : score, outcome, sex);
    }

    /** Line, field and reason of each below the heading; in the file, line 1 is its heading. */
    private static String[] refusedLines() {
        var refused = BAD.stream()
                .flatMap(row -> Stream.of(
                        String.valueOf(row + 1),
                        "score",
                        "must be a number from 0 to 1 with a decimal point, or empty"));
        return Stream.concat(Stream.of("Line", "Field", "Why it was refused"), refused)
                .toArray(String[]::new);
    }
}
