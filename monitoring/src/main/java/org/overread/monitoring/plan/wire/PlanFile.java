package org.overread.monitoring.plan.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.InputStream;
import org.overread.monitoring.plan.PlanDraft;
import org.overread.registry.ErrorCode;
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
            .changeDefaultPropertyInclusion(value -> value.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private PlanFile() {}

    public static String write(PlanDraft draft) {
        return MAPPER.writeValueAsString(draft);
    }

    /** @throws GovernanceException when it cannot be read, naming the place */
    public static PlanDraft read(InputStream text) {
        try {
            return MAPPER.readValue(text, PlanDraft.class);
        } catch (JacksonException e) {
            var at = e.getLocation();
            throw new GovernanceException(
                    ErrorCode.UNREADABLE,
                    "The plan cannot be read%s: %s"
                            .formatted(
                                    at == null || at.getLineNr() < 1 ? "" : " near line " + at.getLineNr(),
                                    e.getOriginalMessage()));
        }
    }
}
