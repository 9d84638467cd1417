package org.overread.web.shell;

import com.vaadin.flow.component.Component;

/** Puts the focus where the hand goes next. On a page that is only being built it waits until the target is there. */
public final class Focus {
    private static final String WHEN_THERE = """
        const target = $0 ? this.querySelector($0) : this;
        const look = left => {
            if (target?.getClientRects().length) target.focus();
            else if (left > 0) setTimeout(look, 20, left - 1);
        };
        look(100);\
        """;

    private Focus() {}

    public static void on(Component target) {
        within(target, "");
    }

    /** Puts it on the first part that the selector names. */
    public static void within(Component whole, String selector) {
        whole.getElement().executeJs(WHEN_THERE, selector);
    }
}
