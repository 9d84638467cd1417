package org.overread.web.shell;

import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import java.util.List;
import java.util.function.Function;

/** Sentences below each other, the first that matter open to see and the rest a key or a tap away. */
public final class Sentences extends Div {
    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 3;

    /**
     * @param all the most important first
     * @param more what the rest is called, such as {@code 4 more}
     */
    public <T> Sentences(List<T> all, Function<T, String> words, Function<List<T>, String> more) {
        addClassName("sentences");
        // a fold of one would hide as much as it shows
        int shown = all.size() <= SHOWN + 1 ? all.size() : SHOWN;
        all.subList(0, shown).forEach(each -> add(new Paragraph(words.apply(each))));
        if (shown < all.size()) {
            var rest = all.subList(shown, all.size());
            var folded = new Details(more.apply(rest));
            rest.forEach(each -> folded.add(new Paragraph(words.apply(each))));
            add(folded);
        }
    }
}
