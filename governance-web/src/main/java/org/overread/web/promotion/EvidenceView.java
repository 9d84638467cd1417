package org.overread.web.promotion;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.Route;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Permission;
import org.overread.registry.gate.Evidence;
import org.overread.registry.promotion.EvidenceSheet;
import org.overread.registry.promotion.EvidenceSheets;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Page;
import org.overread.web.shell.Tag;
import org.overread.web.shell.Tag.Tone;
import org.overread.web.shell.Times;

/** The frozen figures that a request was decided on, each with the figure of now beside it. */
@Route("promotions/:id/evidence")
@Needs(Permission.READ_PROMOTIONS)
@Dependent
class EvidenceView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient EvidenceSheets sheets;
    private final transient Titles titles;
    private final transient CurrentActor current;
    private String title = "";

    @Inject
    EvidenceView(EvidenceSheets sheets, Titles titles, CurrentActor current) {
        this.sheets = sheets;
        this.titles = titles;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var sheet = sheets.of(current.person(), Ids.of(event));
        var submission = sheet.submission();
        title = "Frozen figures: " + titles.version(submission.version());
        var back = new Anchor("promotions/" + submission.id(), "The request");
        back.addClassName("back");
        add(
                back,
                check(sheet),
                section("Which figures these are", facts(sheet)),
                section("Then and now, criterion by criterion", criteria(sheet)));
    }

    private static Component check(EvidenceSheet sheet) {
        var tag = sheet.matches()
                ? new Tag(sheet.signatures() == 0 ? "As submitted" : "As signed", Tone.GOOD)
                : new Tag("Not what was signed", Tone.BAD);
        var check = new Div(row(tag), new Paragraph(sheet.check()));
        check.getElement().setAttribute("role", sheet.matches() ? "status" : "alert");
        return check;
    }

    private Component facts(EvidenceSheet sheet) {
        var evidence = sheet.evidence();
        var policy = sheet.policy();
        var facts = new Facts()
                .with("Request", new Anchor("promotions/" + sheet.submission().id(), titles.asked(sheet.submission())))
                .with("Policy", policy == null ? "can no longer be read" : policy.title())
                .with(
                        "Window by the policy",
                        policy == null ? null : policy.window().sentence())
                .with("Frozen", evidence == null ? new Span("can no longer be read") : Times.of(evidence.takenAt()))
                .with("Frozen figures cover", covers(evidence))
                .with("Figures of now cover", covers(sheet.live()))
                .with("Digest that was pinned", digest(sheet.pinned().hex()));
        return sheet.present().equals(sheet.pinned())
                ? facts
                : facts.with(
                        "Digest of what stands here", digest(sheet.present().hex()));
    }

    private String covers(@Nullable Evidence evidence) {
        if (evidence == null) {
            return "nothing can be said";
        }
        var site = evidence.site();
        return Times.told(evidence.covers()) + (site == null ? ", at all sites" : ", at " + titles.site(site));
    }

    private static Component digest(String hex) {
        var digest = new Span(hex);
        digest.addClassName("digest");
        return digest;
    }

    private static Component criteria(EvidenceSheet sheet) {
        if (sheet.criteria().isEmpty()) {
            return empty(
                    "No figure can be shown as the one that was signed.",
                    "The policy or the evidence is no longer what was pinned; the request says what is altered.");
        }
        var all = new Div();
        sheet.criteria()
                .forEach(criterion ->
                        all.add(new ThenAndNow(criterion, sheet.submission().version())));
        return all;
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
