package org.overread.registry.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.overread.registry.ModelVersionId;

/**
 * A row, or an entry of the trail, that does not agree with the other side.
 *
 * @param name the row or the entry as people call it
 * @param model the model it concerns; null when none
 * @param reason what is wrong with it, to follow the name
 * @param subject where to look at it; null when there is nothing to look at
 */
public record RecordFault(
        String name,
        @Nullable String model,
        String reason,
        @Nullable SubjectRef subject) {
    public RecordFault(String name, @Nullable String model, String reason) {
        this(name, model, reason, null);
    }

    /** Whether it speaks of that version at that site. */
    public boolean isAbout(ModelVersionId version, String site) {
        return version.model().equals(model)
                && speaksOf("(?<![\\w-])" + Pattern.quote(version.toString()))
                && speaksOf(" at " + Pattern.quote(site));
    }

    private boolean speaksOf(String quoted) {
        return Pattern.compile(quoted + "(?![\\w-])").matcher(name).find();
    }

    /** Such as {@code stage entry 17: sepsis/3 General use at north has no decision}. */
    public String sentence() {
        return name + " " + reason;
    }

    /** The same with the id of what it is about, for those who look into the database. */
    public String withId() {
        return subject == null ? sentence() : sentence() + " (" + subject + ")";
    }
}
