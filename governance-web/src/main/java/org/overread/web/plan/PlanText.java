package org.overread.web.plan;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.TextArea;

/** The text of a plan. */
final class PlanText extends TextArea {
    private static final long serialVersionUID = 1L;
    private static final String GO_TO_LINE = """
        Promise.resolve(this.updateComplete).then(() => {
            const input = this.inputElement;
            const lines = input.value.split('\\n');
            const line = Math.min($0, lines.length);
            const from = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
            input.focus();
            input.setSelectionRange(from, from + lines[line - 1].length);
            const box = this.shadowRoot.querySelector('[part=input-field]');
            box.scrollTop = (line - 1) * input.scrollHeight / lines.length - box.clientHeight / 2;
            $1.scrollIntoView({ block: 'nearest' });
        });\
        """;

    PlanText() {
        super("Monitoring plan (YAML)");
        setWidthFull();
        setMinHeight("24rem");
        setMaxHeight("60vh");
        addClassName("code");
        setHelperText("Owner and deputy are log-ins of people who may answer alerts about this model.");
    }

    /** Selects a line, and shows what was told of it: nobody counts to line 105. */
    void goTo(int line, Component told) {
        getElement().executeJs(GO_TO_LINE, line, told.getElement());
    }
}
