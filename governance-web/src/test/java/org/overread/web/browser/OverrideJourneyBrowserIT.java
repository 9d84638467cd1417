package org.overread.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A clinician who does not agree, with seconds to spare. */
class OverrideJourneyBrowserIT {
    private static final String ADA = "ada.clinician";
    private static final String NAME = "Bedside score";
    private static final int LACKS_INFORMATION = 1;
    private static final int CLINICALLY_INCORRECT = 2;

    @RegisterExtension
    static final Chromium CHROMIUM = new Chromium();

    private final Groundwork groundwork = new Groundwork();
    private final String model = groundwork.model(NAME, 1);
    private final String name = groundwork.named(NAME);

    @Test
    @DisplayName("B1: an output is overridden by keyboard alone, in three interactions, and the override can be undone")
    void overridesByKeyboardAlone() {
        var card = groundwork.card(model, ADA);
        var ada = CHROMIUM.visit(Device.DESKTOP);
        var forYou = ada.signIn(ADA);
        forYou.accessible();
        var review = forYou.reviewTheFocused(name);
        review.accessible();

        int before = ada.interactions();
        review.override();
        review.choose(LACKS_INFORMATION);
        review.save();
        assertThat(ada.interactions() - before).isEqualTo(3);

        assertThat(review.undo()).isVisible();
        assertThat(groundwork.said(ADA, card)).containsExactly("RECEIVED");
        assertThat(new MyFeedbackScreen(ada).about(name))
                .containsText("Overridden: I have information the model lacks");
        ada.open("review/" + card);
        new ReviewScreen(ada, name).accessible("answered");
    }

    @Test
    @DisplayName("B1, B11: undoing is one key, and what is taken back is shown as such")
    void undoesByOneKey() {
        var card = groundwork.card(model, ADA);
        var ada = CHROMIUM.visit(Device.DESKTOP);
        ada.signIn(ADA);
        ada.open("review/" + card);
        var review = new ReviewScreen(ada, name);

        ada.press("a");
        assertThat(review.undo()).isVisible();
        ada.press("u");

        assertThat(review.notice("Taken back: accepted")).isVisible();
        ada.isAt("review/" + card);
        assertThat(groundwork.said(ADA, card)).containsExactly("WITHDRAWN");
        assertThat(new MyFeedbackScreen(ada).about(name)).containsText("Taken back: it no longer counts");
    }

    @Test
    @DisplayName("B11: a second press of A, right after the first, answers nothing of the next output")
    void keysRestUntilTheNextOutputWasSeen() {
        var first = groundwork.card(model, ADA);
        groundwork.card(model, ADA);
        var ada = CHROMIUM.visit(Device.DESKTOP);
        ada.signIn(ADA);
        ada.open("review/" + first);
        var review = new ReviewScreen(ada, name);

        ada.press("a");
        ada.page().waitForURL(url -> url.contains("review/") && !url.endsWith(first.toString()));
        var next = UUID.fromString(ada.page().url().replaceFirst(".*review/", ""));
        ada.press("a");
        ada.press("a");
        review.awake();
        assertThat(groundwork.said(ADA, next)).isEmpty();

        ada.press("a");
        ada.page().waitForURL(url -> !url.endsWith(next.toString()));
        ada.press("u");
        assertThat(review.notice("Taken back: accepted")).isVisible();
        assertThat(groundwork.said(ADA, next)).containsExactly("WITHDRAWN");
    }

    @Test
    @DisplayName("B2, G3: an identifier is marked as it is typed and holds the save; corrected, the override is kept")
    void holdsWhatNamesAPatient() {
        var card = groundwork.card(model, ADA);
        var ada = CHROMIUM.visit(Device.DESKTOP);
        ada.signIn(ADA);
        ada.open("review/" + card);
        var review = new ReviewScreen(ada, name);
        review.override();
        review.choose(CLINICALLY_INCORRECT);
        assertThat(review.comment()).isFocused();

        ada.type("Septic since noon, see MRN 4711234");
        assertThat(review.marked()).hasText("MRN 4711234");
        assertThat(review.saveButton()).isDisabled();
        review.accessible("held");
        review.save();
        assertThat(groundwork.said(ADA, card)).isEmpty();

        ada.open("review/" + card);
        assertThat(review.comment()).hasValue("Septic since noon, see MRN 4711234");
        assertThat(review.reason(CLINICALLY_INCORRECT)).isChecked();
        review.awake();
        review.comment().focus();
        ada.press("Control+a");
        ada.type("Septic since noon, lactate not yet back");
        assertThat(review.marked()).isHidden();
        assertThat(review.saveButton()).isEnabled();
        review.save();

        assertThat(review.undo()).isVisible();
        var mine = new MyFeedbackScreen(ada);
        assertThat(mine.about(name)).containsText("Overridden: Output is clinically incorrect");
        assertThat(mine.about(name)).containsText("“Septic since noon, lactate not yet back”");
        mine.accessible();
    }

    @Test
    @DisplayName("B1, G7: on a phone it is done by thumb, and nobody scrolls sideways at 320 pixels")
    void worksOnAPhone() {
        var card = groundwork.card(model, ADA);
        var ada = CHROMIUM.visit(Device.PHONE);
        var forYou = ada.signIn(ADA);
        forYou.accessible();
        forYou.fitsTheNarrowestScreen();
        var review = forYou.review(name);
        review.accessible();
        review.fitsTheNarrowestScreen();

        review.button("Override (O)").tap();
        review.reason(LACKS_INFORMATION).tap();
        review.accessible("overriding");
        review.fitsTheNarrowestScreen();
        review.saveButton().tap();

        assertThat(review.undo()).isVisible();
        assertThat(groundwork.said(ADA, card)).containsExactly("RECEIVED");
        var mine = new MyFeedbackScreen(ada);
        assertThat(mine.about(name)).isVisible();
        mine.accessible();
        mine.fitsTheNarrowestScreen();
    }
}
