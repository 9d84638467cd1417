package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;

/** Puts the focus where the hand goes next. On a page that is only being built it waits until the target is there; a hand that has gone elsewhere meanwhile is left alone. */
public final class Focus {
    private static final String WHEN_THERE = """
        const target = $0 ? this.querySelector($0) : this;
        const hand = document.activeElement;
        const look = left => {
            const now = document.activeElement;
            if (now !== hand && now !== document.body) return;
            if (target?.getClientRects().length) target.focus();
            else if (left > 0) setTimeout(look, 20, left - 1);
        };
        look(100);\
        """;

    /** Waits until no dialog holds the focus; a hand that has gone elsewhere is left alone. */
    private static final String BACK = """
        const dialogs = 'vaadin-dialog, vaadin-confirm-dialog';
        const named = button => button.getAttribute('aria-label') ?? button.textContent.trim();
        const there = button => !button.disabled && button.getClientRects().length;
        const look = left => {
            const hand = document.activeElement ?? document.body;
            const held = hand.closest(dialogs) || [...document.querySelectorAll(dialogs)].some(one => one.opened);
            if (held) return left > 0 ? setTimeout(look, 20, left - 1) : undefined;
            const page = document.querySelector('.page');
            if (hand !== document.body || !page) return;
            const buttons = [...page.querySelectorAll('vaadin-button')].filter(there);
            const found = $0.split('\\n').map(name => buttons.find(button => named(button) === name)).find(button => button)
                ?? page.querySelector('.holds-focus') ?? page;
            if (found === page) page.tabIndex = -1;
            found.focus({ preventScroll: found === page });
        };
        setTimeout(look, 20, 100);\
        """;

    private Focus() {}

    /**
     * Once a part of the page has been built anew and has lost the focus, gives it to the first of these buttons that is
     * there, else to what waits in its stead, else to the page: never to nothing.
     */
    public static void back(String... buttons) {
        UI.getCurrent().getPage().executeJs(BACK, String.join("\n", buttons));
    }

    public static void on(Component target) {
        within(target, "");
    }

    /** Puts it on the first part that the selector names. */
    public static void within(Component whole, String selector) {
        whole.getElement().executeJs(WHEN_THERE, selector);
    }
}
