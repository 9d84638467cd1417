package org.overread.web.shell;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.page.WebStorage;
import com.vaadin.flow.component.page.WebStorage.Storage;
import java.io.Serializable;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import org.overread.registry.Actor;
import org.overread.registry.PersonId;

/**
 * What a person has begun to write about one thing. It rests in the browser's own storage of that tab, so that neither
 * a reload nor the end of the session loses it, and it never comes into the address. Signing out forgets it in every tab,
 * and so does whoever signs in next.
 */
public final class Drafts implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final String SCRIPT = "context://drafts.js";
    private static final String ALL = "overread.draft.";

    private final String prefix;
    private final Set<String> names = new LinkedHashSet<>();

    /** The drafts of one person about one thing. */
    public Drafts(PersonId person, String thing) {
        this(person.toString(), thing);
    }

    public Drafts(Actor person, String thing) {
        this(person.id(), thing);
    }

    /** @param person the id of whoever writes */
    public Drafts(String person, String thing) {
        prefix = ALL + person + "." + thing + ".";
    }

    /** Forgets, in this browser, what everybody else has begun. */
    static void onlyOf(Actor person, UI ui) {
        ui.getPage().addJavaScript(SCRIPT);
        ui.getPage().executeJs("window.overreadDrafts?.onlyOf($0)", ALL + person.id() + ".");
    }

    /** Keeps what is typed into the field from now on, and brings back what was typed before. */
    public <T extends Component & HasValue<?, String>> void keep(T field, String name) {
        keep(field, name, () -> {});
    }

    /** The same, and tells the caller when something was brought back. */
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

    /**
     * Keeps what is chosen.
     *
     * @param key what tells one choice from the others, the same after a reload
     */
    public <V, T extends Component & HasValue<?, V>> void keepChoice(
            T field, String name, Collection<? extends V> choices, Function<? super V, String> key) {
        keepValue(
                field,
                name,
                key,
                kept -> choices.stream()
                        .filter(choice -> key.apply(choice).equals(kept))
                        .findFirst()
                        .ifPresent(field::setValue));
    }

    /**
     * Keeps what is not typed as text.
     *
     * @param write the value as text
     * @param bring gives the field the value that the text stands for, and does nothing when it stands for none
     */
    public <V, T extends Component & HasValue<?, V>> void keepValue(
            T field, String name, Function<? super V, String> write, WebStorage.Callback bring) {
        names.add(name);
        field.addValueChangeListener(event -> {
            if (event.isFromClient()) {
                note(name, field.isEmpty() ? "" : write.apply(event.getValue()));
            }
        });
        field.addAttachListener(event -> bringBack(event.getUI(), name, bring));
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
