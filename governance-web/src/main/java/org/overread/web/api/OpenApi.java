package org.overread.web.api;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.overread.web.api.contract.Contract;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Serves the contract itself, to whoever has signed in or shows a token: as YAML, or as JSON to those who accept that or
 * ask for {@code /openapi.json}.
 */
@WebServlet({"/openapi", "/openapi.json", "/openapi.yaml"})
public class OpenApi extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Put together once, when somebody asks for the first time. */
    private static final class Kept {
        static final byte[] JSON = written(JsonMapper.shared());
        static final byte[] YAML = written(YAMLMapper.builder()
                .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
                .build());

        private static byte[] written(ObjectMapper mapper) {
            return mapper.writerWithDefaultPrettyPrinter()
                    .writeValueAsString(contract())
                    .getBytes(StandardCharsets.UTF_8);
        }
    }

    static ObjectNode contract() {
        return Contract.of(Api.RESOURCES, Problem.class);
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean json = asJson(request.getServletPath(), request.getHeader("Accept"));
        var bytes = json ? Kept.JSON : Kept.YAML;
        response.setContentType(json ? "application/json" : "application/yaml;charset=UTF-8");
        response.setHeader("Vary", "Accept");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    /** A name that ends in its kind decides; otherwise what is accepted, and YAML when both are. */
    static boolean asJson(String path, @Nullable String accept) {
        if (path.endsWith(".json") || path.endsWith(".yaml")) {
            return path.endsWith(".json");
        }
        return accept != null && accept.contains("json") && !accept.contains("yaml");
    }
}
