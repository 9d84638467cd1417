package org.overread.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.overread.web.api.contract.Operation;
import org.overread.web.api.contract.Tried;

/** How the audit trail tells people which call somebody was refused. */
class TriedTest {
    @Test
    @DisplayName("C7: what was refused is told in words, made of what the contract says of the call")
    void tellsInWords() {
        assertThat(words())
                .containsEntry("listWebhooks", "read the systems that are called when something happens to an alert")
                .containsEntry("getModel", "read one model")
                .containsEntry("getMetrics", "read the figures of this server")
                .containsEntry("registerModel", "register a model")
                .containsEntry("listMyFeedback", "read one's own feedback with its state and the answers")
                .containsEntry("suspendVersion", "suspend version (stop the version of this request at its site)");
    }

    @Test
    @DisplayName("C7: no call is told by its id")
    void tellsNoId() {
        assertThat(words()).hasSizeGreaterThanOrEqualTo(60);
        words().forEach((id, words) -> {
            assertThat(words).as(id).doesNotContain(id).matches("[a-z][^\\p{Cntrl}]{6,150}");
            assertThat(words).as(id).doesNotContainPattern("\\p{Ll}\\p{Lu}");
        });
    }

    private static Map<String, String> words() {
        var words = new TreeMap<String, String>();
        Api.RESOURCES.stream()
                .flatMap(resource -> Arrays.stream(resource.getMethods()))
                .filter(method -> method.isAnnotationPresent(Operation.class))
                .forEach(method -> words.put(operation(method).id(), words(method)));
        return words;
    }

    private static String words(Method method) {
        return Tried.words(operation(method), method.isAnnotationPresent(GET.class));
    }

    private static Operation operation(Method method) {
        return method.getAnnotation(Operation.class);
    }
}
