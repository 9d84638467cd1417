package org.overread.monitoring.plan.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.Nulls;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/** A plan as YAML, to be kept beside the model's code and read by people. JSON is read as well: it is YAML. */
public final class PlanFile {
    private static final YAMLMapper MAPPER = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL))
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private static final Pattern LINE = Pattern.compile("(?:near line|^Line) (\\d+)");

    private PlanFile() {}

    public static String write(PlanDraft draft) {
        return MAPPER.writeValueAsString(draft);
    }

    /** @throws GovernanceException when it cannot be read, naming place and remedy */
    public static PlanDraft read(InputStream text) {
        try {
            return read(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new GovernanceException(ErrorCode.UNREADABLE, "The plan did not arrive as a whole; send it again");
        }
    }

    /** @throws GovernanceException when it cannot be read, naming place and remedy */
    public static PlanDraft read(String text) {
        try {
            return MAPPER.readValue(text, PlanDraft.class);
        } catch (JacksonException e) {
            throw new GovernanceException(ErrorCode.UNREADABLE, PlanFault.of(e, lines(text)));
        }
    }

    /** The refusal of a plan that was written as this text, line by line; what stands on none comes last. */
    public static GovernanceException located(String text, GovernanceException refused) {
        var lines = lines(text);
        return new GovernanceException(
                refused.code(),
                String.valueOf(refused.getMessage()),
                refused.fields().stream()
                        .sorted(Comparator.comparing(
                                problem -> lines.line(problem.field()).orElse(Integer.MAX_VALUE)))
                        .map(problem -> new FieldProblem(
                                lines.line(problem.field())
                                                .map("Line %d: "::formatted)
                                                .orElse("")
                                        + problem.field(),
                                problem.reason()))
                        .toList());
    }

    /** The first line that a refusal tells of; empty when it tells of none. */
    public static OptionalInt firstLine(GovernanceException refused) {
        return Stream.concat(
                        Stream.of(String.valueOf(refused.getMessage())),
                        refused.fields().stream().map(FieldProblem::field))
                .map(LINE::matcher)
                .filter(Matcher::find)
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst();
    }

    private static PlanLines lines(String text) {
        return PlanLines.of(MAPPER.createParser(text));
    }
}
