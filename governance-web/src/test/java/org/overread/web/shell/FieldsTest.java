package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;

class FieldsTest {
    private final Fields fields = new Fields();
    private final TextField name = fields.named("name", new TextField("Name"));

    @Test
    void tellsAProblemBesideItsFieldAndKeepsWhatWasTyped() {
        name.setValue("Sepsis");

        boolean accepted = fields.accepted(refusing(new FieldProblem("name", "is taken")));

        assertThat(accepted).isFalse();
        assertThat(name.isInvalid()).isTrue();
        assertThat(name.getErrorMessage()).isEqualTo("Name is taken.");
        assertThat(name.getValue()).isEqualTo("Sepsis");
    }

    @Test
    void tellsAllProblemsOfOneFieldAndLeavesSentencesAlone() {
        fields.accepted(refusing(
                new FieldProblem("name", "A name has 1 to 100 characters."),
                new FieldProblem("name", "Another has this name.")));

        assertThat(name.getErrorMessage()).isEqualTo("A name has 1 to 100 characters. Another has this name.");
    }

    @Test
    void makesNoSentenceOfAQuestion() {
        var cause = fields.named("reason", new TextField("What was the cause, and what was done?"));

        fields.accepted(refusing(new FieldProblem("reason", "is required")));

        assertThat(cause.getErrorMessage()).isEqualTo("Reason is required.");
    }

    @Test
    void tellsWhatBelongsToNoFieldBelowTheForm() {
        fields.accepted(refusing(new FieldProblem("other", "is required")));

        assertThat(fields.getElement().getTextRecursively()).isEqualTo("Not yet.other is required.");
    }

    @Test
    void forgetsOldProblemsAtTheNextAttempt() {
        fields.accepted(refusing(new FieldProblem("name", "is taken")));

        boolean accepted = fields.accepted(() -> {});

        assertThat(accepted).isTrue();
        assertThat(name.isInvalid()).isFalse();
        assertThat(fields.getElement().getTextRecursively()).isEmpty();
    }

    @Test
    void leavesBrokenMachinesToOthers() {
        assertThatThrownBy(() -> fields.accepted(() -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
    }

    private static Runnable refusing(FieldProblem... problems) {
        return () -> {
            throw new GovernanceException(ErrorCode.INVALID, "Not yet.", List.of(problems));
        };
    }
}
