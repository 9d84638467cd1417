package org.overread.web.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.UploadHandler;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalInt;
import org.overread.monitoring.plan.Answerer;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.Plans;
import org.overread.monitoring.plan.wire.PlanFile;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.Download;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;

/**
 * Where a plan is written: as a form, or as the same text that is sent by machines and kept in files. What was begun
 * survives a reload; either way it is kept as the text.
 */
final class PlanEditor extends Div {
    private static final long serialVersionUID = 1L;
    private static final String KEPT = "yaml";
    private static final String TO_BE_SEEN = "this.scrollIntoView({ block: 'nearest' })";

    final RadioButtonGroup<Way> way = new RadioButtonGroup<>("Write it as");
    final PlanText text = new PlanText();
    final Button declare = new Button("Declare this plan");
    final Fields fields = new Fields();
    final Div back = Page.row();
    private final Div body = new Div();
    private final transient Plans plans;
    private final transient VersionPage page;
    private final transient List<Answerer> answerers;
    private final transient Drafts drafts;
    private final String start;
    PlanForm form;
    private transient OptionalInt faultyLine = OptionalInt.empty();

    /** The two ways to write a plan. */
    enum Way {
        FORM("a form"),
        YAML("YAML");

        private final String words;

        Way(String words) {
            this.words = words;
        }
    }

    PlanEditor(Plans plans, VersionPage page, PlanDraft draft, Drafts drafts) {
        this.plans = plans;
        this.page = page;
        this.drafts = drafts;
        answerers = plans.answerers(page.actor(), page.id());
        start = PlanFile.write(draft);
        form = form(draft);
        addClassNames("form", "plan-editor");
        text.setValue(start);
        drafts.keep(text, KEPT, () -> broughtBack(text.getValue()));
        way.setItems(Way.values());
        way.setItemLabelGenerator(each -> each.words);
        way.setValue(Way.FORM);
        way.addValueChangeListener(event -> turn(event.getValue()));
        declare.addThemeVariants(ButtonVariant.PRIMARY);
        declare.addClickListener(_ -> declare());
        back.add(Page.quiet("What you had begun here is back."), new Button("Start over", _ -> startOver()));
        back.setVisible(false);
        body.add(form, text);
        text.setVisible(false);
        add(upload(), way, back, body, fields, Page.row(declare, download(start)));
    }

    private PlanForm form(PlanDraft draft) {
        return new PlanForm(draft, answerers, () -> drafts.note(KEPT, PlanFile.write(form.draft())));
    }

    void broughtBack(String kept) {
        if (!kept.equals(start)) {
            back.setVisible(true);
            take(kept);
        }
    }

    private void startOver() {
        drafts.forget();
        back.setVisible(false);
        take(start);
    }

    /** Shows this text as a form when it can be read, and as it is with its fault when it cannot. */
    private void take(String yaml) {
        text.setValue(yaml);
        if (accepted(() -> replaceForm(PlanFile.read(yaml)))) {
            way.setValue(Way.FORM);
        } else {
            show(Way.YAML);
            way.setValue(Way.YAML);
            showFault();
        }
    }

    private void turn(Way to) {
        if (to == Way.FORM && !text.isVisible() || to == Way.YAML && text.isVisible()) {
            return;
        }
        if (to == Way.YAML) {
            text.setValue(PlanFile.write(form.draft()));
            show(Way.YAML);
        } else if (accepted(() -> replaceForm(PlanFile.read(text.getValue())))) {
            show(Way.FORM);
        } else {
            way.setValue(Way.YAML);
            showFault();
        }
    }

    private void replaceForm(PlanDraft draft) {
        var next = form(draft);
        body.replace(form, next);
        form = next;
        show(Way.FORM);
    }

    private void show(Way shown) {
        form.setVisible(shown == Way.FORM);
        text.setVisible(shown == Way.YAML);
    }

    private void declare() {
        boolean asText = text.isVisible();
        if (!asText) {
            form.nameIn(fields);
        }
        if (accepted(() -> {
            if (asText) {
                declareText();
            } else {
                plans.declare(page.actor(), page.id(), form.draft());
            }
        })) {
            drafts.forget();
            Notices.done("The plan is declared and in force. The next run follows it.");
            UI.getCurrent().refreshCurrentRoute(false);
        } else if (asText) {
            showFault();
        }
    }

    /** Like the fields, and remembers the line to go to. */
    private boolean accepted(Runnable call) {
        faultyLine = OptionalInt.empty();
        return fields.accepted(() -> {
            try {
                call.run();
            } catch (GovernanceException refused) {
                faultyLine = PlanFile.firstLine(refused);
                throw refused;
            }
        });
    }

    private void showFault() {
        faultyLine.ifPresentOrElse(
                line -> text.goTo(line, fields), () -> fields.getElement().executeJs(TO_BE_SEEN));
    }

    private void declareText() {
        var yaml = text.getValue();
        try {
            plans.declare(page.actor(), page.id(), PlanFile.read(yaml));
        } catch (GovernanceException refused) {
            throw PlanFile.located(yaml, refused);
        }
    }

    void refuse(String file) {
        fields.accepted(() -> {
            throw new GovernanceException(
                    ErrorCode.UNREADABLE,
                    "%s was not taken: a plan is a file whose name ends in .yaml, .yml or .json, of 1 MB at most."
                            .formatted(file));
        });
        fields.getElement().executeJs(TO_BE_SEEN);
    }

    private Upload upload() {
        var upload = new Upload();
        upload.setUploadHandler(UploadHandler.inMemory((_, bytes) -> {
            var yaml = new String(bytes, StandardCharsets.UTF_8);
            drafts.note(KEPT, yaml);
            take(yaml);
            // a file that was mended must be taken as well
            upload.clearFileList();
        }));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(1 << 20);
        upload.setAcceptedFileTypes(".yaml", ".yml", ".json");
        upload.addFileRejectedListener(event -> refuse(event.getFileName()));
        upload.setUploadButton(new Button("Take a file (YAML or JSON)"));
        return upload;
    }

    private Anchor download(String plan) {
        var file = page.id().toString().replace('/', '-') + "-plan.yaml";
        return Download.link("Download as YAML", file, file, "application/yaml", plan);
    }
}
