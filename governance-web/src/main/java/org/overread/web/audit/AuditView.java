package org.overread.web.audit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.InstantSource;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.audit.AuditFilter;
import org.overread.registry.audit.AuditSearch;
import org.overread.registry.audit.anchor.Anchors;
import org.overread.reports.archive.Exports;
import org.overread.web.reports.ExportButton;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("audit")
@PageTitle("Audit trail")
@Needs(Permission.READ_AUDIT)
@InNavigation(name = "Audit trail", icon = VaadinIcon.LINES_LIST, order = 80)
@Dependent
class AuditView extends Page implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;

    private final transient AuditSearch trail;
    private final transient Exports exports;
    private final transient InstantSource clock;
    private final transient Actor actor;
    private final ChainBadge badge;
    private final AuditFields fields;
    private final Div found = new Div();

    @Inject
    AuditView(
            AuditSearch trail,
            Exports exports,
            ChainCheck check,
            Anchors anchors,
            InstantSource clock,
            CurrentActor current) {
        this.trail = trail;
        this.exports = exports;
        this.clock = clock;
        this.actor = current.actor();
        fields = new AuditFields(trail.actors(actor), trail.models(actor), trail.actions(actor));
        fields.onChange(question -> UI.getCurrent().navigate(AuditView.class, question.address()));
        badge = new ChainBadge(check, anchors, clock, actor);
        add(badge, new OutsideCheck(anchors, actor), fields, found);
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var question = AuditQuestion.of(event.getLocation().getQueryParameters());
        badge.refresh();
        fields.show(question);
        found.removeAll();
        show(asOfNow(question.filter(Times.zone())), question.asksForAll());
    }

    private void show(AuditFilter filter, boolean all) {
        long count = trail.count(actor, filter);
        if (count == 0) {
            found.add(all ? nothingYet() : nothingFound());
            return;
        }
        found.add(
                quiet(Numbers.count(count) + (count == 1 ? " entry" : " entries")),
                new ExportButton(exports, actor, filter),
                new AuditList(
                        query -> trail.search(actor, filter, query.getOffset(), query.getLimit()).stream(),
                        Math.clamp(count, 0, Integer.MAX_VALUE)));
    }

    /** Entries that are added while somebody scrolls must not push those shown already further down. */
    private AuditFilter asOfNow(AuditFilter asked) {
        var now = clock.instant();
        var to = asked.to() == null || asked.to().isAfter(now) ? now : asked.to();
        return new AuditFilter(asked.model(), asked.actor(), asked.action(), asked.from(), to, asked.text());
    }

    private static Component nothingYet() {
        return empty(
                "Nothing is on record yet.",
                "Whatever anybody does here appears in this list by itself, and nothing takes it out again.");
    }

    private static Component nothingFound() {
        return empty("No entry is like this.", "Clear a field above to see more.");
    }
}
