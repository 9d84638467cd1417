package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.overread.registry.Permission;
import org.overread.registry.catalog.StageEntry;
import org.overread.registry.catalog.Stages;
import org.overread.registry.identity.People;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.Promotions;
import org.overread.web.catalog.Names;
import org.overread.web.catalog.StageTag;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

/** What became of a version so far: every step it took at a site, and every promotion that was asked for. */
@ApplicationScoped
class HistoryTab implements VersionTab {
    @Inject
    Stages stages;

    @Inject
    Promotions promotions;

    @Inject
    People people;

    @Inject
    Titles titles;

    @Override
    public String key() {
        return "history";
    }

    @Override
    public String title() {
        return "History";
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return true;
    }

    @Override
    public Component show(VersionPage page) {
        var all = new Div(Page.section("Steps it took", steps(page)));
        strays(page).ifPresent(all::add);
        if (page.mayWithin(Permission.READ_PROMOTIONS)) {
            all.add(Page.section("Promotions that were asked for", requests(page)));
        }
        return all;
    }

    private Component steps(VersionPage page) {
        var steps = stages.history(page.actor(), page.model().id()).entries().stream()
                .filter(entry -> entry.version().equals(page.id()))
                .toList();
        if (steps.isEmpty()) {
            return Page.empty(
                    "It has not taken a step yet.",
                    "A step at a site follows an approved promotion; each appears here.");
        }
        var table = DataTable.of("Steps, the newest first", "When", "Site", "Stage", "By", "Why")
                .stacking();
        steps.reversed()
                .forEach(step -> table.line(
                        Times.of(step.at()),
                        new Span(titles.site(step.site())),
                        StageTag.of(step.stage()),
                        new Span(Names.of(people, step.by())),
                        why(page, step)));
        return table;
    }

    private static Component why(VersionPage page, StageEntry step) {
        if (step.promotion() != null && page.mayWithin(Permission.READ_PROMOTIONS)) {
            return new Anchor("promotions/" + step.promotion(), "Approved promotion");
        }
        return new Span(Objects.requireNonNullElse(step.reason(), "–"));
    }

    /** Rows in the database that say this version took a step, and that nobody has decided. */
    private Optional<Component> strays(VersionPage page) {
        var list = new UnorderedList();
        stages.history(page.actor(), page.model().id()).strays().stream()
                .filter(stray -> stray.version().equals(page.id()))
                .map(stray -> "Row %d says: %s at %s since %s. No decision stands behind it, so it counts for nothing."
                        .formatted(
                                stray.seq(), stray.stage().title(), titles.site(stray.site()), Times.text(stray.at())))
                .map(ListItem::new)
                .forEach(list::add);
        list.addClassName("refusal");
        list.getElement().setAttribute("role", "alert");
        return list.getComponentCount() == 0 ? Optional.empty() : Optional.of(Page.section("Not by a decision", list));
    }

    private Component requests(VersionPage page) {
        var filter = new PromotionFilter(page.model().id(), page.id().version(), null, Set.of());
        var requests = promotions.list(page.actor(), filter);
        if (requests.isEmpty()) {
            return Page.empty(
                    "Nobody has asked for a promotion of this version yet.",
                    "A model owner asks under Overview, beside the site.");
        }
        var table = DataTable.of("Requests, the newest first", "Asked", "To", "Site", "State", "Asked by")
                .stacking();
        requests.forEach(request -> table.line(
                new Anchor("promotions/" + request.id(), Times.text(request.submittedAt())),
                new Span(request.target().title()),
                new Span(titles.site(request.site())),
                StateTag.of(request.state()),
                new Span(request.requesterName())));
        return table;
    }
}
