package org.overread.web.review;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.overread.web.shell.Keys;
import org.overread.web.shell.Page;

/**
 * Says quietly what is done, and for ten seconds offers to undo exactly that. It stays while the page changes. Only the
 * newest offer can be taken: one that is on its way out hears neither key nor click.
 */
final class Undo extends Notification {
    private static final long serialVersionUID = 1L;
    private static final int MILLIS = 10_000;

    private final Button button = new Button("Undo (U)");

    private Undo(String sentence, Runnable undo) {
        button.addClickListener(event -> {
            end();
            undo.run();
        });
        var words = Page.row(new Span(sentence), Keys.press(button, "u"));
        words.addClassName("undo");
        add(words);
        setDuration(MILLIS);
        // at the top: the bottom is where the hand is for the next one
        setPosition(Position.TOP_CENTER);
        addOpenedChangeListener(event -> {
            if (!event.isOpened()) {
                end();
            }
        });
    }

    /** Takes the place of an earlier offer. */
    static void offer(String sentence, Runnable undo) {
        var ui = UI.getCurrent();
        var earlier = ComponentUtil.getData(ui, Undo.class);
        if (earlier != null) {
            earlier.end();
        }
        var offered = new Undo(sentence, undo);
        ComponentUtil.setData(ui, Undo.class, offered);
        offered.open();
    }

    private void end() {
        button.setEnabled(false);
        button.getElement().removeAttribute("data-key");
        if (isOpened()) {
            close();
        }
    }
}
