package org.overread.web.feedback;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;
import java.util.function.Function;
import org.overread.monitoring.feedback.AnswerDraft;
import org.overread.monitoring.feedback.Disposition;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingAnswer;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.FreeText;
import org.overread.web.shell.IdentifierCheck;
import org.overread.web.shell.Page;

/**
 * Answers a finding: what came of looking into it, and what the clinician is told. Without the first it is a reply, and
 * the finding waits on. What is refused is told beside the field it is about, and nothing typed is lost.
 */
final class AnswerForm extends Div {
    private static final long serialVersionUID = 1L;

    private final Select<Disposition> disposition = new Select<>();
    private final IntegerField correctedIn = new IntegerField("Which version corrects it?");
    private final FreeText text = new FreeText("Answer to the clinician");
    private final IdentifierCheck check = new IdentifierCheck().over(text);
    private final Button send = new Button("Send the answer");
    private final Fields fields = new Fields();

    /**
     * @param answering calls the service with what was filled in
     * @param done what follows once the answer is kept
     */
    AnswerForm(Finding finding, Drafts drafts, Function<AnswerDraft, FindingAnswer> answering, Runnable done) {
        addClassName("answer-form");
        disposition.setLabel("What came of it?");
        disposition.setItems(Disposition.values());
        disposition.setItemLabelGenerator(
                each -> each == null ? "Nothing is decided: a reply" : each.title() + consequence(each));
        disposition.setEmptySelectionAllowed(true);
        disposition.setEmptySelectionCaption("Nothing is decided: a reply");
        disposition.setWidthFull();
        correctedIn.setMin(1);
        correctedIn.setStepButtonsVisible(true);
        correctedIn.setVisible(false);
        correctedIn.setValueChangeMode(ValueChangeMode.ON_BLUR);
        disposition.addValueChangeListener(
                event -> correctedIn.setVisible(event.getValue() == Disposition.CORRECTED_IN_VERSION));
        fields.named("sentence", text.field());
        fields.named("correctedIn", correctedIn);
        drafts.keep(text.field(), "sentence", () -> {});
        drafts.keepChoice(disposition, "disposition", List.of(Disposition.values()), Disposition::name);
        drafts.keepValue(
                correctedIn, "correctedIn", String::valueOf, kept -> correctedIn.setValue(Integer.valueOf(kept)));
        text.onScan(() -> send.setEnabled(!text.blocked()));
        send.addThemeVariants(ButtonVariant.PRIMARY);
        send.addClickListener(event -> {
            if (fields.accepted(() -> send(answering, drafts, done))) {
                disposition.setInvalid(false);
            }
        });
        add(
                disposition,
                correctedIn,
                text,
                check,
                Page.quiet(
                        finding.state().waits()
                                ? "What ends the waiting is decided by somebody who neither said it nor asks for this"
                                        + " version to be promoted."
                                : "This has been decided. Another answer is added to it; what it says came of it counts."),
                fields,
                send);
    }

    private static String consequence(Disposition each) {
        if (!each.settles()) {
            return " (it waits on)";
        }
        return each.clears() ? "" : " (this version stays held back)";
    }

    private void send(Function<AnswerDraft, FindingAnswer> answering, Drafts drafts, Runnable done) {
        var draft = new AnswerDraft(
                disposition.getValue(),
                correctedIn.isVisible() ? correctedIn.getValue() : null,
                text.text(),
                check.tick().getValue());
        switch (answering.apply(draft)) {
            case FindingAnswer.Given _ -> {
                drafts.forget();
                done.run();
            }
            case FindingAnswer.Refused refused -> fields.refuse(refused.reason());
        }
    }
}
