package org.overread.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The served contract and the resources say the same. */
class OpenApiTest {
    @Test
    void describesEveryCallAndNoOther() throws IOException {
        assertThat(described()).isEqualTo(offered());
    }

    private static Set<String> described() throws IOException {
        var calls = new TreeSet<String>();
        var path = "";
        for (var line : Files.readAllLines(java.nio.file.Path.of("src/main/webapp/WEB-INF/openapi.yaml"))) {
            if (line.matches("  /\\S*:")) {
                path = line.strip().replace(":", "");
            } else if (line.matches("    (get|post|put|delete):")) {
                calls.add(line.strip().replace(":", "").toUpperCase(java.util.Locale.ROOT) + " " + path);
            }
        }
        return calls;
    }

    private static Set<String> offered() {
        var calls = new TreeSet<String>();
        for (var type : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.overread.web.api")) {
            if (type.isAnnotatedWith(Path.class)) {
                var root = type.getAnnotationOfType(Path.class).value();
                for (var method : type.getMethods()) {
                    add(calls, "GET", GET.class, root, method);
                    add(calls, "POST", POST.class, root, method);
                    add(calls, "PUT", PUT.class, root, method);
                    add(calls, "DELETE", DELETE.class, root, method);
                }
            }
        }
        return calls;
    }

    private static void add(
            Set<String> calls, String verb, Class<? extends Annotation> annotation, String root, JavaMethod method) {
        if (method.isAnnotatedWith(annotation)) {
            var own = method.isAnnotatedWith(Path.class)
                    ? method.getAnnotationOfType(Path.class).value()
                    : "";
            calls.add(verb + " " + (root + "/" + own).replaceAll("/+", "/").replaceAll("(.)/$", "$1"));
        }
    }
}
