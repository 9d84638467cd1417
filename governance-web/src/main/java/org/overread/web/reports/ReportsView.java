package org.overread.web.reports;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.overread.registry.Folded;
import org.overread.registry.Permission;
import org.overread.registry.Place;
import org.overread.registry.promotion.PromotionFilter;
import org.overread.registry.promotion.PromotionSummary;
import org.overread.registry.promotion.Promotions;
import org.overread.reports.archive.ArchivedReport;
import org.overread.reports.archive.Exports;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Cut;
import org.overread.web.shell.DataTable;
import org.overread.web.shell.InNavigation;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;
import org.overread.web.shell.Times;

@Route("reports")
@PageTitle("Reports")
@Needs(Permission.EXPORT_REPORTS)
@InNavigation(name = "Reports", icon = VaadinIcon.FILE_TEXT_O, order = 70)
@Dependent
class ReportsView extends Page implements AfterNavigationObserver {
    private static final long serialVersionUID = 1L;
    private static final String SOUGHT = "text";

    private final transient Promotions promotions;
    private final transient Exports exports;
    private final transient CurrentActor current;
    private final TextField sought = new TextField("Find by model, site, state or name");
    private final Div choices = new Div();
    private final Div earlier = new Div();

    @Inject
    ReportsView(Promotions promotions, Exports exports, CurrentActor current) {
        this.promotions = promotions;
        this.exports = exports;
        this.current = current;
        sought.addClassName("wide");
        sought.setClearButtonVisible(true);
        sought.setValueChangeMode(ValueChangeMode.LAZY);
        sought.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                UI.getCurrent().navigate(ReportsView.class, QueryParameters.of(SOUGHT, event.getValue()));
            }
        });
        add(section("Promotions", row(sought), choices), section("Earlier reports", earlier));
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        var words = event.getLocation()
                .getQueryParameters()
                .getSingleParameter(SOUGHT)
                .orElse("");
        sought.setValue(words);
        var all = promotions.list(current.actor(), PromotionFilter.ALL);
        choices.removeAll();
        choices.add(all.isEmpty() ? nothingAsked() : matching(all, words));
        showEarlier();
    }

    private static Component nothingAsked() {
        return empty(
                "Nobody has asked for a promotion yet.",
                "As soon as a model owner requests one, its workbook can be produced here, whatever becomes of it.");
    }

    private Component matching(List<PromotionSummary> all, String words) {
        var found = all.stream().filter(one -> matches(one, words)).toList();
        if (found.isEmpty()) {
            return empty("No promotion is like this.", "Type less to see more.");
        }
        var table = DataTable.of(count(found.size(), "promotion"), "Request", "State", "Requested", "Workbook");
        found.forEach(one -> table.line(what(one), new Span(one.state().title()), asked(one), export(one)));
        return table.stacking();
    }

    private static Anchor what(PromotionSummary one) {
        return new Anchor(
                "promotions/" + one.id(),
                "%s from %s to %s at %s"
                        .formatted(
                                one.version(), one.from().title(), one.target().title(), one.site()));
    }

    private static Component asked(PromotionSummary one) {
        return new Div(Times.of(one.submittedAt()), new Span(" by " + one.requesterName()));
    }

    private Component export(PromotionSummary one) {
        var actor = current.actor();
        var place = new Place(one.version().model(), null, one.site());
        return new ExportButton(exports, actor, one.id(), place).then(this::showEarlier);
    }

    private void showEarlier() {
        var reports = exports.produced(current.actor());
        earlier.removeAll();
        if (reports.isEmpty()) {
            earlier.add(
                    empty(
                            "No report has been produced yet.",
                            "Each workbook that is produced is kept here as it was handed out, with the SHA-256 of its bytes."));
            return;
        }
        var table = DataTable.of(count(reports.size(), "report"), "File", "What", "#Rows", "Produced");
        reports.forEach(report -> table.line(
                new ReportLink(report),
                new Span(report.kind().title()),
                new Span(Numbers.count(report.rows())),
                produced(report)));
        earlier.add(
                table.stacking(),
                Cut.newest(reports.size(), Exports.NEWEST, "reports", "Earlier ones open by their address."));
    }

    private static Component produced(ArchivedReport report) {
        return new Div(Times.of(report.producedAt()), new Span(" by " + report.producedByName()));
    }

    private static boolean matches(PromotionSummary one, String words) {
        return Folded.holds(
                one.version() + " " + one.site() + " " + one.target().title() + " "
                        + one.state().title() + " " + one.requesterName(),
                words);
    }

    private static String count(int count, String what) {
        return Numbers.count((long) count) + " " + what + (count == 1 ? "" : "s");
    }
}
