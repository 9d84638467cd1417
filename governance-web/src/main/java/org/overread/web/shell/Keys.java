package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import java.util.Map;

/**
 * Keys that press something from anywhere on the page, except while somebody types. Keys with {@code ctrl+} work while
 * typing, too.
 */
public final class Keys {
    private static final String SCRIPT = "context://keys.js";

    private Keys() {}

    /**
     * Lets a key press the target.
     *
     * @param key as the browser names it, lower case: {@code a}, {@code 1}, {@code ctrl+enter}
     */
    public static <T extends Component> T press(T target, String key) {
        target.getElement().setAttribute("data-key", key).setAttribute("aria-keyshortcuts", spoken(key));
        target.addAttachListener(event -> event.getUI().getPage().addJavaScript(SCRIPT));
        return target;
    }

    /** A small button that lists the keys of a page; {@code ?} presses it. */
    public static Button list(Map<String, String> keys) {
        var button = new Button("Keys ?", event -> dialog(keys).open());
        button.addClassName("keys-button");
        return press(Page.named(button, "List the keys"), "?");
    }

    private static Dialog dialog(Map<String, String> keys) {
        var list = new Facts();
        keys.forEach((key, what) -> list.with(key, what));
        var dialog = new Dialog(list);
        dialog.setHeaderTitle("Keys on this page");
        var close = new Button("Close", event -> dialog.close());
        close.setAutofocus(true);
        dialog.getFooter().add(close);
        return dialog;
    }

    private static String spoken(String key) {
        return key.replace("ctrl+enter", "Control+Enter");
    }
}
