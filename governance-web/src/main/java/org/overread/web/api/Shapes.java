package org.overread.web.api;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.ModelVersionId;
import org.overread.registry.PersonId;
import org.overread.registry.Written;
import org.overread.registry.catalog.Audience;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.LiveVersions;
import org.overread.registry.catalog.ModelDraft;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RegisteredModel;
import org.overread.registry.catalog.Replacement;
import org.overread.registry.catalog.RiskTier;
import org.overread.registry.catalog.VersionDeclaration;
import org.overread.registry.identity.NamedPerson;
import org.overread.registry.identity.People;
import org.overread.registry.identity.SignIn;

/** How models and versions look to machines. Ids are strings; people are given by log-in and told by name. */
final class Shapes {
    private Shapes() {}

    /** What a machine wrote, with its word on what was pointed out in it; none when it gave none. */
    static <T extends @Nullable Object> Written<T> written(T what, @Nullable Boolean noIdentifiersConfirmed) {
        return new Written<>(what, Boolean.TRUE.equals(noIdentifiersConfirmed));
    }

    /** A model to register; the owners by log-in. */
    public record NewModel(
            @Nullable String id,
            @Nullable String name,
            @Nullable String intendedUse,
            @Nullable OutputKind kind,
            @Nullable RiskTier riskTier,
            @Nullable String department,
            @Nullable String clinicalOwner,
            @Nullable String modelOwner,
            @Nullable String sponsor,
            @Nullable Boolean noIdentifiersConfirmed) {
        ModelDraft draft(SignIn signIn) {
            return new ModelDraft(
                    id,
                    name,
                    intendedUse,
                    kind,
                    riskTier,
                    department,
                    owner(signIn, clinicalOwner),
                    owner(signIn, modelOwner),
                    sponsor);
        }

        private static @Nullable PersonId owner(SignIn signIn, @Nullable String login) {
            return login == null
                    ? null
                    : signIn.actor(login).map(person -> person.personId()).orElse(null);
        }
    }

    /** A version to freeze; what it does not state stays unstated. */
    public record NewVersion(
            @Nullable Double threshold,
            @Nullable ChangeType changeType,
            @Nullable String artifactDigest,
            @Nullable String configuration,
            @Nullable String prompt,
            @Nullable String mlflowRun,
            @Nullable String trainingData,
            @Nullable String note,
            @Nullable List<String> subgroups,
            @Nullable Boolean noIdentifiersConfirmed) {
        VersionDeclaration declaration() {
            if (changeType == null) {
                throw new GovernanceException(
                        ErrorCode.INVALID,
                        "This version cannot be registered yet.",
                        List.of(new FieldProblem("changeType", "must be one of " + List.of(ChangeType.values()))));
            }
            return new VersionDeclaration(
                    threshold,
                    changeType,
                    artifactDigest,
                    configuration,
                    prompt,
                    mlflowRun,
                    trainingData,
                    note,
                    subgroups == null ? List.of() : subgroups);
        }
    }

    /** A registered model; the owners by name. */
    public record Model(
            String id,
            String name,
            String intendedUse,
            OutputKind kind,
            RiskTier riskTier,
            String department,
            String clinicalOwner,
            String modelOwner,
            String sponsor,
            Instant registeredAt) {
        static Model of(RegisteredModel model, People people) {
            return new Model(
                    model.id(),
                    model.name(),
                    model.intendedUse(),
                    model.kind(),
                    model.riskTier(),
                    model.department(),
                    named(people, model.clinicalOwner()),
                    named(people, model.modelOwner()),
                    model.sponsor(),
                    model.registeredAt());
        }

        private static String named(People people, PersonId id) {
            return people.named(id).map(NamedPerson::name).orElse(id.toString());
        }
    }

    /** A frozen version with the digest over all that was declared of it. */
    public record Version(String model, int version, VersionDeclaration declared, String digest, Instant registeredAt) {
        static Version of(ModelVersion version) {
            return new Version(
                    version.id().model(),
                    version.id().version(),
                    version.declared(),
                    version.digest().hex(),
                    version.registeredAt());
        }
    }

    /**
     * Which versions were live at a site.
     *
     * @param version the one in general use, or else the one in its pilot; of the audience asked for, if one was. Null
     *     when there was none
     * @param audience to whom that version was shown; null when there was none
     * @param live every version that was live there, general use first
     * @param doubts what the last check of the audit trail does not bear out: a version that it speaks of is not told as live
     */
    public record LiveVersion(
            String model,
            String site,
            Instant at,
            @Nullable Integer version,
            @Nullable Audience audience,
            List<Shown> live,
            List<String> doubts) {
        static LiveVersion of(
                String model,
                String site,
                Instant at,
                @Nullable Audience wanted,
                LiveVersions live,
                Function<ModelVersionId, List<String>> doubts) {
            var shown = live.all().stream()
                    .filter(each -> doubts.apply(each.version()).isEmpty())
                    .map(Shown::of)
                    .toList();
            var first = shown.stream()
                    .filter(each -> wanted == null || each.audience() == wanted)
                    .findFirst();
            return new LiveVersion(
                    model,
                    site,
                    at,
                    first.map(Shown::version).orElse(null),
                    first.map(Shown::audience).orElse(null),
                    shown,
                    live.all().stream()
                            .flatMap(each -> doubts.apply(each.version()).stream())
                            .distinct()
                            .toList());
        }
    }

    /** A version and to whom it is shown. */
    public record Shown(int version, Audience audience) {
        static Shown of(org.overread.registry.catalog.LiveVersion live) {
            return new Shown(live.version().version(), live.audience());
        }
    }

    /**
     * What changes at a site when a version enters a stage there.
     *
     * @param replaces the other versions that end
     * @param live what is live there before
     * @param ends what of it ends, the version's own earlier stage among it
     * @param stays what of it stays
     * @param sentence all of it in words
     */
    public record Replaces(
            List<Integer> replaces, List<Shown> live, List<Shown> ends, List<Shown> stays, String sentence) {
        static Replaces of(Replacement replacement) {
            return new Replaces(
                    replacement.replaced().stream().map(ModelVersionId::version).toList(),
                    replacement.live().stream().map(Shown::of).toList(),
                    replacement.ends().stream().map(Shown::of).toList(),
                    replacement.stays().stream().map(Shown::of).toList(),
                    replacement.sentence());
        }
    }
}
