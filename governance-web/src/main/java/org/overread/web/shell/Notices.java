package org.overread.web.shell;

import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages at the edge of the page, announced to screen readers. */
public final class Notices {
    private static final int QUIET = 4_000;
    private static final int LONG = 12_000;

    private Notices() {}

    public static void done(String sentence) {
        Notification.show(sentence, QUIET, Notification.Position.BOTTOM_START);
    }

    public static void error(String sentence) {
        var notice = Notification.show(sentence, LONG, Notification.Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.setAssertive(true);
    }
}
