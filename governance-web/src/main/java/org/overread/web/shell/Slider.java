package org.overread.web.shell;

import com.vaadin.flow.component.AbstractSinglePropertyField;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.dom.DebouncePhase;

/** The browser's own slider from 0 to 1: it answers while it is moved, and by the arrow keys. */
@Tag("input")
public final class Slider extends AbstractSinglePropertyField<Slider, Double> {
    private static final long serialVersionUID = 1L;
    private static final int PAUSE_MILLIS = 80;

    /**
     * @param name what it sets, for screen readers
     * @param step from one position to the next
     */
    public Slider(String name, double step) {
        super("value", 0.0, String.class, Double::valueOf, String::valueOf);
        getElement().getClassList().add("slider");
        setSynchronizedEvent(null);
        Page.named(this, name);
        getElement()
                .setAttribute("type", "range")
                .setAttribute("min", "0")
                .setAttribute("max", "1")
                .setAttribute("step", Double.toString(step));
        getElement()
                .addPropertyChangeListener("value", "input", event -> {})
                .debounce(PAUSE_MILLIS, DebouncePhase.INTERMEDIATE, DebouncePhase.TRAILING);
    }
}
