package org.overread.registry.catalog;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/**
 * The versions of a model that are live at one site: at most one for each audience, and never the same for both.
 *
 * @param general the one in general use; null when there is none
 * @param pilot the one in its pilot; null when there is none
 */
public record LiveVersions(
        @Nullable ModelVersionId general, @Nullable ModelVersionId pilot) {
    public static final LiveVersions NONE = new LiveVersions(null, null);

    /** The version that the audience is shown. */
    public Optional<ModelVersionId> of(Audience audience) {
        return Optional.ofNullable(
                switch (audience) {
                    case GENERAL -> general;
                    case PILOT -> pilot;
                });
    }

    /** The one that most clinicians are shown: in general use, or else in its pilot. */
    public Optional<ModelVersionId> foremost() {
        return of(Audience.GENERAL).or(() -> of(Audience.PILOT));
    }

    public boolean has(ModelVersionId version) {
        return version.equals(general) || version.equals(pilot);
    }

    /** Each with its audience, general use first. */
    public List<LiveVersion> all() {
        return Stream.of(Audience.GENERAL, Audience.PILOT)
                .flatMap(audience -> of(audience).map(version -> new LiveVersion(version, audience)).stream())
                .toList();
    }

    /** What is live once the step is taken: the version leaves where it was, and enters where the step leads. */
    LiveVersions after(StageEntry step) {
        var version = step.version();
        var others = switch (step.rule()) {
            case ONE_FOR_EACH_SITE -> step.stage().live() ? NONE : without(version);
            case ONE_FOR_EACH_AUDIENCE -> without(version);
        };
        return switch (step.stage()) {
            case GENERAL -> new LiveVersions(version, others.pilot);
            case PILOT -> new LiveVersions(others.general, version);
            case REGISTERED, LOCAL_VALIDATION, SILENT, SUSPENDED, RETIRED -> others;
        };
    }

    private LiveVersions without(ModelVersionId version) {
        return new LiveVersions(version.equals(general) ? null : general, version.equals(pilot) ? null : pilot);
    }
}
