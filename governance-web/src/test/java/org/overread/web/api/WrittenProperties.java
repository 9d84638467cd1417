package org.overread.web.api;

import java.util.Set;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.jsonFormatVisitors.JsonFormatVisitorWrapper;
import tools.jackson.databind.jsonFormatVisitors.JsonObjectFormatVisitor;

/** Notes which properties Jackson writes of a type. */
final class WrittenProperties extends JsonFormatVisitorWrapper.Base {
    private final Set<String> names;

    WrittenProperties(Set<String> names) {
        this.names = names;
    }

    @Override
    public JsonObjectFormatVisitor expectObjectFormat(JavaType type) {
        return new JsonObjectFormatVisitor.Base(getContext()) {
            @Override
            public void property(BeanProperty property) {
                names.add(property.getName());
            }

            @Override
            public void optionalProperty(BeanProperty property) {
                names.add(property.getName());
            }
        };
    }
}
