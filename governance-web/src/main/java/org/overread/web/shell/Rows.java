package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** A list in a form, whose rows come and go by keyboard. */
public final class Rows<R extends Component & Rows.Removable> extends Div {
    private static final long serialVersionUID = 1L;

    private final List<R> rows = new ArrayList<>();
    private final Div list = new Div();
    private final String what;
    private final transient Runnable changed;
    public final Button more;

    /** A row with a button that takes it away. */
    public interface Removable {
        Button remove();
    }

    /**
     * An empty list.
     *
     * @param what one row as it is called, such as {@code limit}
     * @param another makes the row that the button adds
     * @param changed is told of every row that comes or goes by a button
     */
    public Rows(String what, Supplier<R> another, Runnable changed) {
        this.what = what;
        this.changed = changed;
        more = new Button("Add a " + what, VaadinIcon.PLUS.create(), _ -> {
            add(another.get());
            changed.run();
        });
        add(list, more);
    }

    /** Another row at the end. */
    public void add(R row) {
        row.remove().addClickListener(_ -> remove(row));
        rows.add(row);
        list.add(row);
        number();
    }

    /** Takes all rows away. */
    public void clear() {
        rows.clear();
        list.removeAll();
    }

    public List<R> rows() {
        return List.copyOf(rows);
    }

    private void remove(R row) {
        int at = rows.indexOf(row);
        rows.remove(row);
        list.remove(row);
        number();
        if (rows.isEmpty()) {
            more.focus();
        } else {
            rows.get(Math.min(at, rows.size() - 1)).remove().focus();
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
            rows.get(i).remove().setAriaLabel("Remove " + name);
        }
    }
}
