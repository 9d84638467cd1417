package org.overread.web.connections;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.List;
import org.overread.registry.catalog.RegisteredModel;

/** Of which models a webhook hears; none chosen stands for all. */
final class ModelChoice extends MultiSelectComboBox<RegisteredModel> {
    private static final long serialVersionUID = 1L;

    ModelChoice(List<RegisteredModel> models, List<String> chosen) {
        super("Only of these models");
        setItems(models);
        setItemLabelGenerator(RegisteredModel::name);
        setPlaceholder("all models");
        setHelperText("Without a choice it hears of all models, also of later ones.");
        setClearButtonVisible(true);
        setWidthFull();
        select(models.stream().filter(model -> chosen.contains(model.id())).toList());
    }

    List<String> chosen() {
        return getValue().stream().map(RegisteredModel::id).toList();
    }
}
