package org.overread.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.browserless.ViewPackages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.testing.ViewTest;

@ViewPackages(classes = ChoicesTest.class)
class ChoicesTest extends ViewTest {
    @Test
    @DisplayName("G7: whoever is chosen from a list is found without case, accents and apostrophes")
    void findsAsASearchDoes() {
        var field = new ComboBox<String>("Clinical owner");
        Choices.offer(field, List.of("Noël O’Brien", "Zoë Núñez", "Ada Okafor"));
        UI.getCurrent().add(field);

        test(field).setFilter("noel obrien");
        assertThat(test(field).getSuggestions()).containsExactly("Noël O’Brien");
        test(field).setFilter("NUNEZ");
        assertThat(test(field).getSuggestions()).containsExactly("Zoë Núñez");
        test(field).setFilter("x");
        assertThat(test(field).getSuggestions()).isEmpty();
    }
}
