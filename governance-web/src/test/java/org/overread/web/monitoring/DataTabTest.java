package org.overread.web.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.integrity.FeedDay;
import org.overread.monitoring.integrity.Integrity;
import org.overread.monitoring.integrity.IntegrityFinding;
import org.overread.monitoring.integrity.IntegrityKind;
import org.overread.monitoring.integrity.ReceivedBatch;
import org.overread.monitoring.prediction.IntakeBody;
import org.overread.monitoring.prediction.IntakeProgress;
import org.overread.monitoring.prediction.LineProblem;
import org.overread.monitoring.prediction.OutcomeIntake;
import org.overread.monitoring.prediction.PredictionIntake;
import org.overread.monitoring.prediction.PredictionLog.BatchKind;
import org.overread.monitoring.prediction.Receipt;
import org.overread.registry.Actor;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Role;
import org.overread.web.testing.BareView;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = BareView.class)
class DataTabTest extends TabTest {
    private final List<String> sent = new ArrayList<>();
    private final DataTab tab = new DataTab();
    private final List<ReceivedBatch> batches = new ArrayList<>();
    private final List<FeedDay> days = new ArrayList<>();
    private Receipt receipt = new Receipt(1, 2, 2, 0, 0, 0, List.of());

    @BeforeEach
    void aModelOwnerOpensTheTab() {
        tab.current = new SignedIn();
        tab.predictions = new PredictionIntake() {
            @Override
            public Receipt accept(Actor actor, ModelVersionId version, IntakeBody body, IntakeProgress progress) {
                return keep("predictions", actor, version, body);
            }
        };
        tab.outcomes = new OutcomeIntake() {
            @Override
            public Receipt accept(Actor actor, ModelVersionId version, IntakeBody body, IntakeProgress progress) {
                return keep("outcomes", actor, version, body);
            }
        };
        tab.integrity = new Integrity() {
            @Override
            public List<ReceivedBatch> batches(Actor actor, ModelVersionId version) {
                return batches;
            }

            @Override
            public List<FeedDay> days(Actor actor, ModelVersionId version) {
                return days;
            }
        };
        open(tab, Map.of());
    }

    @Test
    @DisplayName(
            "C9: values that are not as declared are told with what to do; volume and latency by day, unknown is not 0")
    void tellsWhatIsNotAsDeclared() {
        var jump = new IntegrityFinding("weight", IntegrityKind.SCALE_JUMP, 400, null, 75.0, 165.0);
        var unknown = new IntegrityFinding("insulin", IntegrityKind.UNKNOWN_CATEGORY, 3, 17L, null, null);
        batches.add(new ReceivedBatch(
                7, "PREDICTIONS", "Model server", Instant.EPOCH, 400, 400, 0, 0, 2, List.of(jump, unknown)));
        batches.add(new ReceivedBatch(6, "OUTCOMES", "Model server", Instant.EPOCH, 9, 8, 1, 0, 0, List.of()));
        days.add(new FeedDay(LocalDate.of(2026, 2, 1), 200, 0, 50L, new FeedDay.Latency(200, 40, 90, 120)));
        days.add(new FeedDay(LocalDate.of(2026, 2, 2), 10, 0, null, null));

        open(tab, Map.of());

        assertThat(page())
                .contains("Of the latest 2 batches, 1 hold values that are not as declared.")
                .contains("the median was 75.00 and is 165.0. Look for a change of unit.")
                .contains("A value that the plan does not list, first in line 17.")
                .contains("2 findings", "not checked")
                .contains("25.0 %", "40 ms", "no longer kept", "not sent");
    }

    private String page() {
        return find(BareView.class).single().getElement().getTextRecursively();
    }

    private Receipt keep(String what, Actor actor, ModelVersionId version, IntakeBody body) {
        try {
            sent.add("%s of %s by %s as %s: %s"
                    .formatted(
                            what,
                            version,
                            actor.name(),
                            body.format(),
                            new String(body.stream().readAllBytes(), UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (receipt.batch() < 0) {
            throw new GovernanceException(ErrorCode.UNREADABLE, "The body broke off.");
        }
        return receipt;
    }

    @Test
    void passesTheFileOnToTheIntakeThatTheReaderChose() {
        upload("march.csv", "a,b");
        outcomesInstead();
        upload("april.ndjson", "{}");

        assertThat(sent)
                .containsExactly(
                        "predictions of sepsis/1 by The Model owner as CSV: a,b",
                        "outcomes of sepsis/1 by The Model owner as NDJSON: {}");
    }

    @Test
    @DisplayName("F5: 10,000 lines with 7 bad ones: 9,993 stored, 7 listed with line, field and reason")
    void listsTheRefusedLines() {
        var problems = LongStream.rangeClosed(1, 7)
                .mapToObj(line -> new LineProblem(line * 1_000, "score", "must be from 0 to 1"))
                .toList();
        receipt = new Receipt(3, 10_000, 9_993, 0, 7, 0, problems);

        upload("march.csv", "…");

        assertThat(sentences())
                .contains("march.csv: 9,993 of 10,000 lines stored, 7 refused. Correct these and send the file again:"
                        + " what is stored already is not stored twice.");
        assertThat(rows("Receipt 3"))
                .containsExactly(
                        "Received | 10,000",
                        "Stored | 9,993",
                        "Known already (duplicates) | 0",
                        "Outcomes added to known predictions | 0",
                        "Refused | 7");
        assertThat(refused()).isEqualTo(problems);
        assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("Download the refused lines (CSV)");
    }

    @Test
    void saysWhenMoreWereRefusedThanAreListed() {
        receipt = new Receipt(3, 5_000, 0, 0, 5_000, 0, List.of(new LineProblem(2, "score", "is missing")));

        upload("march.csv", "…");

        assertThat(find(H2.class).all()).extracting(H2::getText).contains("Refused lines, the first 1 of 5,000");
    }

    @Test
    void saysThatTheSameFileAgainStoredNothing() {
        receipt = new Receipt(4, 500, 0, 500, 0, 0, List.of());

        upload("march.csv", "…");

        assertThat(sentences()).contains("march.csv: every line was known already, so nothing was stored again.");
        assertThat(find(Grid.class).all()).isEmpty();
    }

    @Test
    void refusesAFileWhoseNamePromisesNothingItCanRead() {
        upload("march.xlsx", "…");

        assertThat(sent).isEmpty();
        assertThat(sentences()).anySatisfy(words -> assertThat(words).startsWith("march.xlsx was not read:"));
    }

    @Test
    void tellsWhyAFileWasRefusedAsAWhole() {
        receipt = new Receipt(-1, 0, 0, 0, 0, 0, List.of());

        upload("march.csv", "…");

        assertThat(sentences()).contains("The body broke off.");
    }

    @Test
    void isOpenToThoseWhoMaySendOrReadPerformanceAndTakesFilesFromTheFirstOnly() {
        assertThat(tab.openTo(page(Map.of(), People.with(Role.CLINICIAN)))).isFalse();
        assertThat(tab.openTo(page(Map.of(), People.with(Role.CHAIR)))).isTrue();

        var chairs = tab.show(page(Map.of(), People.with(Role.CHAIR)));

        assertThat(chairs.getElement().getTextRecursively())
                .contains("Nothing has come in yet.")
                .doesNotContain("Send a file");
    }

    private void upload(String name, String content) {
        try {
            test(find(Upload.class).single()).upload(name, "text/plain", content.getBytes(UTF_8));
        } catch (RuntimeException rejected) {
            // the tester throws what the browser only sees as a failed request
        }
        UI.getCurrent()
                .getSession()
                .getService()
                .runPendingAccessTasks(UI.getCurrent().getSession());
    }

    @SuppressWarnings("unchecked")
    private void outcomesInstead() {
        ((RadioButtonGroup<BatchKind>) find(RadioButtonGroup.class).single()).setValue(BatchKind.OUTCOMES);
    }

    @SuppressWarnings("unchecked")
    private List<LineProblem> refused() {
        return ((Grid<LineProblem>) find(Grid.class).single())
                .getListDataView()
                .getItems()
                .toList();
    }

    private List<String> sentences() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }
}
