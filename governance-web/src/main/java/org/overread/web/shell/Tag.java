package org.overread.web.shell;

import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A state as a word with a sign, so that its colour never carries the meaning alone. */
public final class Tag extends Span {
    private static final long serialVersionUID = 1L;

    /** How a state weighs. */
    public enum Tone {
        GOOD("good", VaadinIcon.CHECK),
        BAD("bad", VaadinIcon.CLOSE),
        OPEN("open", VaadinIcon.QUESTION),
        WAITING("waiting", VaadinIcon.CLOCK),
        PLAIN("plain", VaadinIcon.CIRCLE_THIN);

        private final String style;
        private final VaadinIcon sign;

        Tone(String style, VaadinIcon sign) {
            this.style = style;
            this.sign = sign;
        }
    }

    public Tag(String words, Tone tone) {
        var sign = tone.sign.create();
        sign.getElement().setAttribute("aria-hidden", "true");
        add(sign, new Span(words));
        addClassNames("tag", tone.style);
    }
}
