package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Permission;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.PromotionRequest.State;
import org.overread.registry.promotion.PromotionSummary;
import org.overread.registry.promotion.Promotions;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("promotions")
@PageTitle("Promotions")
@Needs(Permission.READ_PROMOTIONS)
@InNavigation(name = "Promotions", icon = VaadinIcon.STEP_FORWARD, order = 40)
@Dependent
class PromotionsView extends Page implements BeforeEnterObserver {
    private static final long serialVersionUID = 1L;

    private final transient Promotions promotions;
    private final transient Titles titles;
    private final transient CurrentActor current;
    final Select<State> state = new Select<>();
    private final Div list = new Div();

    @Inject
    PromotionsView(Promotions promotions, Titles titles, CurrentActor current) {
        this.promotions = promotions;
        this.titles = titles;
        this.current = current;
        state.setLabel("State");
        state.setItems(State.values());
        state.setEmptySelectionAllowed(true);
        state.setEmptySelectionCaption("Every state");
        state.setItemLabelGenerator(chosen -> chosen == null ? "Every state" : chosen.title());
        state.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrent().navigate("promotions", address(event.getValue()));
            }
        });
        add(row(state), list);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("state")
                .orElse("");
        var chosen = Arrays.stream(State.values())
                .filter(each -> each.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElse(null);
        state.setValue(chosen);
        list.removeAll();
        list.add(found(chosen));
    }

    private static QueryParameters address(@Nullable State chosen) {
        return chosen == null ? QueryParameters.empty() : QueryParameters.of("state", chosen.name());
    }

    private Component found(@Nullable State chosen) {
        var filter = new PromotionFilter(null, null, null, chosen == null ? Set.of() : Set.of(chosen));
        var found = promotions.list(current.actor(), filter);
        if (!found.isEmpty()) {
            return table(found);
        }
        return chosen == null
                ? empty(
                        "Nobody has asked for a promotion yet.",
                        "A model owner asks on the page of a version, under Overview; then the request appears here.")
                : empty("No request is in the state “" + chosen.title() + "”.", "Choose another state.");
    }

    private static Component state(PromotionSummary request) {
        return request.stopped() ? row(StateTag.of(request.state()), StateTag.stopped()) : StateTag.of(request.state());
    }

    private Component table(List<PromotionSummary> found) {
        var table = DataTable.of(
                        "Requests, the newest first", "Version", "State", "From", "To", "Site", "Asked by", "Asked")
                .stacking();
        found.forEach(request -> table.line(
                new Anchor("promotions/" + request.id(), titles.version(request.version())),
                state(request),
                new Span(request.from().title()),
                new Span(request.target().title()),
                new Span(titles.site(request.site())),
                new Span(request.requesterName()),
                Times.of(request.submittedAt())));
        return table;
    }
}
