package org.overread.web.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;

/** Short messages at the edge of the page, announced to screen readers. */
public final class Notices {
    private static final int QUIET = 4_000;
    private static final int LONG = 12_000;

    private Notices() {}

    public static void done(String sentence) {
        Notification.show(Times.told(sentence), QUIET, Notification.Position.BOTTOM_START);
    }

    /** Stays until the person has closed it. */
    public static void untilClosed(String sentence) {
        var notice = new Notification();
        var close = new Button("Close", _ -> notice.close());
        close.addThemeVariants(ButtonVariant.TERTIARY);
        notice.add(new Paragraph(Times.told(sentence)), close);
        notice.setPosition(Notification.Position.BOTTOM_START);
        notice.setDuration(0);
        notice.setAssertive(true);
        notice.open();
    }

    public static void error(String sentence) {
        var notice = Notification.show(Times.told(sentence), LONG, Notification.Position.BOTTOM_START);
        notice.addThemeVariants(NotificationVariant.ERROR);
        notice.setAssertive(true);
    }
}
