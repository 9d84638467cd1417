package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.textfield.TextArea;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdentifierCheckTest {
    private final TextArea why = new TextArea("Why");
    private final TextArea note = new TextArea("Note");
    private final IdentifierCheck check = new IdentifierCheck().over(why).over(note);

    @Test
    @DisplayName("G3: a form without anything doubtful asks for no tick")
    void staysOutOfTheWay() {
        why.setValue("Two months of pilot; boluses 250 500 1000 ml were no problem");

        assertThat(check.isVisible()).isFalse();
        assertThat(check.of("x").noIdentifiersConfirmed()).isFalse();
    }

    @Test
    @DisplayName("G3: what is doubtful is told with its field and waits for a tick; a new one for a new tick")
    void ticksHoldForWhatWasMarked() {
        why.setValue("as of 14.03.2025");

        assertThat(check.getChildren().findFirst().orElseThrow().getChildren())
                .extracting(item -> ((ListItem) item).getText())
                .containsExactly("Why: “14.03.2025” looks like a date – please check");
        check.tick().setValue(true);
        assertThat(check.of("x").noIdentifiersConfirmed()).isTrue();

        note.setValue("Mrs Smith agrees");

        assertThat(check.of("x").noIdentifiersConfirmed()).isFalse();
    }
}
