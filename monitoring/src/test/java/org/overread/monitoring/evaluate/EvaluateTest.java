package org.overread.monitoring.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class EvaluateTest {
    @TempDir
    Path folder;

    @Test
    void writesTheContractsJson() {
        var run = Run.of(twoSexes().write(), "--by", "sex", "--threshold", "0.5");

        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        var json = run.json();
        assertThat(names(json))
                .containsExactly(
                        "rows",
                        "labelled",
                        "positives",
                        "threshold",
                        "overall",
                        "subgroups",
                        "disparities",
                        "estimated");
        assertThat(json.get("rows").asLong()).isEqualTo(1_210);
        assertThat(json.get("labelled").asLong()).isEqualTo(1_200);
        assertThat(json.get("positives").asLong()).isEqualTo(600);
        assertThat(names(json.get("overall")))
                .containsExactly(
                        "n",
                        "events",
                        "tier",
                        "auroc",
                        "auprc",
                        "sensitivity",
                        "specificity",
                        "ppv",
                        "npv",
                        "f1",
                        "flagRate",
                        "prevalence",
                        "brier",
                        "eceEqualWidth",
                        "eceEqualMass",
                        "calibrationIntercept",
                        "calibrationSlope",
                        "observedExpected");
        assertThat(names(json.at("/overall/auroc"))).containsExactly("value", "low", "high", "n", "method");
        assertThat(names(json.at("/overall/f1"))).containsExactly("value", "low", "high", "n", "method");
        assertThat(json.at("/overall/f1/method").asString())
                .isEqualTo("bootstrap of patients, 2,000 replicates, percentile, seed 20260101");
        assertThat(names(json.at("/subgroups/0"))).startsWith("attribute", "value", "n", "events", "tier", "auroc");
        assertThat(names(json.at("/disparities/0")))
                .containsExactly("attribute", "metric", "reference", "value", "difference", "ratio");
        assertThat(json.at("/subgroups/0/value").asString()).isEqualTo("Female");
        assertThat(json.at("/subgroups/0/sensitivity/value").asDouble()).isEqualTo(.75);
    }

    @Test
    @DisplayName("C3: an undefined figure is null with a reason, a small group has no figures and no n")
    void saysWhyAFigureIsMissing() {
        var file = twoSexes().rows(3, "0.9", "1", ",Other").write();

        var other = Run.of(file, "--by", "sex").json().at("/subgroups/2");
        var nothingFlagged = Run.of(file, "--threshold", "1").json().at("/overall/ppv");

        assertThat(other.get("value").asString()).isEqualTo("Other");
        assertThat(other.get("tier").asString()).isEqualTo("SUPPRESSED");
        assertThat(other.get("n").isNull()).isTrue();
        assertThat(other.get("events").isNull()).isTrue();
        assertThat(other.at("/auroc/value").isNull()).isTrue();
        assertThat(other.at("/auroc/reason").asString()).startsWith("hidden: fewer than 11 patients");
        assertThat(names(nothingFlagged)).containsExactly("value", "reason");
        assertThat(nothingFlagged.get("reason").asString()).isEqualTo("nothing labelled was flagged at this threshold");
    }

    @Test
    void showsSmallCellsToTheirOwner() {
        var file = twoSexes().rows(3, "0.9", "1", ",Other").write();

        var groups = Run.of(file, "--by", "sex", "--no-suppression").json().get("subgroups");

        assertThat(StreamSupport.stream(groups.spliterator(), false))
                .extracting(group -> group.get("value").asString() + " "
                        + group.get("n").asLong() + " " + group.get("tier").asString())
                .containsExactly("Female 605 FULL", "Male 605 FULL", "Other 3 INSUFFICIENT");
    }

    @Test
    @DisplayName("C2: every figure of the contract has an interval, by formula or by bootstrap")
    void givesEveryFigureAnInterval() {
        var overall = Run.of(twoSexes().write(), "--threshold", "0.5").json().get("overall");

        assertThat(names(overall).stream().skip(3))
                .allSatisfy(figure -> assertThat(names(overall.get(figure)))
                        .as(figure)
                        .containsExactly("value", "low", "high", "n", "method"));
    }

    @Test
    void drawsAsOftenAsAsked() {
        var file = twoSexes().write();

        assertThat(Run.of(file, "--bootstrap", "300")
                        .json()
                        .at("/overall/brier/method")
                        .asString())
                .contains(" 300 replicates");
        assertThat(names(Run.of(file, "--bootstrap", "0").json().at("/overall/brier")))
                .containsExactly("value", "n");
    }

    @Test
    @DisplayName("F5: lines that repeat a prediction id are counted, and told")
    void saysThatLinesRepeatAPredictionId() {
        var line = "p1,2025-01-01T00:00:00Z,x1,0.5,1";
        var file = new CsvFile(folder, "").rows(20, "0.4", "0", "").line(line).line(line);

        var run = Run.of(file.write(), "--no-suppression");

        assertThat(run.status()).isZero();
        assertThat(run.json().get("rows").asLong()).isEqualTo(22);
        assertThat(run.err())
                .isEqualTo("evaluate: 2 lines repeat the prediction id of another line; each was counted, as if it were"
                        + " another prediction\n");
    }

    @Test
    void flagsFromOneHalfWhenNobodySaysOtherwise() {
        assertThat(Run.of(twoSexes().write()).json().get("threshold").asDouble())
                .isEqualTo(.5);
    }

    @Test
    void readsWhatSpreadsheetsAndCompressorsWrite() {
        var plain = Run.of(twoSexes().write(), "--by", "sex").out();
        var quoted = Run.of(twoSexes().writeAsSpreadsheetsDo(), "--by", "sex").out();
        var compressed =
                Run.of(twoSexes().writeCompressed(), "--by", "subgroup.sex").out();

        assertThat(quoted).isEqualTo(plain);
        assertThat(compressed).isEqualTo(plain);
    }

    @Test
    @DisplayName("F5: bad lines are told by line, field and reason")
    void listsBadLinesAndWritesNoFigures() {
        var file = new CsvFile(folder, "")
                .line("p1,2025-01-01T00:00:00Z,x1,1.5,1")
                .line("p2,2025-01-01T00:00:00Z,x2,NaN,1")
                .line("p3,2025-01-01T00:00:00Z,x3,0.5,2")
                .line("p4,yesterday,x4,0.5,1")
                .line("p5,2025-01-01T00:00:00Z,x5,,1")
                .line("p6,2025-01-01T00:00:00Z,x6,0.5,1,more")
                .line("p7,2025-01-01T00:00:00Z,x7,0.5,1")
                .write();

        var run = Run.of(file);

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("line 2: score must be a number from 0 to 1"),
                        line -> assertThat(line).startsWith("line 3: score must be a number from 0 to 1"),
                        line -> assertThat(line).startsWith("line 4: outcome must be 0 or 1"),
                        line -> assertThat(line).startsWith("line 5: occurredAt is not a time"),
                        line -> assertThat(line).isEqualTo("line 6: score is missing: there is nothing to evaluate"),
                        line -> assertThat(line).startsWith("line 7: line has 6 values for 5 columns"),
                        line -> assertThat(line)
                                .isEqualTo("evaluate: 6 of 7 lines were refused; correct or remove them"));
    }

    @Test
    void listsTheFirstThousandOfManyBadLines() {
        var run = Run.of(new CsvFile(folder, "").rows(1_003, "7", "1", "").write());

        assertThat(run.err().lines()).hasSize(1_001);
        assertThat(run.err())
                .endsWith(
                        "evaluate: 1003 of 1003 lines were refused, the first 1000 are listed; correct or remove them\n");
    }

    @Test
    void namesUnknownColumns() {
        var run = Run.of(new CsvFile(folder, ",colour,subgroup.sex,size").write());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("colour", "size").doesNotContain("subgroup.sex is");
    }

    @Test
    void namesAttributesThatAreNotThere() {
        var run = Run.of(twoSexes().write(), "--by", "sex,race,unit");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("evaluate: the file has no subgroup.race, no subgroup.unit with a value; it has sex\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ''                          | which file?
                    f.csv g.csv                 | one file at a time
                    f.csv --colour              | there is no option --colour
                    f.csv --threshold           | --threshold needs a value
                    f.csv --threshold half      | --threshold needs a number, not half
                    f.csv --threshold NaN       | the threshold must be from 0 to 1
                    f.csv --threshold 1.2       | the threshold must be from 0 to 1
                    f.csv --bins 2.5            | --bins needs a whole number
                    f.csv --bins 0              | --bins needs a whole number
                    f.csv --bootstrap 50        | --bootstrap needs a whole number from 100 to 100000, not 50
                    f.csv --against-threshold 1 | --against-threshold needs --against FILE
                    f.csv --against g.csv --against-threshold 2 | --against-threshold must be from 0 to 1, not 2
                    f.csv --format xml          | --format is json or table, not xml
                    f.csv --pairs --by sex      | --pairs needs two attributes
                    absent.csv                  | there is no file absent.csv
                    """)
    void refusesWhatItCannotMakeOut(String words, String reason) {
        var run = Run.of((Object[]) (words.isEmpty() ? new String[0] : words.split(" ")));

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(reason).hasLineCount(1);
    }

    @Test
    void explainsItself() {
        var run = Run.of("--help");

        assertThat(run.status()).isZero();
        assertThat(run.out()).contains("--threshold t", "0.5 when not given");
    }

    @Test
    void readsWellOnATerminal() {
        var run = Run.of(twoSexes().rows(3, "0.9", "1", ",Other").write(), "--by", "sex", "--format", "table");

        assertThat(run.out())
                .startsWith(
                        "predictions.csv: 1,213 predictions, 1,203 with known outcome, 603 events; flagged from a score of "
                                + "0.5, the default\n")
                .containsPattern("AUROC +0\\.\\d{3} +\\(0\\.\\d{3} to 0\\.\\d{3}\\) +1,203  delong")
                .containsPattern("sex +n  events +AUROC +Sensitivity")
                .containsPattern("Male +605 +300 +0\\.\\d{3} \\(")
                .containsPattern("Other +– +– +hidden")
                .contains("– hidden: fewer than 11 patients");
    }

    @Test
    void evaluatesAnEmptyFile() {
        var run = Run.of(new CsvFile(folder, ",subgroup.sex").write());

        assertThat(run.status()).isZero();
        assertThat(run.json().get("rows").asLong()).isZero();
        assertThat(run.json().at("/overall/auroc/reason").asString()).isEqualTo("no labelled predictions");
        assertThat(run.out()).doesNotContain("NaN");
    }

    /** 605 women and 605 men, five of each without outcome. */
    private CsvFile twoSexes() {
        var file = new CsvFile(folder, ",subgroup.sex");
        for (var sex : List.of(",Female", ",Male")) {
            file.rows(225, "0.8", "1", sex)
                    .rows(75, "0.7", "0", sex)
                    .rows(75, "0.2", "1", sex)
                    .rows(225, "0.1", "0", sex)
                    .rows(5, "0.4", "", sex);
        }
        return file;
    }

    private static List<String> names(JsonNode object) {
        return new ArrayList<>(object.propertyNames());
    }
}
