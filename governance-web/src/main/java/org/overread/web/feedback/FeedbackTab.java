package org.overread.web.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.overread.monitoring.chart.ControlCharts;
import org.overread.monitoring.feedback.Feedback;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.FindingPosition;
import org.overread.monitoring.feedback.Findings;
import org.overread.monitoring.subgroup.SmallCells;
import org.overread.registry.Actor;
import org.overread.registry.Permission;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.Site;
import org.overread.web.catalog.VersionPage;
import org.overread.web.catalog.VersionTab;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.FileName;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;

/** What clinicians said of a version: how often, why, and what of it somebody must answer. */
@ApplicationScoped
class FeedbackTab implements VersionTab {
    private static final String SITE = "site";
    private static final int AT_ONCE = 25;

    @Inject
    Feedback feedback;

    @Inject
    Findings findings;

    @Inject
    ControlCharts charts;

    @Inject
    Catalog catalog;

    @Override
    public String key() {
        return "feedback";
    }

    @Override
    public String title() {
        return "Feedback";
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public boolean openTo(VersionPage page) {
        return page.mayWithin(Permission.READ_FEEDBACK);
    }

    @Override
    public Component show(VersionPage page) {
        var sites = catalog.sites(page.actor()).stream()
                .filter(site -> mayRead(page, site.id()))
                .toList();
        boolean everywhere = mayRead(page, null);
        @Nullable String asked = page.asked(SITE)
                .orElse(everywhere || sites.isEmpty() ? null : sites.getFirst().id());
        var tally = new Div();
        var body = new Div();
        if (!sites.isEmpty()) {
            body.add(choice(page, sites, everywhere, asked, site -> tally(page, site, tally)));
        }
        tally(page, asked, tally);
        body.add(tally, Page.section("To be answered", findings(page)));
        return body;
    }

    private static boolean mayRead(VersionPage page, @Nullable String site) {
        return page.actor().may(Permission.READ_FEEDBACK, page.place().at(site));
    }

    private static Component choice(
            VersionPage page,
            List<Site> sites,
            boolean everywhere,
            @Nullable String asked,
            Consumer<@Nullable String> answer) {
        var choice = new Select<String>();
        choice.setLabel("Site");
        choice.setItems(sites.stream().map(Site::id).toList());
        choice.setItemLabelGenerator(id -> sites.stream()
                .filter(site -> site.id().equals(id))
                .map(Site::name)
                .findFirst()
                .orElse("All sites"));
        choice.setEmptySelectionAllowed(everywhere);
        choice.setEmptySelectionCaption("All sites");
        choice.setValue(asked);
        choice.addValueChangeListener(event -> {
            answer.accept(event.getValue());
            page.note(event.getValue() == null ? Map.of() : Map.of(SITE, event.getValue()));
        });
        return choice;
    }

    private void tally(VersionPage page, @Nullable String site, Div place) {
        var tally = feedback.tally(page.actor(), page.id(), site);
        place.removeAll();
        place.add(
                tally.shown() == 0
                        ? Page.empty(
                                "No output of this version was shown to a clinician yet.",
                                "Outputs count from the moment the system that shows them registers a card.")
                        : new TallyPart(tally));
        if (tally.shown() > 0 && !SmallCells.hides(tally.shown())) {
            place.add(new ChartsPart(
                    charts.of(page.actor(), page.id(), site),
                    what -> FileName.of(page.id(), what, site, null, null) + ".csv"));
        }
    }

    private Component findings(VersionPage page) {
        var first = findings.page(page.actor(), page.id(), null, AT_ONCE + 1);
        if (first.isEmpty()) {
            return Page.empty(
                    "Nothing severe was said of this version.",
                    "Safety concerns and outputs called clinically incorrect appear here, and wait until somebody decides"
                            + " what came of them.");
        }
        var list = new UnorderedList();
        list.addClassName("given-list");
        var more = new Button("Show more");
        Consumer<List<Finding>> show = found -> {
            var some = found.subList(0, Math.min(AT_ONCE, found.size()));
            some.forEach(finding -> list.add(item(page, finding)));
            more.setVisible(found.size() > AT_ONCE);
            if (!some.isEmpty()) {
                ComponentUtil.setData(
                        more, FindingPosition.class, some.getLast().position());
            }
        };
        more.addClickListener(event -> show.accept(findings.page(
                page.actor(), page.id(), ComponentUtil.getData(more, FindingPosition.class), AT_ONCE + 1)));
        show.accept(first);
        return new Div(list, more);
    }

    private ListItem item(VersionPage page, Finding finding) {
        var item = new ListItem(
                new FindingPart(finding, new Anchor(FindingView.address(finding), FindingPart.words(finding))));
        item.addClassName("given");
        if (page.actor() instanceof Actor.Person person
                && person.may(Permission.ANSWER_FINDINGS, finding.place())
                && finding.state().waits()) {
            var id = finding.feedback().id();
            item.add(new AnswerForm(
                    finding,
                    new Drafts(person.personId(), "finding." + id),
                    draft -> findings.answer(person, id, draft),
                    () -> {
                        Notices.done("Answered. The clinician finds it under My feedback.");
                        page.choose(VersionPage.TAB, key());
                    }));
        }
        return item;
    }
}
