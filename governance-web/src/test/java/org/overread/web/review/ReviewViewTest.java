package org.overread.web.review;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.textfield.TextArea;
import jakarta.enterprise.inject.Produces;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jboss.weld.junit5.auto.AddBeanClasses;
import org.jboss.weld.junit5.auto.ExcludeBeanClasses;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.monitoring.feedback.Cards;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackDraft;
import org.overread.monitoring.feedback.FeedbackKind;
import org.overread.monitoring.feedback.GivenFeedback;
import org.overread.monitoring.feedback.OverrideReason;
import org.overread.registry.Role;
import org.overread.registry.catalog.OutputKind;
import org.overread.web.testing.People;
import org.overread.web.testing.SignedIn;
import org.overread.web.testing.ViewTest;
import org.overread.web.testing.Ward;

@ViewPackages(classes = ReviewView.class)
@AddBeanClasses(ReviewView.class)
@ExcludeBeanClasses({Cards.class, Feedback.class})
class ReviewViewTest extends ViewTest {
    private static Ward ward = new Ward();
    private static Instant now = Ward.NOON;

    @Produces
    static Cards cards() {
        return ward.cards();
    }

    @Produces
    static Feedback feedback() {
        return ward.feedback();
    }

    @Produces
    static InstantSource clock() {
        return () -> now;
    }

    @BeforeEach
    void aClinicianOnTheWard() {
        now = Ward.NOON;
        SignedIn.as(People.with(Role.CLINICIAN));
        ward = new Ward().show("a", 0.31).show("b", 0.12);
    }

    @Test
    void showsTheScoreLargeAndWhatTheThresholdMeans() {
        open("a");

        assertThat(find(Span.class).withClassName("large").single().getText()).isEqualTo("0.310");
        assertThat(sentences()).contains("Flagged: at or over 0.158.");

        open("b");

        assertThat(sentences()).contains("Not flagged: under 0.158.");
    }

    @Test
    void showsTheTextWhenTheModelWrites() {
        ward.show("t", OutputKind.GENERATED_TEXT, Ward.prediction(null, "No sign of sepsis."), null);

        open("t");

        assertThat(find(Paragraph.class)
                        .withClassName("generated-text")
                        .single()
                        .getText())
                .isEqualTo("No sign of sepsis.");
    }

    @Test
    @DisplayName("B1: accept is one key, override is O, a digit and Ctrl+Enter")
    void hasAKeyForEverything() {
        open("a");
        assertThat(keys()).containsExactly("a", "o", "s", "?");

        test(button("Override (O)")).click();

        assertThat(keys()).contains("1", "2", "3", "4", "5", "6", "7", "8", "ctrl+enter");
    }

    @Test
    @DisplayName("B1: one interaction accepts, and the next output comes up")
    void accepts() {
        open("a");

        test(button("Accept (A)")).click();

        assertThat(ward.said())
                .singleElement()
                .returns(Ward.id("a"), FeedbackDraft::card)
                .returns(FeedbackKind.ACCEPTED, FeedbackDraft::kind);
        assertThat(find(Span.class).withClassName("large").single().getText()).isEqualTo("0.120");
    }

    @Test
    @DisplayName("B2: an override carries its coded reason, what was done instead and a comment")
    void overrides() {
        open("a");
        test(button("Override (O)")).click();
        reasons().setValue(OverrideReason.CONTEXT_NOT_SEEN);
        areas().get(0).setValue("Watched for another hour");
        areas().get(1).setValue("Fever is from the vaccine");

        test(button("Save (Ctrl+Enter)")).click();

        var said = ward.said().getFirst();
        assertThat(said)
                .isEqualTo(new FeedbackDraft(
                        said.id(),
                        Ward.id("a"),
                        FeedbackKind.OVERRIDDEN,
                        OverrideReason.CONTEXT_NOT_SEEN,
                        "Watched for another hour",
                        "Fever is from the vaccine",
                        false,
                        null));
    }

    @Test
    void offersAtMostEightReasonsForTheKindOfOutput() {
        open("a");

        test(button("Override (O)")).click();

        assertThat(reasons().getListDataView().getItems())
                .containsExactlyElementsOf(OverrideReason.offeredFor(OutputKind.RISK_SCORE));
        assertThat(reasons().getValue()).isNull();
    }

    @Test
    void tellsBesideTheFieldWhatIsMissingAndKeepsWhatWasTyped() {
        open("a");
        test(button("Override (O)")).click();
        areas().get(1).setValue("Not sepsis");

        test(button("Save (Ctrl+Enter)")).click();

        assertThat(ward.said()).isEmpty();
        assertThat(reasons().getErrorMessage()).contains("choose why you decided otherwise");
        assertThat(areas().get(1).getValue()).isEqualTo("Not sepsis");
    }

    @Test
    @DisplayName("G3: a record number in the comment is marked and holds the save until it is gone")
    void identifiersHoldTheSave() {
        open("a");
        test(button("Override (O)")).click();
        reasons().setValue(OverrideReason.OTHER);

        areas().get(1).setValue("same as MRN 00482913");

        assertThat(button("Save (Ctrl+Enter)").isEnabled()).isFalse();
        assertThat(find(ListItem.class).all())
                .extracting(ListItem::getText)
                .containsExactly("“MRN 00482913” looks like a medical record number – must be removed");
        assertThat(sentences()).contains("Take out what must be removed, then it can be saved.");

        test(button("Replace them")).click();

        assertThat(areas().get(1).getValue()).isEqualTo("same as [MRN]");
        assertThat(button("Save (Ctrl+Enter)").isEnabled()).isTrue();
    }

    @Test
    @DisplayName("G3: what may be an identifier waits for the writer's tick, and a new one for a new tick")
    void doubtfulOnesWaitForATick() {
        open("a");
        test(button("Override (O)")).click();
        reasons().setValue(OverrideReason.OTHER);

        areas().get(1).setValue("Dr Lind agrees");

        assertThat(button("Save (Ctrl+Enter)").isEnabled()).isFalse();
        tick().setValue(true);
        assertThat(button("Save (Ctrl+Enter)").isEnabled()).isTrue();

        areas().get(1).setValue("Dr Lind agrees, so does Dr Berg");

        assertThat(tick().getValue()).isFalse();
        assertThat(button("Save (Ctrl+Enter)").isEnabled()).isFalse();
    }

    @Test
    void aReasonThatSpeaksOfHarmOffersToReportAConcernToo() {
        open("a");
        test(button("Override (O)")).click();
        reasons().setValue(OverrideReason.CLINICALLY_WRONG);
        areas().get(1).setValue("Low risk, and the patient was in shock");
        find(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith("It could have harmed"))
                .forEach(box -> box.setValue(true));

        test(button("Save (Ctrl+Enter)")).click();

        assertThat(ward.said())
                .extracting(FeedbackDraft::kind)
                .containsExactly(FeedbackKind.OVERRIDDEN, FeedbackKind.SAFETY_CONCERN);
    }

    @Test
    @DisplayName("B11: after saving, undo takes it back and shows the output again")
    void undoes() {
        open("a");
        test(button("Accept (A)")).click();

        var undo = find(Button.class, find(Notification.class).single())
                .withText("Undo (U)")
                .single();
        assertThat(undo.getElement().getAttribute("data-key")).isEqualTo("u");
        undo.click();

        assertThat(ward.takenBack()).containsExactly(ward.said().getFirst().id());
        assertThat(find(Span.class).withClassName("large").single().getText()).isEqualTo("0.310");
    }

    @Test
    @DisplayName("B11: a second press right after the first answers nothing of the next output")
    void keysRestUntilTheNextOutputWasSeen() {
        open("a");
        test(button("Accept (A)")).click();

        assertThat(rests()).singleElement().returns(false, Rest::isEnabled);
        button("Accept (A)").click();
        assertThat(ward.said()).hasSize(1);

        see("b");
        test(button("Accept (A)")).click();
        assertThat(ward.said()).extracting(FeedbackDraft::card).containsExactly(Ward.id("a"), Ward.id("b"));
    }

    @Test
    @DisplayName("B11: a browser that has shown another output, or this one too briefly, wakes no key")
    void doesNotTakeTheBrowsersWordForTooEarly() {
        navigate(ReviewView.address(Ward.id("a")), ReviewView.class);

        rests().getFirst().seen(Ward.id("a").toString());
        assertThat(rests().getFirst().isEnabled()).isFalse();
        now = now.plus(Rest.AT_LEAST);
        rests().getFirst().seen(Ward.id("b").toString());
        assertThat(rests().getFirst().isEnabled()).isFalse();

        rests().getFirst().seen(Ward.id("a").toString());
        assertThat(rests().getFirst().isEnabled()).isTrue();
    }

    @Test
    @DisplayName("B11: undo takes back what it says, and an offer that is gone takes back nothing")
    void undoTakesBackWhatItSays() {
        open("a");
        test(button("Accept (A)")).click();
        var first = undo();
        see("b");
        test(button("Accept (A)")).click();

        first.click();
        assertThat(first.getElement().hasAttribute("data-key")).isFalse();
        assertThat(ward.takenBack()).isEmpty();

        var second = undo();
        assertThat(sentenceBeside(second)).startsWith("Saved: accepted – ").contains(" 0.120, shown ");
        second.click();
        second.click();
        assertThat(ward.takenBack()).containsExactly(ward.said().getLast().id());
    }

    @Test
    void showsWhatThePersonSaidAlready() {
        ward.show("c", OutputKind.RISK_SCORE, Ward.prediction(0.2, null), overridden());

        open("c");

        assertThat(sentences()).contains("Overridden – Already done, ordered or known, on 4 May 2026, 12:00 UTC.");
    }

    @Test
    void showsTheOutputWithoutButtonsToThoseWhoOnlyRead() {
        SignedIn.as(People.with(Role.SAFETY_OFFICER));

        open("a");

        assertThat(find(Button.class).all()).isEmpty();
    }

    @Test
    void keepsDraftsInTheBrowserUnderThePersonAndTheOutput() {
        open("a");

        test(button("Safety concern (S)")).click();

        assertThat(areas().getFirst().getElement().getAttribute("data-draft"))
                .startsWith("overread.draft." + People.with(Role.CLINICIAN).id())
                .endsWith(Ward.id("a") + ".SAFETY_CONCERN.comment");
    }

    private static GivenFeedback overridden() {
        return new GivenFeedback(
                Ward.id("f"),
                Ward.id("c"),
                null,
                "ana",
                "CLINICIAN",
                FeedbackKind.OVERRIDDEN,
                OverrideReason.ALREADY_DONE,
                null,
                null,
                false,
                Ward.NOON,
                Ward.NOON);
    }

    private void open(String card) {
        navigate(ReviewView.address(Ward.id(card)), ReviewView.class);
        see(card);
    }

    /** The browser has shown the output for as long as it takes. */
    private void see(String card) {
        now = now.plus(Rest.AT_LEAST);
        rests().forEach(rest -> rest.seen(Ward.id(card).toString()));
    }

    private List<Rest> rests() {
        return find(Rest.class).all();
    }

    private Button button(String words) {
        return find(Button.class).withText(words).single();
    }

    private List<TextArea> areas() {
        return find(TextArea.class).all();
    }

    private Button undo() {
        return find(Undo.class).all().stream()
                .map(undo -> find(Button.class, undo).withText("Undo (U)").single())
                .filter(Button::isEnabled)
                .findFirst()
                .orElseThrow();
    }

    private static String sentenceBeside(Button undo) {
        return undo.getParent()
                .orElseThrow()
                .getChildren()
                .findFirst()
                .map(words -> words.getElement().getText())
                .orElse("");
    }

    private Checkbox tick() {
        return find(Checkbox.class).all().stream()
                .filter(box -> box.getLabel().startsWith("I checked"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private RadioButtonGroup<OverrideReason> reasons() {
        return (RadioButtonGroup<OverrideReason>) find(RadioButtonGroup.class).single();
    }

    private List<String> sentences() {
        return find(Paragraph.class).all().stream().map(Paragraph::getText).toList();
    }

    private List<String> keys() {
        return find(Component.class).all().stream()
                .map(part -> part.getElement().getAttribute("data-key"))
                .filter(key -> key != null)
                .toList();
    }
}
