package org.overread.registry.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.overread.registry.Permission;
import org.overread.registry.Role;

/** How many different people of one role must have reviewed before there can be a decision. */
public record RequiredReview(Role role, int quorum) {

    /** Everything that is wrong with this demand, as sentences; empty when it can be published. */
    public List<String> problems() {
        var problems = new ArrayList<String>();
        if (!Permission.REVIEW_PROMOTIONS.roles().contains(role)) {
            problems.add("A " + role.title().toLowerCase(Locale.ROOT) + " does not review.");
        }
        if (quorum < 1) {
            problems.add("At least one person must review, was " + quorum + ".");
        }
        return problems;
    }
}
