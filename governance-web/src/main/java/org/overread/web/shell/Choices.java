package org.overread.web.shell;

import com.vaadin.flow.component.ItemLabelGenerator;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.Collection;
import org.overread.registry.Folded;

/** Offers things to choose from by typing, which are found as a search finds them: without case, accents, apostrophes. */
public final class Choices {
    private Choices() {}

    /** @param words what one is called */
    public static <T> void offer(ComboBox<T> field, Collection<T> items, ItemLabelGenerator<T> words) {
        field.setItemLabelGenerator(words);
        field.setItems((item, typed) -> Folded.holds(words.apply(item), typed), items);
    }

    public static void offer(ComboBox<String> field, Collection<String> items) {
        offer(field, items, item -> item);
    }
}
