package org.overread.web.shell;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import jakarta.enterprise.context.Dependent;
import jakarta.servlet.http.HttpServletResponse;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.web.failure.Failure;

/** What stands in place of a view that could not be shown: what happened, and what to do. */
@ParentLayout(MainLayout.class)
@Dependent
class BrokenPage extends Page implements HasErrorParameter<Exception>, HasDynamicTitle {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(BrokenPage.class.getName());

    private String title = "";

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        return switch (Failure.of(parameter.getException())) {
            case GovernanceException known -> known(event, known);
            case Throwable bug -> {
                LOG.log(Level.SEVERE, "A view could not be shown", bug);
                say(
                        "Something went wrong",
                        "This page could not be shown; the fault is on our side. Nothing was changed.");
                yield HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            }
        };
    }

    private int known(BeforeEnterEvent event, GovernanceException refused) {
        if (refused.code() == ErrorCode.NOT_ALLOWED) {
            ClosedDoors.tell(doors -> doors.entering(event));
        }
        say(titleOf(refused.code()), String.valueOf(refused.getMessage()));
        return switch (refused.code()) {
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case NOT_ALLOWED -> HttpServletResponse.SC_FORBIDDEN;
            case OUTSIDE, TOO_MANY -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case INVALID, UNREADABLE, TOO_LARGE, TOO_SLOW -> HttpServletResponse.SC_BAD_REQUEST;
        };
    }

    private static String titleOf(ErrorCode code) {
        return switch (code) {
            case NOT_FOUND -> "Nothing here";
            case NOT_ALLOWED -> "Not open to you";
            case OUTSIDE, TOO_MANY -> "Not now";
            case CONFLICT, INVALID, UNREADABLE, TOO_LARGE, TOO_SLOW -> "This cannot be shown";
        };
    }

    private void say(String heading, String sentence) {
        title = heading;
        add(new Paragraph(sentence), new Anchor("", "For you"));
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
