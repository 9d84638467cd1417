package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.page.WebStorage.Storage;
import java.io.Serializable;
import java.util.LinkedHashSet;
import java.util.Set;
import org.overread.registry.PersonId;

/**
 * What a person has begun to write about one thing. It rests in the browser's own storage of that tab, so that neither
 * a reload nor the end of the session loses it, and it never comes into the address.
 */
public final class Drafts implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String SCRIPT = "context://drafts.js";

    private final String prefix;
    private final Set<String> names = new LinkedHashSet<>();

    /** The drafts of one person about one thing. */
    public Drafts(PersonId person, String thing) {
        this(person.toString(), thing);
    }

    /** @param person the id of whoever writes */
    public Drafts(String person, String thing) {
        prefix = "overread.draft." + person + "." + thing + ".";
    }

    /** Keeps what is typed into the field from now on, and brings back what was typed before; then tells the caller. */
    public <T extends Component & HasValue<?, String>> void keep(T field, String name, Runnable broughtBack) {
        names.add(name);
        field.getElement().setAttribute("data-draft", prefix + name);
        field.addAttachListener(event -> {
            event.getUI().getPage().addJavaScript(SCRIPT);
            bringBack(event.getUI(), name, value -> {
                field.setValue(value);
                broughtBack.run();
            });
        });
    }

    /** Keeps a choice that is not typed. */
    public void note(String name, String value) {
        names.add(name);
        WebStorage.setItem(Storage.SESSION_STORAGE, prefix + name, value);
    }

    /** Brings back what was kept under that name, if anything was. */
    public void bringBack(UI ui, String name, WebStorage.Callback taker) {
        names.add(name);
        WebStorage.getItem(ui, Storage.SESSION_STORAGE, prefix + name, value -> {
            if (value != null && !value.isEmpty()) {
                taker.onValueDetected(value);
            }
        });
    }

    /** Forgets all of it, once it is saved or given up. */
    public void forget() {
        names.forEach(name -> WebStorage.removeItem(Storage.SESSION_STORAGE, prefix + name));
    }
}
