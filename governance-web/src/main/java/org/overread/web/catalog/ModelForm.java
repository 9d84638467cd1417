package org.overread.web.catalog;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.registry.PersonId;
import org.overread.registry.catalog.ModelDraft;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RiskTier;
import org.overread.registry.identity.NamedPerson;
import org.overread.web.shell.Choices;
import org.overread.web.shell.Drafts;
import org.overread.web.shell.Fields;
import org.overread.web.shell.IdentifierCheck;

/** What is asked of a model when it is registered. */
final class ModelForm extends Div {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_ID = 63;

    final TextField name = new TextField("Name");
    final TextField id = new TextField("Short name");
    final TextArea intendedUse = new TextArea("Intended use");
    final Select<OutputKind> kind = new Select<>();
    final Select<RiskTier> riskTier = new Select<>();
    final ComboBox<String> department = new ComboBox<>("Department");
    final ComboBox<NamedPerson> clinicalOwner = new ComboBox<>("Clinical owner");
    final ComboBox<NamedPerson> modelOwner = new ComboBox<>("Model owner");
    final TextField sponsor = new TextField("Sponsor");
    final IdentifierCheck check = new IdentifierCheck().over(intendedUse);
    private boolean idFollowsName = true;

    ModelForm(List<NamedPerson> clinicians, List<NamedPerson> modelOwners, List<String> departments) {
        addClassName("form");
        name.setHelperText("As clinicians know it, such as Sepsis risk score");
        name.setValueChangeMode(ValueChangeMode.LAZY);
        name.addValueChangeListener(event -> followName(event.getValue()));
        id.setHelperText("In addresses and data; it never changes. Lower-case letters, digits and hyphens.");
        id.addValueChangeListener(event -> idFollowsName = idFollowsName && !event.isFromClient());
        intendedUse.setHelperText("For which patients, by whom, for which decision; and what it is not meant for");
        intendedUse.setMinRows(3);
        kind.setLabel("What it puts out");
        kind.setItems(OutputKind.values());
        kind.setItemLabelGenerator(OutputKind::title);
        riskTier.setLabel("Risk tier");
        riskTier.setHelperText("How much harm it could do, as the hospital has judged it");
        riskTier.setItems(RiskTier.values());
        riskTier.setItemLabelGenerator(RiskTier::title);
        Choices.offer(department, departments);
        department.setAllowCustomValue(true);
        department.addCustomValueSetListener(
                event -> department.setValue(event.getDetail().strip()));
        owner(clinicalOwner, clinicians, "Answers for its use at the bedside");
        owner(modelOwner, modelOwners, "Answers for the model itself");
        sponsor.setHelperText("The leader who wants it and pays for it");
        add(
                name,
                id,
                intendedUse,
                side(kind, riskTier),
                side(department, sponsor),
                side(clinicalOwner, modelOwner),
                check);
    }

    /** Keeps what is filled in until the model is registered. */
    ModelForm keptIn(Drafts drafts) {
        drafts.keep(name, "name");
        drafts.keep(id, "id");
        drafts.keep(intendedUse, "intendedUse");
        drafts.keep(sponsor, "sponsor");
        drafts.keepChoice(kind, "kind", List.of(OutputKind.values()), OutputKind::name);
        drafts.keepChoice(riskTier, "riskTier", List.of(RiskTier.values()), RiskTier::name);
        drafts.keepValue(department, "department", chosen -> chosen, department::setValue);
        keep(drafts, clinicalOwner, "clinicalOwner");
        keep(drafts, modelOwner, "modelOwner");
        return this;
    }

    private static void keep(Drafts drafts, ComboBox<NamedPerson> owner, String name) {
        var people = owner.getListDataView().getItems().toList();
        drafts.keepChoice(owner, name, people, person -> person.id().toString());
    }

    /** The names under which the catalog tells what is wrong. */
    Fields named(Fields fields) {
        fields.named("name", name);
        fields.named("id", id);
        fields.named("intendedUse", intendedUse);
        fields.named("kind", kind);
        fields.named("riskTier", riskTier);
        fields.named("department", department);
        fields.named("sponsor", sponsor);
        fields.named("clinicalOwner", clinicalOwner);
        fields.named("modelOwner", modelOwner);
        return fields;
    }

    ModelDraft draft() {
        return new ModelDraft(
                id.getValue(),
                name.getValue(),
                intendedUse.getValue(),
                kind.getValue(),
                riskTier.getValue(),
                department.getValue(),
                chosen(clinicalOwner),
                chosen(modelOwner),
                sponsor.getValue());
    }

    private void followName(String typed) {
        if (idFollowsName) {
            var plain = Normalizer.normalize(typed, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
            var slug =
                    plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
            id.setValue(slug.substring(0, Math.min(slug.length(), LONGEST_ID)));
        }
    }

    private static void owner(ComboBox<NamedPerson> field, List<NamedPerson> people, String what) {
        Choices.offer(field, people, NamedPerson::name);
        field.setHelperText(people.isEmpty() ? "Nobody holds this role yet; an administrator gives it" : what);
    }

    private static @Nullable PersonId chosen(ComboBox<NamedPerson> field) {
        var person = field.getValue();
        return person == null ? null : person.id();
    }

    private static Div side(com.vaadin.flow.component.Component... fields) {
        var side = new Div(fields);
        side.addClassName("side");
        return side;
    }
}
