package org.overread.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Tools that know nothing of the product can read its contract. */
class GeneratedClientTest {
    private static final Path GENERATOR = Path.of("target/contract-tools/openapi-generator-cli.jar");

    @Test
    @DisplayName("F5: OpenAPI Generator finds the contract valid, and the Java client it makes of it compiles")
    void generatesAClientThatCompiles(@TempDir Path folder) throws Exception {
        var contract = folder.resolve("openapi.yaml");
        Files.writeString(contract, YAMLMapper.shared().writeValueAsString(OpenApi.contract()));
        var client = folder.resolve("client");

        var output = generator(
                "generate",
                "--generator-name=java",
                "--library=native",
                "--input-spec=" + contract,
                "--output=" + client,
                "--global-property=apis,models,supportingFiles,apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                "--additional-properties=useJakartaEe=true,openApiNullable=false,hideGenerationTimestamp=true");

        assertThat(output).doesNotContain("[error]", " ERROR ");
        assertThat(compile(client.resolve("src/main/java"), folder)).isTrue();
        assertThat(client.resolve("src/main/java/org/openapitools/client/api"))
                .isDirectoryContaining("glob:**Api.java");
    }

    private static String generator(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-jar",
                GENERATOR.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static boolean compile(Path sources, Path folder) throws IOException {
        var options = List.of(
                "-proc:none",
                "-nowarn",
                "-d",
                Files.createDirectories(folder.resolve("classes")).toString(),
                "-cp",
                GENERATOR + File.pathSeparator + System.getProperty("java.class.path"));
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, null);
                Stream<Path> all = Files.walk(sources)) {
            var java = all.filter(file -> file.toString().endsWith(".java")).toList();
            return compiler.getTask(null, files, null, options, null, files.getJavaFileObjectsFromPaths(java))
                    .call();
        }
    }
}
