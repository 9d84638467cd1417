package org.overread.web.catalog;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.overread.registry.catalog.Site;
import org.overread.registry.catalog.Stages;
import org.overread.registry.catalog.Suspension;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.IdentifierCheck;
import org.overread.web.shell.Notices;

/** Asks why a version is stopped at a site, and stops it at once. */
final class StopDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    final TextArea reason = new TextArea("Reason");
    final Button stop = new Button("Stop now");
    final Fields fields = new Fields();
    final IdentifierCheck check = new IdentifierCheck().over(reason);
    private final Drafts drafts;

    StopDialog(Stages stages, VersionPage page, Site site) {
        drafts = new Drafts(page.actor(), "stop.%s.%s".formatted(page.id(), site.id()));
        drafts.keep(reason, "reason");
        setHeaderTitle("Stop version %d at %s".formatted(page.id().version(), site.name()));
        setWidth("32rem");
        reason.setWidthFull();
        reason.setHelperText("Everyone who looks at this version reads it. No patient data.");
        fields.named("reason", reason);
        stop.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        stop.addClickListener(event -> fields.accepted(() -> {
            switch (stages.suspend(page.actor(), page.id(), site.id(), check.of(reason.getValue()))) {
                case Suspension.Suspended _ -> done(page, site);
                case Suspension.NotLive(var why) -> fields.refuse(why + ".");
            }
        }));
        var body = new Div(
                new Paragraph(
                        "Clinicians at %s are no longer shown its outputs, at once. No approval is needed to stop; going on needs a new promotion."
                                .formatted(site.name())),
                reason,
                check,
                fields);
        body.addClassName("form");
        add(body);
        getFooter().add(new Button("Cancel", event -> close()), stop);
        addOpenedChangeListener(event -> {
            if (event.isOpened()) {
                reason.focus();
            }
        });
    }

    private void done(VersionPage page, Site site) {
        drafts.forget();
        close();
        Notices.done("Version %d is stopped at %s.".formatted(page.id().version(), site.name()));
        UI.getCurrent().refreshCurrentRoute(false);
    }
}
