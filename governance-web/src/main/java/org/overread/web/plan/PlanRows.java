package org.overread.web.plan;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.overread.web.shell.Fields;

/** A list in the plan's form, whose lines come and go by keyboard. */
final class PlanRows<R extends PlanRow> extends Div {
    private static final long serialVersionUID = 1L;

    private final List<R> rows = new ArrayList<>();
    private final Div list = new Div();
    private final String what;
    private final transient Runnable changed;
    final Button more;

    /** @param what one line as it is called, such as {@code limit} */
    PlanRows(String what, Supplier<R> another, Runnable changed) {
        this.what = what;
        this.changed = changed;
        more = new Button("Add a " + what, VaadinIcon.PLUS.create(), _ -> {
            add(another.get());
            changed.run();
        });
        add(list, more);
    }

    void add(R row) {
        row.remove.addClickListener(_ -> remove(row));
        rows.add(row);
        list.add(row);
        number();
    }

    List<R> rows() {
        return List.copyOf(rows);
    }

    void nameIn(Fields fields, String name) {
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).nameIn(fields, "%s[%d]".formatted(name, i));
        }
    }

    private void remove(R row) {
        int at = rows.indexOf(row);
        rows.remove(row);
        list.remove(row);
        number();
        if (rows.isEmpty()) {
            more.focus();
        } else {
            rows.get(Math.min(at, rows.size() - 1)).remove.focus();
        }
        changed.run();
    }

    private void number() {
        for (int i = 0; i < rows.size(); i++) {
            var name = "%s %d".formatted(what, i + 1);
            rows.get(i)
                    .getElement()
                    .setAttribute("role", "group")
                    .setAttribute("aria-label", name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
            rows.get(i).remove.setAriaLabel("Remove " + name);
        }
    }
}
