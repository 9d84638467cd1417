package org.overread.web.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import org.overread.web.shell.Fields;
import org.overread.web.shell.Rows;

/** One line of a list in the plan's form, with a button that takes it away. */
abstract class PlanRow extends Div implements Rows.Removable {
    private static final long serialVersionUID = 1L;

    final Button remove = new Button("Remove", VaadinIcon.TRASH.create());

    PlanRow() {
        addClassName("row");
        remove.addThemeVariants(ButtonVariant.TERTIARY);
    }

    @Override
    public Button remove() {
        return remove;
    }

    /** Gives each field the name under which its problems are told, such as {@code limits[0].alert}. */
    abstract void nameIn(Fields fields, String name);
}
