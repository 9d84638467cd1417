package org.overread.web.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.Role;
import org.overread.registry.Written;
import org.overread.registry.review.Meaning;
import org.overread.web.promotion.SignDialog.Typed;
import org.overread.web.shell.Drafts;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = SignDialogTest.class)
class SignDialogTest extends ViewTest {
    private final List<Typed> signed = new ArrayList<>();
    private Optional<String> answer = Optional.empty();

    @Test
    @DisplayName("G1: the comment survives a reload, the password is never kept")
    void keepsTheCommentAndNeverThePassword() {
        var dialog = open(Role.CLINICAL_REVIEWER);

        assertThat(dialog.comment.getElement().getAttribute("data-draft"))
                .isEqualTo("overread.draft.tess.sign.request.comment");
        assertThat(dialog.password.getElement().hasAttribute("data-draft")).isFalse();
    }

    @Test
    @DisplayName("D8: of several meanings none is chosen for the signer, and without one nothing is signed")
    void asksForTheMeaning() {
        var dialog = open(Role.CLINICAL_REVIEWER);
        assertThat(dialog.meaning.getValue()).isNull();
        test(dialog.password).setValue("correct horse");
        test(dialog.sign).click();

        assertThat(signed).isEmpty();
        assertThat(dialog.refusal.getElement().getTextRecursively())
                .isEqualTo("Choose what your signature means. Nothing was signed.");
        assertThat(dialog.password.getValue()).isEqualTo("correct horse");
        assertThat(dialog.sign.isEnabled()).isTrue();
    }

    @Test
    void saysWhatIsSignedAndWhatTheSignatureDeclares() {
        var dialog = open(Role.CLINICAL_REVIEWER);
        test(dialog.meaning).selectItem("Review");

        assertThat(find(Paragraph.class, dialog).all())
                .extracting(Paragraph::getText)
                .contains("You sign: sepsis/2 to Pilot at north.", "“" + Meaning.REVIEW.sentence() + "”");
    }

    @Test
    void handsOverWhatWasTypedAndCloses() {
        var dialog = open(Role.CLINICAL_REVIEWER);
        test(dialog.meaning).selectItem("Review");
        test(dialog.comment).setValue("Figures checked.");
        test(dialog.password).setValue("correct horse");
        test(dialog.sign).click();

        assertThat(signed)
                .containsExactly(new Typed(
                        Role.CLINICAL_REVIEWER, Meaning.REVIEW, Written.plainly("Figures checked."), "correct horse"));
        assertThat(dialog.isOpened()).isFalse();
    }

    @Test
    @DisplayName("D8: a refused signature stays in the dialog, with its reason and all that was typed but the password")
    void showsTheRefusalAndKeepsWhatWasTyped() {
        answer = Optional.of("The password is not right.");
        var dialog = open(Role.CLINICAL_REVIEWER);
        test(dialog.meaning).selectItem("Review");
        test(dialog.comment).setValue("Figures checked.");
        test(dialog.password).setValue("wrong");
        test(dialog.sign).click();

        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.refusal.getElement().getTextRecursively()).isEqualTo("The password is not right.");
        assertThat(dialog.refusal.getElement().getAttribute("role")).isEqualTo("alert");
        assertThat(dialog.comment.getValue()).isEqualTo("Figures checked.");
        assertThat(dialog.password.getValue()).isEmpty();
        assertThat(dialog.sign.isEnabled()).isTrue();
    }

    @Test
    @DisplayName("D8: nothing is chosen for who signs: without a meaning, or a role of several, nothing is signed")
    void choosesNothingForWhoSigns() {
        var dialog = open(Role.CLINICAL_REVIEWER, Role.SAFETY_OFFICER);
        assertThat(dialog.role.isEmpty()).isTrue();
        assertThat(dialog.meaning.isEmpty()).isTrue();

        test(dialog.password).setValue("correct horse");
        test(dialog.sign).click();
        assertThat(dialog.refusal.getElement().getTextRecursively())
                .isEqualTo("Choose the role in which you sign. Nothing was signed.");
        test(dialog.role).selectItem("Safety officer");
        test(dialog.sign).click();
        assertThat(dialog.refusal.getElement().getTextRecursively())
                .isEqualTo("Choose what your signature means. Nothing was signed.");

        assertThat(signed).isEmpty();
        assertThat(dialog.isOpened()).isTrue();
        assertThat(dialog.sign.isEnabled()).isTrue();
        assertThat(dialog.password.getValue()).isEqualTo("correct horse");
    }

    @Test
    @DisplayName("D8: where there is one role and one meaning only, they are said as text")
    void saysWhatThereIsNoChoiceAbout() {
        var dialog = open(List.of(Meaning.REJECTION), Role.CHAIR);

        assertThat(dialog.meaning.isVisible()).isFalse();
        assertThat(find(Paragraph.class, dialog).all())
                .extracting(Paragraph::getText)
                .contains("You sign as committee chair. Meaning: rejection.", "“" + Meaning.REJECTION.sentence() + "”");
    }

    @Test
    void asksForTheRoleOnlyWhenThereAreSeveral() {
        assertThat(open(Role.CLINICAL_REVIEWER).role.isVisible()).isFalse();
        assertThat(open(Role.CLINICAL_REVIEWER, Role.SAFETY_OFFICER).role.isVisible())
                .isTrue();
    }

    @Test
    void signsInTheRoleAndWithTheMeaningThatWereChosen() {
        var dialog = open(Role.CLINICAL_REVIEWER, Role.SAFETY_OFFICER);
        test(dialog.role).selectItem("Safety officer");
        test(dialog.meaning).selectItem("Rejection");
        test(dialog.sign).click();

        assertThat(signed).containsExactly(new Typed(Role.SAFETY_OFFICER, Meaning.REJECTION, Written.plainly(""), ""));
    }

    @Test
    void closesWithoutSigningWhenThePersonThinksBetterOfIt() {
        var dialog = open(Role.CLINICAL_REVIEWER);
        test(find(Button.class, dialog).withText("Cancel").single()).click();

        assertThat(signed).isEmpty();
        assertThat(dialog.isOpened()).isFalse();
    }

    private SignDialog open(Role... roles) {
        return open(List.of(Meaning.REVIEW, Meaning.REJECTION), roles);
    }

    private SignDialog open(List<Meaning> meanings, Role... roles) {
        var dialog = new SignDialog(
                "You sign: sepsis/2 to Pilot at north.",
                new Span("The figures"),
                List.of(roles),
                meanings,
                new Drafts("tess", "sign.request"),
                typed -> {
                    signed.add(typed);
                    return answer;
                });
        dialog.open();
        roundTrip();
        return dialog;
    }
}
