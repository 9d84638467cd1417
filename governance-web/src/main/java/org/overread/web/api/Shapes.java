package org.overread.web.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ErrorCode;
import org.overread.registry.FieldProblem;
import org.overread.registry.GovernanceException;
import org.overread.registry.PersonId;
import org.overread.registry.Written;
import org.overread.registry.catalog.ChangeType;
import org.overread.registry.catalog.ModelDraft;
import org.overread.registry.catalog.ModelVersion;
import org.overread.registry.catalog.OutputKind;
import org.overread.registry.catalog.RegisteredModel;
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

    /** Which version was live; {@code version} is null when none was. */
    public record LiveVersion(
            String model, String site, Instant at, @Nullable Integer version) {}
}
