package org.overread.web.shell;

import com.vaadin.flow.component.html.Div;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One row of a forest plot: an interval and its point on a scale from 0 to 1, with a line to compare with. */
public final class IntervalBar extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * All in the unit of the scale, which runs from 0 to 1.
     *
     * @param reference where the line to compare with stands, if there is one
     */
    public IntervalBar(double value, double low, double high, @Nullable Double reference) {
        addClassName("interval-bar");
        getElement().setAttribute("role", "img").setAttribute("aria-label", Numbers.interval(value, low, high));
        var band = part("band");
        band.getStyle().set("left", percent(low)).set("width", percent(high - low));
        var point = part("point");
        point.getStyle().set("left", percent(value));
        if (reference != null) {
            part("reference").getStyle().set("left", percent(reference));
        }
    }

    private Div part(String name) {
        var part = new Div();
        part.addClassName(name);
        add(part);
        return part;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * Math.clamp(share, 0, 1));
    }
}
