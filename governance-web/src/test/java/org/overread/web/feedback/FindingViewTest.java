package org.overread.web.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.UUID;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.concern.Circle;
import org.overread.monitoring.concern.Concerns;
import org.overread.monitoring.concern.FindingDetails;
import org.overread.monitoring.concern.WaitingFinding;
import org.overread.monitoring.feedback.Card;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.Findings;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.registry.Actor;
import org.overread.registry.PersonId;
import org.overread.registry.Role;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.identity.NamedPerson;
import org.overread.web.testing.Hospital;
import org.overread.web.testing.HospitalTest;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.Ward;

@ViewPackages(classes = FindingView.class)
@AddBeanClasses({FindingView.class, ConcernLines.class, FindingViewTest.Beans.class})
@ExcludeBeanClasses({Concerns.class, Findings.class})
class FindingViewTest extends HospitalTest {
    private static final NamedPerson OMAR = new NamedPerson(new PersonId(new UUID(7, 7)), "Omar Reyes", true);
    private static @Nullable Card card = Ward.card("a");
    private static boolean mayAnswer = true;
    private static boolean withdrawn;
    private static Role watch = Role.SAFETY_OFFICER;
    private static long count = 1;

    /** One concern as the test says. */
    static final class Beans {
        @Produces
        static Concerns concerns() {
            return new Concerns() {
                @Override
                public FindingDetails finding(Actor.Person person, UUID feedback) {
                    return new FindingDetails(
                            concern(),
                            card == null ? null : "Early warning of sepsis",
                            card == null ? null : Ward.prediction(0.08, null),
                            0.158,
                            circle(),
                            withdrawn,
                            mayAnswer,
                            true);
                }

                @Override
                public List<WaitingFinding> feared(Actor.Person person) {
                    return List.of(new WaitingFinding(
                            concern(), count, card == null ? null : "Early warning of sepsis", circle()));
                }

                @Override
                public List<WaitingFinding> calledWrong(Actor.Person person) {
                    return List.of();
                }
            };
        }

        @Produces
        static Findings findings() {
            return new Findings();
        }
    }

    private static Circle circle() {
        return new Circle(List.of(OMAR), watch, null, null);
    }

    private static Finding concern() {
        return new Finding(
                new GivenFeedback(
                        Ward.id("f"),
                        Ward.id("a"),
                        null,
                        "ana",
                        "CLINICIAN",
                        FeedbackKind.SAFETY_CONCERN,
                        null,
                        null,
                        "He was in shock",
                        false,
                        Ward.NOON,
                        Ward.NOON),
                card,
                List.of());
    }

    @BeforeEach
    void aSafetyOfficerLooks() {
        Hospital.openWithSepsis(2);
        SignedIn.as(People.with(Role.SAFETY_OFFICER));
        card = Ward.card("a");
        mayAnswer = true;
        withdrawn = false;
        watch = Role.SAFETY_OFFICER;
        count = 1;
    }

    private List<String> words() {
        return java.util.stream.Stream.concat(
                        find(Paragraph.class).all().stream().map(Paragraph::getText),
                        find(Span.class).all().stream().map(Span::getText))
                .toList();
    }

    private void open() {
        navigate("findings/" + Ward.id("f"), FindingView.class);
    }

    @Test
    @DisplayName("B9: a concern is read with the output it is about, for whom it waits, and a form to answer it")
    void showsTheOutputAndForWhomItWaits() {
        open();

        assertThat(words())
                .contains(
                        "Safety concern",
                        "Not answered",
                        "“He was in shock”",
                        "0.080, not flagged below 0.158",
                        "Omar Reyes (safety officer).");
        assertThat(find(Anchor.class).all())
                .extracting(Anchor::getHref)
                .contains("models/sepsis/versions/2", "review/" + Ward.id("a"));
        assertThat(find(Button.class).withText("Send the answer").all()).hasSize(1);
    }

    @Test
    @DisplayName("B9: that nobody is safety officer is said where it waits")
    void saysWhoIsMissing() {
        watch = Role.CHAIR;

        open();

        assertThat(words())
                .contains(
                        "Nobody who may answer this is safety officer here, so it waits for the committee chair. An administrator gives"
                                + " the role under People.");
    }

    @Test
    @DisplayName("B4: of an output that is not known it says so; who may not answer is offered nothing")
    void theOutputMayBeUnknown() {
        card = null;
        mayAnswer = false;

        open();

        assertThat(words()).anyMatch(words -> words.startsWith("The output is not known to Overread yet."));
        assertThat(find(TextArea.class).all()).isEmpty();
    }

    @Test
    @DisplayName("B11: what was taken back says so and takes no answer")
    void sayThatItWasTakenBack() {
        withdrawn = true;

        open();

        assertThat(words())
                .contains("Who said it has taken it back, so it waits for no answer.", "It waits for nobody any more.");
        assertThat(find(TextArea.class).all()).isEmpty();
    }

    @Test
    @DisplayName("B9: For you says what waits, on which version and site, for whom, and where it is answered")
    void standsOnForYou() {
        var work = new ConcernLines();
        work.concerns = Beans.concerns();
        work.catalog = new Catalog();

        assertThat(work.of(People.with(Role.SAFETY_OFFICER), true))
                .singleElement()
                .satisfies(waiting -> {
                    assertThat(waiting.sentence())
                            .isEqualTo(
                                    "Safety concern: Early warning of sepsis, version 2, at north. Waits for Omar Reyes (safety"
                                            + " officer).");
                    assertThat(waiting.link()).isEqualTo("findings/" + Ward.id("f"));
                    assertThat(waiting.since()).isEqualTo(Ward.NOON);
                });
        assertThat(work.of(People.with(Role.SAFETY_OFFICER), false)).isEmpty();
        card = null;
        assertThat(work.of(People.with(Role.SAFETY_OFFICER), true).getFirst().sentence())
                .startsWith("Safety concern: an output that is not known yet.");
    }
}
