package org.overread.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.registry.ApiScope;
import org.overread.registry.Permission;
import org.overread.registry.Role;
import tools.jackson.databind.JsonNode;

/** The served contract says what the resources do, all of it, and is whole in itself. */
class ContractTest {
    private final JsonNode contract = OpenApi.contract();

    @Test
    @DisplayName("F5: the contract tells of every resource, and of no other; whatever stands around them is at work")
    void tellsOfEveryResource() {
        assertThat(Api.RESOURCES.stream().map(Class::getName)).containsExactlyInAnyOrderElementsOf(marked(Path.class));
        assertThat(Api.AROUND.stream().map(Class::getName)).containsExactlyInAnyOrderElementsOf(marked(Provider.class));
        assertThat(operations()).hasSizeGreaterThanOrEqualTo(69);
    }

    private static List<String> marked(Class<? extends Annotation> mark) {
        return new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("org.overread.web")
                        .stream()
                        .filter(type -> type.isAnnotatedWith(mark))
                        .map(JavaClass::getName)
                        .toList();
    }

    @Test
    @DisplayName(
            "F5: every operation has an id of its own, a heading that is explained, a summary, and answers with shapes")
    void describesEveryOperation() {
        var tags = contract.get("tags")
                .valueStream()
                .map(tag -> tag.get("name").stringValue())
                .toList();
        var ids = new HashSet<String>();

        operations().forEach((call, operation) -> {
            assertThat(ids.add(operation.get("operationId").stringValue()))
                    .as(call)
                    .isTrue();
            assertThat(tags).as(call).contains(operation.get("tags").get(0).stringValue());
            assertThat(operation.get("summary").stringValue()).as(call).isNotBlank();
            assertThat(operation.get("responses").properties()).as(call).anySatisfy(answer -> {
                assertThat(answer.getKey()).startsWith("2");
                assertThat(answer.getKey().equals("204")
                                || answer.getValue()
                                                .at("/content")
                                                .valueStream()
                                                .allMatch(media ->
                                                        media.path("schema").size() > 0)
                                        && answer.getValue().has("content"))
                        .as(call)
                        .isTrue();
            });
            assertThat(operation.get("responses").propertyNames()).as(call).contains("401", "403", "406", "503");
        });
        assertThat(tags)
                .allSatisfy(tag -> assertThat(operations().values())
                        .anySatisfy(operation -> assertThat(
                                        operation.get("tags").get(0).stringValue())
                                .isEqualTo(tag)));
    }

    @Test
    @DisplayName("F5: what an address names is a parameter of that call, and every parameter says what it means")
    void describesEveryParameter() {
        operations().forEach((call, operation) -> {
            var inPath = Pattern.compile("\\{(\\w+)}")
                    .matcher(call)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            var told = operation.path("parameters").valueStream().toList();

            assertThat(told.stream()
                            .filter(each -> each.get("in").stringValue().equals("path"))
                            .map(each -> each.get("name").stringValue()))
                    .as(call)
                    .containsExactlyInAnyOrderElementsOf(inPath);
            assertThat(told).as(call).allSatisfy(each -> {
                assertThat(each.path("description").asString(""))
                        .as(each.toString())
                        .isNotBlank();
                assertThat(each.at("/schema/type").asString("")).isNotBlank();
            });
        });
    }

    @Test
    @DisplayName("F5: what Jackson writes of a record is what its schema says")
    void describesWhatIsWritten() {
        for (var type : List.of(
                Problem.class,
                Shapes.Model.class,
                Shapes.Version.class,
                PromotionShapes.Request.class,
                AuditResource.Found.class,
                org.overread.reports.dossier.Dossier.class,
                org.overread.monitoring.chart.ControlCharts.Charts.class,
                org.overread.registry.gate.Policy.class)) {
            assertThat(unlike(type, new HashSet<>())).as(type.getName()).isEmpty();
        }
    }

    @Test
    @DisplayName("G10: every operation says which permissions it needs, how far, and who carries them")
    void tellsWhoMay() {
        operations().forEach((call, operation) -> {
            var needed = operation
                    .get("x-permissions")
                    .valueStream()
                    .map(name -> Permission.valueOf(name.stringValue()))
                    .toList();
            var roles = Stream.of(Role.values())
                    .filter(role ->
                            needed.stream().allMatch(each -> each.roles().contains(role)))
                    .map(Role::name);
            var scopes = Stream.of(ApiScope.values())
                    .filter(scope -> !operation.get("x-in-person").booleanValue())
                    .filter(scope -> needed.stream()
                            .allMatch(each -> each.scope().filter(scope::equals).isPresent()))
                    .map(ApiScope::name);

            assertThat(operation.get("x-roles").valueStream().map(JsonNode::stringValue))
                    .as(call)
                    .containsExactlyElementsOf(roles.toList());
            assertThat(operation.get("x-token-scopes").valueStream().map(JsonNode::stringValue))
                    .as(call)
                    .containsExactlyElementsOf(scopes.toList());
            assertThat(operation.get("x-reach").stringValue())
                    .as(call)
                    .isIn("OWN", "SOMEWHERE", "MODELS", "PART", "PLACE", "MODEL", "EVERYWHERE");
        });
    }

    @Test
    @DisplayName("F5: the contract is served as JSON to whoever accepts that or asks for it by name, otherwise as YAML")
    void servesWhatIsAccepted() {
        assertThat(OpenApi.asJson("/openapi", "application/json")).isTrue();
        assertThat(OpenApi.asJson("/openapi", "application/vnd.oai.openapi+json;version=3.1"))
                .isTrue();
        assertThat(OpenApi.asJson("/openapi.json", null)).isTrue();
        assertThat(OpenApi.asJson("/openapi", "*/*")).isFalse();
        assertThat(OpenApi.asJson("/openapi.yaml", "application/json")).isFalse();
    }

    private Map<String, JsonNode> operations() {
        var all = new TreeMap<String, JsonNode>();
        contract.get("paths")
                .forEachEntry((path, verbs) ->
                        verbs.forEachEntry((verb, operation) -> all.put(verb + " " + path, operation)));
        return all;
    }

    /** The records, from that one on, of which Jackson writes other properties than the components that schemas are made of. */
    private static TreeSet<String> unlike(Class<?> type, HashSet<Class<?>> seen) {
        var unlike = new TreeSet<String>();
        if (!type.isRecord() || !seen.add(type)) {
            return unlike;
        }
        var written = new TreeSet<String>();
        Json.MAPPER.acceptJsonFormatVisitor(type, new WrittenProperties(written));
        var components = new TreeSet<String>();
        for (var component : type.getRecordComponents()) {
            components.add(component.getName());
            unlike.addAll(unlike(component.getType(), seen));
            if (component.getGenericType() instanceof java.lang.reflect.ParameterizedType generic) {
                for (var argument : generic.getActualTypeArguments()) {
                    if (argument instanceof Class<?> entry) {
                        unlike.addAll(unlike(entry, seen));
                    }
                }
            }
        }
        if (!written.equals(components)) {
            unlike.add(type.getName() + " writes " + written);
        }
        return unlike;
    }
}
