package org.overread.web.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.alert.Alert;
import org.overread.monitoring.alert.AlertEvent;
import org.overread.monitoring.alert.AlertFile;
import org.overread.monitoring.alert.Alerts;
import org.overread.monitoring.alert.Severity;
import org.overread.monitoring.check.CheckKind;
import org.overread.monitoring.schedule.FinishedRun;
import org.overread.monitoring.schedule.MonitoringOverview;
import org.overread.registry.Actor;
import org.overread.registry.ModelVersionId;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import org.overread.registry.Written;
import org.overread.registry.catalog.CatalogFixtures;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.HospitalTest;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;

@ViewPackages(classes = {AlertsView.class, AlertView.class})
@AddBeanClasses({AlertsView.class, AlertView.class, AlertTable.class, AlertViewsTest.Beans.class})
@ExcludeBeanClasses({Alerts.class, MonitoringOverview.class})
class AlertViewsTest extends HospitalTest {
    private static final Instant MONDAY = Instant.parse("2026-05-04T08:00:00Z");
    private static final UUID ID = new UUID(1, 1);
    private static final List<Alert> ALL = new ArrayList<>();
    private static final List<String> DONE = new ArrayList<>();

    /** Alerts and overview as the test says. */
    static final class Beans {
        @Produces
        static Alerts alerts() {
            return new Alerts() {
                @Override
                public List<Alert> list(Actor actor) {
                    return List.copyOf(ALL);
                }

                @Override
                public boolean answers(Actor actor, AlertFile file) {
                    return actor.mayEverywhere(Permission.ANSWER_ALERTS);
                }

                @Override
                public Alert alert(Actor actor, UUID id) {
                    return ALL.getFirst();
                }

                @Override
                public Alert acknowledge(Actor actor, UUID id, Written<String> comment) {
                    DONE.add(actor.name() + " acknowledged: " + comment.what());
                    return ALL.getFirst();
                }
            };
        }

        @Produces
        static MonitoringOverview overview() {
            return new MonitoringOverview() {
                @Override
                public Optional<FinishedRun> latest(Actor actor, ModelVersionId version) {
                    return Optional.empty();
                }
            };
        }
    }

    @BeforeEach
    void aModelOwnerLooks() {
        Hospital.openWithSepsis(2);
        ALL.clear();
        DONE.clear();
        SignedIn.as(People.with(Role.MODEL_OWNER));
    }

    @Test
    void saysWhatWillAppearWhileThereIsNoAlert() {
        navigate(AlertsView.class);

        assertThat(find(Paragraph.class).all())
                .extracting(Paragraph::getText)
                .contains("No alert waits for an answer.");
    }

    @Test
    @DisplayName("C7: every alert is listed with who answers and its state as a word")
    void listsAlerts() {
        ALL.add(alert());

        navigate(AlertsView.class);

        assertThat(find(Anchor.class).all()).extracting(Anchor::getText).contains("Sensitivity in 80+ below its floor");
        assertThat(find(Span.class).all()).extracting(Span::getText).contains("Open", "Alert", "mira");
    }

    @Test
    @DisplayName("C7: an alert is acknowledged in a dialog that asks for words")
    void acknowledges() {
        ALL.add(alert());
        navigate("alerts/" + ID, AlertView.class);

        test(find(Button.class).all().stream()
                        .filter(each -> each.getText().equals("Acknowledge"))
                        .findFirst()
                        .orElseThrow())
                .click();
        var dialog = find(WordsDialog.class).single();
        dialog.text.setValue("I call the laboratory.");
        test(dialog.send).click();

        assertThat(DONE).containsExactly("The Model owner acknowledged: I call the laboratory.");
    }

    @Test
    void offersNothingToWhoMayOnlyRead() {
        ALL.add(alert());
        SignedIn.as(People.with(Role.COMPLIANCE));
        navigate("alerts/" + ID, AlertView.class);

        assertThat(find(Button.class).all()).extracting(Button::getText).doesNotContain("Acknowledge", "Resolve");
    }

    @Test
    @DisplayName("B9: the alert of a clinician's concern leads to what was said, and is not resolved by hand")
    void leadsToTheConcern() {
        var finding = new UUID(9, 9);
        ALL.add(alert("concern:" + finding, CheckKind.CONCERN));

        navigate("alerts/" + ID, AlertView.class);

        assertThat(find(Anchor.class).all()).extracting(Anchor::getHref).contains("findings/" + finding);
        assertThat(find(Button.class).all().stream().filter(Button::isVisible).map(Button::getText))
                .contains("Acknowledge", "Comment")
                .doesNotContain("Resolve");
    }

    private static Alert alert() {
        return alert("performance:sensitivity:floor", CheckKind.PERFORMANCE);
    }

    private static Alert alert(String check, CheckKind kind) {
        return Alert.of(new AlertFile(
                ID,
                new ModelVersionId("sepsis", 2),
                null,
                check,
                kind,
                "Sensitivity in 80+ below its floor",
                LocalDate.parse("2026-03-01"),
                CatalogFixtures.MODEL_OWNER,
                CatalogFixtures.CLINICAL_OWNER,
                "Find the cause.",
                List.of(new AlertEvent(
                        new UUID(2, 2),
                        AlertEvent.Kind.RAISED,
                        MONDAY,
                        "monitoring",
                        "Overread",
                        "Sensitivity is below its floor.",
                        Severity.ALERT))));
    }
}
