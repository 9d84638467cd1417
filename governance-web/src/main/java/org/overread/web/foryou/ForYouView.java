package org.overread.web.foryou;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Cut;
import org.overread.web.shell.Focus;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("")
@PageTitle("For you")
@Needs(Permission.READ_MODELS)
@InNavigation(name = "For you", icon = VaadinIcon.INBOX, order = 10)
@Dependent
class ForYouView extends Page implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private static final int AT_ONCE = 50;
    private static final int NOWHERE = -1;

    private final transient Instance<WaitingWork> kinds;
    private final transient CurrentActor current;

    @Inject
    ForYouView(@Any Instance<WaitingWork> kinds, CurrentActor current) {
        this.kinds = kinds;
        this.current = current;
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        removeAll();
        var person = current.person();
        kinds.stream().sorted(Comparator.comparingInt(WaitingWork::order)).forEach(kind -> {
            var waiting = kind.first(person, AT_ONCE);
            if (!waiting.isEmpty()) {
                var some = new Div();
                add(section(kind.heading(), some));
                show(some, kind, person, waiting, getElement().getChildCount() == 1 ? 0 : NOWHERE);
            }
        });
        if (getElement().getChildCount() == 0) {
            add(empty(
                    "Nothing waits for you.",
                    "What needs your answer appears here: outputs to review, promotions to sign, decisions to take."));
        }
    }

    /** Says how much more there is where it is not all, and brings it. */
    private void show(Div part, WaitingWork kind, Actor.Person person, List<Waiting> waiting, int focus) {
        part.removeAll();
        part.add(list(waiting, focus));
        long all = Math.max(kind.count(person), waiting.size());
        if (all > waiting.size()) {
            var more = new Button("Show %d more".formatted(Math.min(AT_ONCE, all - waiting.size())));
            more.setDisableOnClick(true);
            more.addClickListener(_ -> {
                var next = kind.first(person, waiting.size() + AT_ONCE);
                show(part, kind, person, next, waiting.size());
            });
            part.add(row(Cut.of(waiting.size(), all, kind.firstAre()), more));
        }
    }

    private static Component list(List<Waiting> waiting, int focus) {
        var list = new UnorderedList();
        list.addClassName("waiting-list");
        for (int i = 0; i < waiting.size(); i++) {
            var one = waiting.get(i);
            var link = new Anchor(one.link(), one.sentence());
            list.add(new ListItem(link, since(one)));
            if (i == focus) {
                Focus.on(link);
            }
        }
        return list;
    }

    private static Component since(Waiting one) {
        var since = new Span(new Span("since "), Times.of(one.since()));
        since.addClassName("quiet");
        return since;
    }
}
