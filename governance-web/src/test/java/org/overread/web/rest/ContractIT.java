package org.overread.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.registry.Role;
import org.overread.web.testing.Caller;
import org.overread.web.testing.RunningServer;
import tools.jackson.databind.JsonNode;

/** The server answers as its contract says, and where the contract has no address, that there is none. */
class ContractIT {
    private final RunningServer server = RunningServer.get();
    private final Caller owner = Caller.person(server, "max.owner");
    private final JsonNode contract = owner.get("openapi.json").json();

    @Test
    @DisplayName("F5: what is read of the demonstration has the shape that the contract tells, field by field")
    void answersAsTold() {
        var problems = new TreeMap<String, List<String>>();
        contract.get("paths").forEachEntry((path, verbs) -> {
            var schema = verbs.at("/get/responses/200/content")
                    .path("application/json")
                    .path("schema");
            var address = schema.isMissingNode() ? null : address(path);
            if (address != null) {
                var answer = oneWhoMay(verbs.at("/get/x-roles"))
                        .send("GET", "api/v1" + address, Map.of("Accept", "application/json"), BodyPublishers.noBody());
                assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
                var found = ShapeCheck.problems(contract, schema, answer.json());
                if (!found.isEmpty()) {
                    problems.put(path, found.stream().distinct().limit(10).toList());
                }
            }
        });

        assertThat(problems).isEmpty();
    }

    /** Somebody of the demonstration who has one of the roles, the model's owner first. */
    private Caller oneWhoMay(JsonNode roles) {
        return Stream.of(Role.values())
                .sorted(Comparator.comparing(role -> role != Role.MODEL_OWNER))
                .filter(role ->
                        roles.valueStream().anyMatch(told -> told.stringValue().equals(role.name())))
                .map(role -> Caller.with(server, role))
                .findFirst()
                .orElse(owner);
    }

    /** An address with ids that are there; null when the demonstration has nothing there. */
    private @Nullable String address(String path) {
        var filled = path.replace("{model}", "sepsis-risk").replace("{version}", "1");
        if (filled.contains("{")) {
            var list = path.substring(0, path.indexOf("/{", path.indexOf("{version}") + 1));
            var all = Caller.person(server, "nora.chair")
                    .get("api/v1" + list.replace("{model}", "sepsis-risk").replace("{version}", "1"));
            if (all.status() != 200 || !all.json().isArray() || all.json().isEmpty()) {
                return null;
            }
            filled = filled.replace("{id}", all.json().get(0).get("id").stringValue());
        }
        return switch (path.replaceAll(".*/", "")) {
            case "live" -> filled + "?site=north";
            case "replacement" -> filled + "?site=north&stage=PILOT";
            case "comparison" -> filled + "?with=2";
            case "performance" -> filled + "?by=sex,race&pairs=true&reliability=true";
            case "trend" -> filled + "?by=sex&value=Female";
            default -> filled;
        };
    }

    @ParameterizedTest
    @CsvSource({
        "openapi, application/json, application/json",
        "openapi, */*, application/yaml",
        "openapi.json, text/html, application/json",
        "openapi.yaml, application/json, application/yaml"
    })
    @DisplayName("F5: the contract is given in the form that is asked for")
    void givesTheContractAsAsked(String path, String accept, String type) {
        var answer = owner.send("GET", path, Map.of("Accept", accept), BodyPublishers.noBody());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.type()).startsWith(type);
        assertThat(answer.text()).contains("3.1.0", "registerModel");
    }

    @ParameterizedTest
    @CsvSource({
        "GET, api/v1/no-such-call, */*, 404",
        "GET, api/v1, text/html, 404",
        "GET, api/v2/models, text/html, 404",
        "GET, api, */*, 404",
        "POST, cds-services/sepsis/feedback, */*, 404",
        "GET, cds-services, text/html, 404",
        "POST, no-such-page, text/html;q=0.5, 404",
        "GET, no-such-page, application/json, 404",
        "GET, no-such-page, */*, 404",
        "PUT, models, */*, 405",
        "DELETE, styles.css, */*, 405",
        "GET, models, application/json, 406",
        "PUT, api/v1/models, */*, 405",
        "GET, api/v1/models, application/pdf, 406",
        "GET, api/v1/models/sepsis%00, */*, 400",
        "GET, models/a%00b, text/plain, 400",
        "GET, api/v1/audit?text=a%00b, */*, 400",
        "GET, api/v1/models/sepsis-risk/versions/-1, */*, 400",
        "GET, api/v1/models/sepsis-risk/versions/99999999999999999999, */*, 400",
        "GET, api/v1/models/sepsis-risk/versions/1/trend?from=999999999-01-01, */*, 400",
        "GET, api/v1/models/sepsis-risk/versions/1/comparison?with=-1, */*, 400",
        "POST, api/v1/models, */*, 400"
    })
    @DisplayName("F5: what is no address, no method of it, or cannot be read is told to programs as a problem")
    void tellsProgramsWhatIsWrong(String method, String path, String accept, int status) {
        var answer = owner.send(method, path, Map.of("Accept", accept), BodyPublishers.noBody());

        if (accept.startsWith("text/html") && !path.startsWith("api") && !path.startsWith("cds")) {
            assertThat(answer.type()).startsWith("text/html");
        } else {
            assertThat(answer.type()).as(answer.text()).startsWith("application/problem+json");
            assertThat(answer.json().get("status").intValue()).isEqualTo(status);
        }
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    }

    @Test
    @DisplayName(
            "F5: a browser that is led to an unknown address gets the product's page with 404, and known ones as ever")
    void showsBrowsersThatNothingIsThere() {
        var browser = Map.of("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

        assertThat(owner.send("GET", "no-such-page", browser, BodyPublishers.noBody())
                        .status())
                .isEqualTo(404);
        assertThat(owner.send("GET", "no-such-page", browser, BodyPublishers.noBody())
                        .type())
                .startsWith("text/html");
        assertThat(owner.send("GET", "models", browser, BodyPublishers.noBody()).status())
                .isEqualTo(200);
        assertThat(owner.send("GET", "", browser, BodyPublishers.noBody()).status())
                .isEqualTo(200);
        assertThat(owner.get("styles.css").status()).isEqualTo(200);
        assertThat(owner.get("aura/aura.css").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "models, MODEL_OWNER",
        "cards, ",
        "feedback, CLINICIAN",
        "policies, CHAIR",
        "webhooks, ADMINISTRATOR",
        "monitoring/sepsis-risk/1/pauses, MODEL_OWNER",
        "alerts/1/comments, MODEL_OWNER"
    })
    @DisplayName("F5: a body that is null, or missing, is refused by name wherever one is needed")
    void refusesNull(String path, @Nullable Role role) {
        var caller = role == null ? Caller.machine(server) : Caller.with(server, role);
        for (var body : List.of("null", "")) {
            var answer = caller.post("api/v1/" + path, body);

            assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(400);
            assertThat(answer.json().get("errors").get(0).get("field").stringValue())
                    .isEqualTo("body");
        }
    }
}
