package org.overread.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.registry.ErrorCode;
import org.overread.registry.GovernanceException;
import org.overread.web.api.FeedbackShapes.NewCard;
import org.overread.web.api.PolicyShapes.NewPolicy;

/** Why a body cannot be read is said by field, in words that are not our own types' names. */
class BodyFaultTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "null                                             | body        | must be given",
                "``                                               | body        | must be",
                "[]                                               | body        | must be an object",
                "{\"id\":                                         | body        | is no JSON",
                "{\"id\":\"x\"}                                   | id          | must be an id such as",
                "{\"id\":{}}                                      | id          | must be an id such as",
                "{\"version\":1.5}                                | version     | must be a whole number",
                "{\"version\":99999999999}                        | version     | must be a whole number",
                "{\"model\":{\"a\":1}}                            | model       | must be a text",
                "{\"model\":\"a\\u0000b\"}                        | model       | must be text",
                "{\"model\":\"a\\ud800b\"}                        | model       | must be text",
                "{\"shownAt\":\"+999999999-12-31T00:00:00Z\"}     | shownAt     | must be a time",
                "{\"shownAt\":\"-0001-12-31T00:00:00Z\"}          | shownAt     | must be a time",
                "{\"shownAt\":12345678901234567890}               | shownAt     | must be a time",
                "{\"indicator\":\"LOUD\"}                         | indicator   | must be one of [INFO, WARNING, CRITICAL]",
                "{\"indicator\":1}                                | indicator   | must be one of [INFO, WARNING, CRITICAL]",
                "{\"colour\":\"red\"}                             | colour      | is not known; known are department",
                "{\"model\":\"a\",\"model\":\"b\"}                | body        | is no JSON"
            })
    @DisplayName("F5: what cannot be read of a card is named with what would be right")
    void namesTheField(String body, String field, String reason) {
        var refused = refused(body, NewCard.class);

        assertThat(refused.code()).isEqualTo(ErrorCode.UNREADABLE);
        assertThat(refused.fields()).singleElement().satisfies(problem -> {
            assertThat(problem.field()).isEqualTo(field);
            assertThat(problem.reason()).startsWith(reason);
        });
        assertThat(refused.getMessage()).doesNotContain("org.", "java.", "tools.");
    }

    @Test
    @DisplayName("F5: what a record cannot be without is named, at any depth, and lists hold no null")
    void namesWhatIsMissing() {
        assertThat(refused("{\"criteria\":[{\"key\":\"a\",\"metric\":null}]}", NewPolicy.class)
                        .fields()
                        .getFirst()
                        .field())
                .startsWith("criteria[0]");
        assertThat(refused("{\"criteria\":[null]}", NewPolicy.class)
                        .fields()
                        .getFirst()
                        .field())
                .startsWith("criteria");
        assertThat(refused("{\"opens\":[\"NOWHERE\"]}", NewPolicy.class)
                        .fields()
                        .getFirst()
                        .field())
                .isEqualTo("opens[0]");
        assertThat(refused("{\"limits\":[{\"alert\":0.5}]}", PlanDraft.class)
                        .fields()
                        .getFirst()
                        .field())
                .startsWith("limits[0]");
    }

    @Test
    @DisplayName("F5: a list that is left out is empty, where a plan may leave it out")
    void takesAListThatIsLeftOutAsEmpty() throws IOException {
        var plan = read("{\"features\":[{\"name\":\"age\",\"kind\":\"NUMERIC\"}]}", PlanDraft.class);

        assertThat(plan.features())
                .singleElement()
                .satisfies(age -> assertThat(age.categories()).isEmpty());
    }

    @Test
    @DisplayName("F5: a body nested a hundred thousand deep, or of many megabytes, is refused and not held")
    void refusesDepthAndSize() {
        assertThat(refused("[".repeat(100_000), NewCard.class).code()).isEqualTo(ErrorCode.UNREADABLE);
        assertThat(refused("{\"model\":" + "{\"a\":".repeat(100_000), NewCard.class)
                        .code())
                .isEqualTo(ErrorCode.UNREADABLE);
        assertThat(refused("{\"model\":\"" + "x".repeat(5 << 20) + "\"}", NewCard.class)
                        .code())
                .isEqualTo(ErrorCode.TOO_LARGE);
    }

    private static GovernanceException refused(String body, Class<?> type) {
        return catchThrowableOfType(GovernanceException.class, () -> read(body, type));
    }

    private static <T> T read(String body, Class<T> type) throws IOException {
        return Json.read(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), type);
    }
}
