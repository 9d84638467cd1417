package org.overread.web.shell;

import com.vaadin.flow.component.Focusable;
import com.vaadin.flow.component.HasLabel;
import com.vaadin.flow.component.HasValidation;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;

/**
 * The fields of a form by the names the services know them by. What a service refuses is told beside its field, and
 * below the form what belongs to none; everything that was typed stays.
 */
public final class Fields extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Map<String, HasValidation> fields = new LinkedHashMap<>();

    public Fields() {
        addClassName("refusal");
        getElement().setAttribute("role", "alert");
    }

    /** Names a field. The name may be given again to another field, which then takes its place. */
    public <T extends HasValidation> T named(String name, T field) {
        fields.put(name, field);
        return field;
    }

    /** Calls a service, and tells what it refuses; whether it refused nothing. */
    public boolean accepted(Runnable call) {
        clear();
        try {
            call.run();
            return true;
        } catch (GovernanceException refused) {
            tell(refused);
            return false;
        }
    }

    /** Tells a no that belongs to no field. */
    public void refuse(String reason) {
        add(new Paragraph(reason));
    }

    private void clear() {
        removeAll();
        fields.values().forEach(field -> {
            field.setInvalid(false);
            field.setErrorMessage(null);
        });
    }

    private void tell(GovernanceException refused) {
        add(new Paragraph(String.valueOf(refused.getMessage())));
        refused.fields().stream()
                .collect(Collectors.groupingBy(FieldProblem::field, LinkedHashMap::new, Collectors.toList()))
                .forEach(this::tell);
        fields.values().stream()
                .filter(HasValidation::isInvalid)
                .filter(Focusable.class::isInstance)
                .findFirst()
                .ifPresent(first -> ((Focusable<?>) first).focus());
    }

    private void tell(String name, List<FieldProblem> problems) {
        var field = fields.get(name);
        var sentences = new ArrayList<String>();
        problems.forEach(problem -> sentences.add(sentence(field, problem)));
        var words = String.join(" ", sentences);
        if (field == null) {
            add(new Paragraph(words));
        } else {
            field.setErrorMessage(words);
            field.setInvalid(true);
        }
    }

    /** A question makes no sentence with a reason behind it. */
    private static String named(FieldProblem problem) {
        return problem.field().substring(0, 1).toUpperCase(Locale.ROOT)
                + problem.field().substring(1);
    }

    /** Reasons are sentences, or they go on from the field's name. */
    private static String sentence(@Nullable HasValidation field, FieldProblem problem) {
        var reason = problem.reason();
        if (!Character.isLowerCase(reason.charAt(0))) {
            return reason;
        }
        var label = field instanceof HasLabel labelled ? labelled.getLabel() : null;
        return (label == null || label.isEmpty() ? problem.field() : label.endsWith("?") ? named(problem) : label) + " "
                + reason + ".";
    }
}
