package org.overread.web.review;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import org.overread.web.shell.Keys;
import org.overread.web.shell.Page;

/** Says quietly that something is done, and for ten seconds offers to undo it. It stays while the page changes. */
final class Undo {
    private static final int MILLIS = 10_000;

    private Undo() {}

    /** Takes the place of an earlier offer. */
    static void offer(String sentence, Runnable undo) {
        var ui = UI.getCurrent();
        var earlier = ComponentUtil.getData(ui, Notification.class);
        if (earlier != null) {
            earlier.close();
        }
        var notice = new Notification();
        var button = new Button("Undo (U)", event -> {
            notice.close();
            undo.run();
        });
        var words = Page.row(new Span(sentence), Keys.press(button, "u"));
        words.addClassName("undo");
        notice.add(words);
        notice.setDuration(MILLIS);
        // at the top: the bottom is where the hand is for the next one
        notice.setPosition(Notification.Position.TOP_CENTER);
        notice.open();
        ComponentUtil.setData(ui, Notification.class, notice);
    }
}
