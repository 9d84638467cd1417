package org.overread.registry.catalog;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.overread.registry.FieldProblem;
import org.overread.registry.FieldProblems;
import org.overread.registry.PersonId;

/** A model as somebody wants to register it; anything may still be missing. */
public record ModelDraft(
        @Nullable String id,
        @Nullable String name,
        @Nullable String intendedUse,
        @Nullable OutputKind kind,
        @Nullable RiskTier riskTier,
        @Nullable String department,
        @Nullable PersonId clinicalOwner,
        @Nullable PersonId modelOwner,
        @Nullable String sponsor) {
    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{1,62}");

    public ModelDraft {
        id = stripped(id);
        name = stripped(name);
        intendedUse = stripped(intendedUse);
        department = stripped(department);
        sponsor = stripped(sponsor);
    }

    /** What is wrong with it as far as it can be told from the draft alone; empty when nothing is. */
    public List<FieldProblem> problems() {
        return new FieldProblems()
                .present("id", id)
                .when(
                        id != null && !SLUG.matcher(id).matches(),
                        "id",
                        "must be 2 to 63 lower-case letters, digits or hyphens and begin with a letter or digit")
                .text("name", name, 200)
                .text("intendedUse", intendedUse, 4000)
                .present("kind", kind)
                .present("riskTier", riskTier)
                .text("department", department, 200)
                .present("clinicalOwner", clinicalOwner)
                .present("modelOwner", modelOwner)
                .text("sponsor", sponsor, 200)
                .list();
    }

    /**
     * What in it seems to identify a patient.
     *
     * @param confirmed the writer says that what was pointed out identifies none
     */
    List<FieldProblem> identifiers(boolean confirmed) {
        return new FieldProblems()
                .identifiers("name", name, true)
                .identifiers("intendedUse", intendedUse, confirmed)
                .identifiers("department", department, true)
                .identifiers("sponsor", sponsor, true)
                .list();
    }

    /** The model it becomes; only for a draft without problems. */
    RegisteredModel registered(Instant at) {
        return new RegisteredModel(
                requireNonNull(id),
                requireNonNull(name),
                requireNonNull(intendedUse),
                requireNonNull(kind),
                requireNonNull(riskTier),
                requireNonNull(department),
                requireNonNull(clinicalOwner),
                requireNonNull(modelOwner),
                requireNonNull(sponsor),
                at);
    }

    private static @Nullable String stripped(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
