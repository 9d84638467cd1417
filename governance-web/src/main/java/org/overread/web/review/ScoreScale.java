package org.overread.web.review;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.overread.web.shell.Numbers;
import org.overread.web.shell.Tag;

/** A score, large, on its scale from 0 to 1, with the threshold marked and what it means in a sentence. */
final class ScoreScale extends Div {
    private static final long serialVersionUID = 1L;

    /**
     * @param score from 0 to 1
     * @param threshold flags scores at or above it; null when the version flags nothing
     */
    ScoreScale(double score, @Nullable Double threshold) {
        addClassName("score");
        var number = new Span(Numbers.ratio(score));
        number.addClassName("large");
        var head = new Div(number);
        head.addClassName("score-head");
        if (threshold != null) {
            head.add(score >= threshold ? new Tag("Flagged", Tag.Tone.OPEN) : new Tag("Not flagged", Tag.Tone.PLAIN));
        }
        add(head, scale(score, threshold), new Paragraph(sentence(score, threshold)));
    }

    static String sentence(double score, @Nullable Double threshold) {
        if (threshold == null) {
            return "This version has no threshold: it flags nobody.";
        }
        return score >= threshold
                ? "Flagged: at or over " + Numbers.ratio(threshold) + "."
                : "Not flagged: under " + Numbers.ratio(threshold) + ".";
    }

    private static Div scale(double score, @Nullable Double threshold) {
        var scale = new Div();
        scale.addClassName("score-scale");
        scale.getElement()
                .setAttribute("role", "img")
                .setAttribute(
                        "aria-label",
                        "Score " + Numbers.ratio(score) + " on a scale from 0 to 1"
                                + (threshold == null ? "" : ", threshold " + Numbers.ratio(threshold)));
        if (threshold != null) {
            part(scale, "flags", threshold).getStyle().set("right", "0");
            part(scale, "threshold", threshold);
        }
        part(scale, "here", score);
        scale.add(new Span("0"), new Span("1"));
        return scale;
    }

    private static Div part(Div scale, String name, double at) {
        var part = new Div();
        part.addClassName(name);
        part.getStyle().set("left", String.format(Locale.ROOT, "%.2f%%", 100 * at));
        scale.add(part);
        return part;
    }
}
