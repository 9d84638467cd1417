package org.overread.web.plan;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Several words, chosen or typed, in the order they were given. */
final class Several extends MultiSelectComboBox<String> {
    private static final long serialVersionUID = 1L;

    private final Set<String> known = new LinkedHashSet<>();

    Several(String label, List<String> start) {
        super(label);
        known.addAll(start);
        setItems(known);
        setValue(start);
        setAllowCustomValue(true);
        addCustomValueSetListener(event -> typed(event.getDetail().strip()));
    }

    /** The words as they stand. */
    List<String> words() {
        var chosen = getValue();
        return known.stream().filter(chosen::contains).toList();
    }

    void typed(String word) {
        if (word.isEmpty()) {
            return;
        }
        var chosen = new LinkedHashSet<>(getValue());
        chosen.add(word);
        known.add(word);
        setItems(known);
        setValue(chosen);
    }
}
