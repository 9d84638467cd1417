package org.overread.web.catalog;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.NumberField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.VersionDeclaration;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.IdentifierCheck;

/** What is declared of a version before it is frozen. It starts from what the version before declared. */
final class DeclarationForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final List<String> USUAL_ATTRIBUTES = List.of("age_band", "sex", "race");

    final Select<ChangeType> changeType = new Select<>();
    final NumberField threshold = new NumberField("Threshold");
    final MultiSelectComboBox<String> subgroups = new MultiSelectComboBox<>("Fair by");
    final TextField artifactDigest = new TextField("Artifact digest");
    final TextField mlflowRun = new TextField("MLflow run");
    final TextArea configuration = new TextArea("Configuration");
    final TextArea prompt = new TextArea("Prompt");
    final TextArea trainingData = new TextArea("Training data");
    final TextArea note = new TextArea("Note");

    final IdentifierCheck check =
            new IdentifierCheck().over(prompt).over(trainingData).over(note);

    DeclarationForm(OutputKind kind, @Nullable VersionDeclaration before) {
        addClassName("form");
        changeType.setLabel("How it differs from the version before");
        changeType.setItems(ChangeType.values());
        changeType.setItemLabelGenerator(ChangeType::title);
        if (before == null) {
            changeType.setValue(ChangeType.FIRST);
        }
        threshold.setHelperText("From 0 to 1; a case is flagged from this score on. Empty when nothing is flagged.");
        subgroups.setHelperText("The attributes it must be shown to be fair by, as they are named in the data");
        subgroups.setAllowCustomValue(true);
        offer(before == null ? List.of() : before.subgroups());
        subgroups.addCustomValueSetListener(
                event -> addAttribute(event.getDetail().strip()));
        artifactDigest.setHelperText("Of the model file, as the place that keeps the file states it");
        configuration.setHelperText("Settings that change what comes out");
        prompt.setHelperText("The instructions a generative model is given");
        prompt.setVisible(kind == OutputKind.GENERATED_TEXT);
        trainingData.setHelperText("What it was trained on");
        add(
                changeType,
                threshold,
                subgroups,
                artifactDigest,
                mlflowRun,
                prompt,
                configuration,
                trainingData,
                note,
                check);
        if (before != null) {
            startFrom(before);
        }
    }

    /** Keeps what is filled in until the version is registered. */
    DeclarationForm keptIn(Drafts drafts) {
        drafts.keepChoice(changeType, "changeType", List.of(ChangeType.values()), ChangeType::name);
        drafts.keepValue(threshold, "threshold", String::valueOf, kept -> threshold.setValue(Double.valueOf(kept)));
        drafts.keepValue(subgroups, "subgroups", chosen -> String.join("\n", chosen), kept -> {
            var chosen = List.of(kept.split("\n"));
            offer(chosen);
            subgroups.setValue(chosen);
        });
        drafts.keep(artifactDigest, "artifactDigest");
        drafts.keep(mlflowRun, "mlflowRun");
        drafts.keep(configuration, "configuration");
        drafts.keep(prompt, "prompt");
        drafts.keep(trainingData, "trainingData");
        drafts.keep(note, "note");
        return this;
    }

    private void startFrom(VersionDeclaration before) {
        threshold.setValue(before.threshold());
        configuration.setValue(orEmpty(before.configuration()));
        prompt.setValue(orEmpty(before.prompt()));
        trainingData.setValue(orEmpty(before.trainingData()));
        subgroups.setValue(before.subgroups());
    }

    private void offer(List<String> more) {
        var attributes = new LinkedHashSet<>(USUAL_ATTRIBUTES);
        attributes.addAll(more);
        subgroups.setItems(attributes);
    }

    private void addAttribute(String attribute) {
        var chosen = new ArrayList<>(subgroups.getValue());
        chosen.add(attribute);
        offer(chosen);
        subgroups.setValue(chosen);
    }

    /** The names under which the catalog tells what is wrong. */
    Fields named(Fields fields) {
        fields.named("changeType", changeType);
        fields.named("threshold", threshold);
        fields.named("subgroups", subgroups);
        fields.named("artifactDigest", artifactDigest);
        fields.named("mlflowRun", mlflowRun);
        fields.named("prompt", prompt);
        fields.named("configuration", configuration);
        fields.named("trainingData", trainingData);
        fields.named("note", note);
        return fields;
    }

    VersionDeclaration declaration() {
        return new VersionDeclaration(
                threshold.getValue(),
                changeType.getValue(),
                text(artifactDigest.getValue()),
                text(configuration.getValue()),
                text(prompt.getValue()),
                text(mlflowRun.getValue()),
                text(trainingData.getValue()),
                text(note.getValue()),
                subgroups.getValue().stream().sorted().toList());
    }

    private static @Nullable String text(String typed) {
        return typed.isBlank() ? null : typed;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
