package org.overread.web.plan;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.server.streams.DownloadHandler;
import com.vaadin.flow.server.streams.DownloadResponse;
import com.vaadin.flow.server.streams.UploadHandler;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.monitoring.plan.Plans;
import org.overread.monitoring.plan.wire.PlanFile;
import org.overread.web.catalog.VersionPage;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Notices;
import org.overread.web.shell.Page;

/** Where a plan is written, as the same text that is sent by machines and kept in files. */
final class PlanEditor extends Div {
    private static final long serialVersionUID = 1L;

    final TextArea text = new TextArea("Monitoring plan (YAML)");
    final Button declare = new Button("Declare this plan");
    final Fields fields = new Fields();

    PlanEditor(Plans plans, VersionPage page, PlanDraft start) {
        addClassName("form");
        text.setWidthFull();
        text.setMinHeight("24rem");
        text.addClassName("code");
        text.setHelperText("Owner and deputy are log-ins of people who may answer alerts about this model.");
        text.setValue(PlanFile.write(start));
        declare.addThemeVariants(ButtonVariant.PRIMARY);
        declare.addClickListener(event -> {
            if (fields.accepted(() -> plans.declare(page.actor(), page.id(), typed()))) {
                Notices.done("The plan is declared and in force. The next run follows it.");
                UI.getCurrent().refreshCurrentRoute(false);
            }
        });
        add(upload(), text, fields, Page.row(declare, download(page, text.getValue())));
    }

    private PlanDraft typed() {
        return PlanFile.read(new ByteArrayInputStream(text.getValue().getBytes(StandardCharsets.UTF_8)));
    }

    private Upload upload() {
        var upload = new Upload(
                UploadHandler.inMemory((_, bytes) -> text.setValue(new String(bytes, StandardCharsets.UTF_8))));
        upload.setMaxFiles(1);
        upload.setMaxFileSize(1 << 20);
        upload.setAcceptedFileTypes(".yaml", ".yml", ".json");
        upload.setUploadButton(new Button("Take a file (YAML or JSON)"));
        return upload;
    }

    private static Anchor download(VersionPage page, String plan) {
        var bytes = plan.getBytes(StandardCharsets.UTF_8);
        var file = page.id().toString().replace('/', '-') + "-plan.yaml";
        var link = new Anchor(
                DownloadHandler.fromInputStream(event -> new DownloadResponse(
                        new ByteArrayInputStream(bytes), file, "application/yaml; charset=utf-8", bytes.length)),
                "Download as YAML");
        link.addClassName("download");
        return link;
    }
}
