package org.overread.registry.catalog;

import java.time.Instant;
import org.overread.registry.PersonId;
import org.overread.registry.Place;

/**
 * A model the hospital answers for: what it is meant to do, and who answers.
 *
 * @param id the word it goes by in addresses and data, such as {@code sepsis}; never changes, never reused
 * @param department the department whose model it is; rights can be limited to it
 * @param sponsor the leader who wants and pays for it
 */
public record RegisteredModel(
        String id,
        String name,
        String intendedUse,
        OutputKind kind,
        RiskTier riskTier,
        String department,
        PersonId clinicalOwner,
        PersonId modelOwner,
        String sponsor,
        Instant registeredAt) {

    /** Where this model is, for questions of who may do what. */
    public Place place() {
        return Place.ofModel(id, department);
    }
}
