package org.overread.web.feedback;

import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.List;
import org.overread.monitoring.feedback.FeedbackState;

/** How far feedback has come, as three words in a row: those behind it, where it stands, and those to come. */
final class Steps extends OrderedList {
    private static final long serialVersionUID = 1L;
    private static final List<FeedbackState> WAY =
            List.of(FeedbackState.RECEIVED, FeedbackState.COUNTED, FeedbackState.ANSWERED);

    Steps(FeedbackState state) {
        addClassName("steps");
        for (var step : WAY) {
            add(item(step, Integer.compare(WAY.indexOf(step), WAY.indexOf(state))));
        }
    }

    private static ListItem item(FeedbackState step, int ahead) {
        var sign = (ahead <= 0 ? VaadinIcon.CHECK_CIRCLE : VaadinIcon.CIRCLE_THIN).create();
        sign.getElement().setAttribute("aria-hidden", "true");
        var item = new ListItem(sign, new Span(step.title()));
        if (ahead > 0) {
            item.addClassName("to-come");
            item.add(unseen(", still to come"));
        }
        if (ahead == 0) {
            item.addClassName("now");
            item.getElement().setAttribute("aria-current", "step");
        }
        return item;
    }

    private static Span unseen(String words) {
        var span = new Span(words);
        span.addClassName("for-screen-readers");
        return span;
    }
}
