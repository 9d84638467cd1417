package org.overread.web.feedback;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
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
import java.util.UUID;
import org.overread.monitoring.concern.Concerns;
import org.overread.monitoring.concern.FindingDetails;
import org.overread.monitoring.feedback.Finding;
import org.overread.monitoring.feedback.Findings;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.registry.Permission;
import org.overread.web.catalog.VersionPage;
import org.overread.web.security.CurrentActor;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Facts;
import org.overread.web.shell.Focus;
import org.overread.web.shell.Needs;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Page;

/** One thing that a clinician called harmful or wrong, with the output it is about, for those whom it waits for. */
@Route("findings/:id")
@Needs(Permission.READ_MODELS)
@Dependent
class FindingView extends Page implements BeforeEnterObserver, HasDynamicTitle {
    private static final long serialVersionUID = 1L;

    private final transient Concerns concerns;
    private final transient Findings findings;
    private final transient CurrentActor current;
    private String title = "";

    @Inject
    FindingView(Concerns concerns, Findings findings, CurrentActor current) {
        this.concerns = concerns;
        this.findings = findings;
        this.current = current;
    }

    static String address(Finding finding) {
        return "findings/" + finding.feedback().id();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        var details = concerns.finding(current.person(), id(event));
        var finding = details.finding();
        title = FindingPart.words(finding);
        var back = new Anchor("", "For you");
        back.addClassName("back");
        var heading = new Span(title);
        heading.getElement().setAttribute("tabindex", "-1");
        add(back, new FindingPart(finding, heading));
        if (details.withdrawn()) {
            add(new Paragraph("Who said it has taken it back, so it waits for no answer."));
        }
        add(section("What it is about", about(details)), section("For whom it waits", waitsFor(details)));
        if (details.mayAnswer() && !details.withdrawn()) {
            var form = form(finding);
            add(section("Answer", form));
            Focus.within(form, "vaadin-select");
        } else {
            Focus.on(heading);
        }
    }

    private static Component about(FindingDetails details) {
        var card = details.finding().card();
        var name = details.modelName();
        if (card == null || name == null) {
            return quiet(
                    "The output is not known to Overread yet. Once it is, this is counted for its version, and waits"
                            + " for the model's owners as well.");
        }
        var version = "%s, version %d".formatted(name, card.version().version());
        var facts = new Facts()
                .with("Version", new Anchor(VersionPage.address(card.version()), version))
                .with("Site", card.site())
                .with("Department", card.department())
                .with("Output", output(details));
        if (details.maySeeOutput()) {
            facts.with("All that the model saw", new Anchor("review/" + card.id(), "Open the output"));
        }
        return facts;
    }

    private static String output(FindingDetails details) {
        var prediction = details.prediction();
        if (prediction == null) {
            return "It has not been sent yet";
        }
        if (prediction.score() == null) {
            return prediction.text() == null ? "not stated" : prediction.text();
        }
        var threshold = details.threshold();
        return Numbers.ratio(prediction.score())
                + (threshold == null
                        ? ""
                        : prediction.score() >= threshold
                                ? ", flagged from %s on".formatted(Numbers.ratio(threshold))
                                : ", not flagged below %s".formatted(Numbers.ratio(threshold)));
    }

    private static Component waitsFor(FindingDetails details) {
        boolean waits = details.finding().state().waits() && !details.withdrawn();
        var words = new Paragraph(waits ? details.circle().names() + "." : "It waits for nobody any more.");
        return waits && !details.circle().lack().isEmpty()
                ? new Div(words, quiet(details.circle().lack()))
                : words;
    }

    private AnswerForm form(Finding finding) {
        var id = finding.feedback().id();
        return new AnswerForm(
                finding,
                new Drafts(current.person().personId(), "finding." + id),
                draft -> findings.answer(current.person(), id, draft),
                () -> {
                    Notices.done("Answered. The clinician finds it under My feedback.");
                    UI.getCurrent().refreshCurrentRoute(false);
                });
    }

    private static UUID id(BeforeEnterEvent event) {
        try {
            return UUID.fromString(event.getRouteParameters().get("id").orElse(""));
        } catch (IllegalArgumentException e) {
            throw new GovernanceException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
        }
    }

    @Override
    public String getPageTitle() {
        return title;
    }
}
