package org.overread.web.api.contract;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The parameters in address and headers; methods of one call may share them. */
record CallParameters(Words words, Schemas schemas) {
    ArrayNode of(List<Method> methods) {
        var all = new LinkedHashMap<String, ObjectNode>();
        for (var method : methods) {
            for (var field : method.getDeclaringClass().getDeclaredFields()) {
                var path = field.getAnnotation(PathParam.class);
                if (path != null) {
                    all.put(path.value(), told(path.value(), "path", field.getAnnotatedType(), null, null));
                }
            }
            for (var parameter : method.getParameters()) {
                add(parameter, all);
            }
        }
        var list = Contract.object().arrayNode();
        all.values().forEach(list::add);
        return list;
    }

    private void add(Parameter parameter, Map<String, ObjectNode> all) {
        var path = parameter.getAnnotation(PathParam.class);
        var query = parameter.getAnnotation(QueryParam.class);
        var preset = parameter.getAnnotation(DefaultValue.class);
        var says = parameter.getAnnotation(Says.class);
        if (path != null) {
            all.put(path.value(), told(path.value(), "path", parameter.getAnnotatedType(), says, preset));
        } else if (query != null) {
            all.put(query.value(), told(query.value(), "query", parameter.getAnnotatedType(), says, preset));
        }
    }

    private ObjectNode told(
            String name, String in, AnnotatedType type, @Nullable Says says, @Nullable DefaultValue preset) {
        var said = words.parameter(name);
        boolean optional = preset != null
                || type.getType() == boolean.class
                || Nullness.mayBeMissing(type) && (says == null || !says.required());
        var told = Contract.object().put("name", name).put("in", in).put("required", !optional);
        var schema = schemas.parameter(type);
        said.optional("schema").ifPresent(bounds -> schema.setAll((ObjectNode) bounds));
        if (preset != null) {
            schema.put("default", Integer.parseInt(preset.value()));
        }
        if (says != null && !says.value().isEmpty()) {
            told.put("description", says.value());
        } else if (said.has("description")) {
            told.set("description", said.get("description"));
        }
        told.set("schema", schema);
        return told;
    }
}
