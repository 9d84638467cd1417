package org.overread.web.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.VaadinSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.web.failure.Failure;

/** The one place where an exception that escapes a view becomes a log line and a sentence for the person. */
@ApplicationScoped
public class BrokenViews {
    private static final Logger LOG = Logger.getLogger(BrokenViews.class.getName());

    void watch(VaadinSession session) {
        session.setErrorHandler(this::tell);
    }

    private void tell(ErrorEvent event) {
        switch (Failure.of(event.getThrowable())) {
            case GovernanceException refused -> {
                if (refused.code() == ErrorCode.NOT_ALLOWED) {
                    ClosedDoors.tell(doors -> doors.on(UI.getCurrent()));
                }
                Notices.error(String.valueOf(refused.getMessage()));
            }
            case Throwable bug -> {
                LOG.log(Level.SEVERE, "A view failed", bug);
                Notices.error("Something went wrong on our side. Nothing was changed. Please try again.");
            }
        }
    }
}
