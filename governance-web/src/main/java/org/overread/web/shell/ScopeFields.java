package org.overread.web.shell;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.Actor;
import org.overread.registry.Scope;
import org.overread.registry.catalog.Catalog;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.catalog.Site;

/**
 * How far a role or a token reaches: three fields, each of which sets no limit while it is empty. What is not known yet
 * can be typed, so that people can be prepared before their model is registered.
 */
public final class ScopeFields extends Div {
    private static final long serialVersionUID = 1L;

    private final ComboBox<String> model;
    private final ComboBox<String> department;
    private final ComboBox<String> site;

    /** Fields that offer the models, departments and sites known to the actor. */
    public ScopeFields(Catalog catalog, Actor actor) {
        var models = catalog.models(actor);
        model = field("Only model", models.stream().map(RegisteredModel::id).toList());
        department = field(
                "Only department",
                models.stream()
                        .map(RegisteredModel::department)
                        .distinct()
                        .sorted()
                        .toList());
        site = field("Only site", catalog.sites(actor).stream().map(Site::id).toList());
        addClassName("small-fields");
        add(model, department, site);
    }

    public Scope scope() {
        return new Scope(model.getValue(), department.getValue(), site.getValue());
    }

    /** The scope in words, such as {@code model sepsis, site north}. */
    public static String words(Scope scope) {
        var parts = Stream.of(
                        part("model ", scope.model()),
                        part("department ", scope.department()),
                        part("site ", scope.site()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
        return parts.isEmpty() ? "everywhere" : parts;
    }

    private static ComboBox<String> field(String label, Collection<String> known) {
        var field = new ComboBox<String>(label);
        Choices.offer(field, List.copyOf(known));
        field.setAllowCustomValue(true);
        field.addCustomValueSetListener(
                event -> field.setValue(event.getDetail().strip()));
        field.setHelperText("Empty: no limit");
        field.setClearButtonVisible(true);
        return field;
    }

    private static String part(String kind, @Nullable String limit) {
        return limit == null ? "" : kind + limit;
    }
}
