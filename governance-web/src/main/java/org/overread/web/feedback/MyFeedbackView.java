package org.overread.web.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Location;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.FeedbackState;
import org.overread.monitoring.feedback.MyFeedback;
import org.overread.monitoring.feedback.WithdrawalAnswer;
import org.overread.registry.Permission;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;

@Route(MyFeedbackView.ADDRESS)
@PageTitle("My feedback")
@Needs(Permission.GIVE_FEEDBACK)
@InNavigation(name = "My feedback", icon = VaadinIcon.COMMENTS_O, order = 15)
@Dependent
class MyFeedbackView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;
    static final String ADDRESS = "my-feedback";
    private static final int AT_ONCE = 25;
    private static final int FURTHER = 200;

    private final transient Feedback feedback;
    private final transient CurrentActor current;
    private final Select<FeedbackState> filter = new Select<>();
    private final Div body = new Div();
    private int back = FURTHER;

    @Inject
    MyFeedbackView(Feedback feedback, CurrentActor current) {
        this.feedback = feedback;
        this.current = current;
        filter.setLabel("Show");
        filter.setItems(FeedbackState.values());
        filter.setItemLabelGenerator(state -> state == null ? "All" : state.title());
        filter.setEmptySelectionAllowed(true);
        filter.setEmptySelectionCaption("All");
        filter.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                intoAddress(event.getValue());
                show();
            }
        });
        add(filter, body);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        filter.setValue(event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .flatMap(MyFeedbackView::state)
                .orElse(null));
        show();
    }

    private void show() {
        var all = feedback.mine(current.person(), back);
        @Nullable FeedbackState wanted = filter.getValue();
        var shown = all.stream()
                .filter(mine -> wanted == null || mine.state() == wanted)
                .toList();
        filter.setVisible(!all.isEmpty());
        body.removeAll();
        if (all.isEmpty()) {
            body.add(empty(
                    "You have not said anything of an output yet.",
                    "What you accept, override or report appears here, and what came of it. Outputs to review wait"
                            + " under For you."));
        } else if (shown.isEmpty()) {
            body.add(empty("Nothing of yours is in this state.", "Choose All to see everything you said."));
        } else {
            body.add(list(shown));
        }
        if (all.size() >= back) {
            body.add(row(
                    quiet("These are among the %s things you said last.".formatted(Numbers.count((long) back))),
                    new Button("Look further back", _ -> {
                        back += FURTHER;
                        show();
                    })));
        }
    }

    private Component list(List<MyFeedback> shown) {
        var list = new UnorderedList();
        list.addClassName("given-list");
        var more = new Button("Show more");
        var rest = shown.iterator();
        Runnable some = () -> {
            for (int i = 0; i < AT_ONCE && rest.hasNext(); i++) {
                var mine = rest.next();
                list.add(new GivenPart(mine, () -> withdraw(mine)));
            }
            more.setVisible(rest.hasNext());
        };
        more.addClickListener(event -> some.run());
        some.run();
        return new Div(list, more);
    }

    private void withdraw(MyFeedback mine) {
        switch (feedback.withdraw(current.actor(), mine.feedback().id())) {
            case WithdrawalAnswer.Withdrawn withdrawn ->
                Notices.done("Taken back: it no longer counts. That you said it stays on record.");
            case WithdrawalAnswer.Refused refused -> Notices.error(refused.reason());
        }
        show();
    }

    private static Optional<FeedbackState> state(String name) {
        return Arrays.stream(FeedbackState.values())
                .filter(state -> state.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static void intoAddress(@Nullable FeedbackState state) {
        var query = state == null
                ? QueryParameters.empty()
                : QueryParameters.simple(Map.of("state", state.name().toLowerCase(Locale.ROOT)));
        UI.getCurrent().getPage().getHistory().replaceState(null, new Location(ADDRESS, query));
    }
}
