package org.overread.web.testing;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.stream.Stream;

/** What is inside a component that no page shows. */
public final class Inside {
    private Inside() {}

    /** All components of that type, the root included, from top to bottom. */
    public static <T extends Component> List<T> all(Component root, Class<T> type) {
        return everything(root).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Component> everything(Component root) {
        return Stream.concat(Stream.of(root), root.getChildren().flatMap(Inside::everything));
    }
}
